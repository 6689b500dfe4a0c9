/** Plays a story through the same use-cases that the pages use. */
import type { OpenCase } from '#lib/domain/case/state'
import type { Instant } from '#lib/domain/result'
import { addDays } from '#lib/domain/time'
import { justifyAbsence } from '#lib/usecases/justify-absence'
import { recordAmounts } from '#lib/usecases/record-amounts'
import { recordItems } from '#lib/usecases/record-items'
import { recordSubject } from '#lib/usecases/record-subject'
import { registerCase } from '#lib/usecases/register-case'
import { tierOf } from '#lib/usecases/suggest'
import type { Container } from '#lib/server/boot/current-container'
import { attach, bring } from './attach.ts'
import { hoursBetween, inOffice, later, type Moment } from './moment.ts'
import { personIdOf, UNITS } from './office.ts'
import { perform } from './perform.ts'
import { deskOf, fail, fen, key, must, type Player } from './player.ts'
import type { SeedSubject, Story } from './story.ts'

/** Returns the id of the case. */
export async function play(container: Container, story: Story, now: Instant): Promise<string> {
  const p: Player = { container, story, now, last: '', caseId: '', ids: new Map(), items: [], trackIds: [] }
  const me = await deskOf(p, story.handlers[0], story.registered)
  const unitId = `${story.bureau}-hrss`
  const registered = must(
    await registerCase(me, {
      formKey: key(),
      unitId,
      handlers: story.handlers.map(personIdOf),
      title: story.title,
      source: story.source,
      sourceNote: story.sourceNote ?? '',
      funds: [...story.funds],
      division: UNITS.find((unit) => unit.unitId === unitId)?.division ?? fail(`no ${unitId}`),
      foundOn: addDays(me.today, -3),
      conduct: story.conduct,
    }),
    story.title,
  )
  p.caseId = registered.streamId
  await fill(p)
  for (const act of story.acts) must(await perform(p, act), `${story.title}, ${act.slice(0, 3).join(' ')}`)
  return p.caseId
}

/** Between registration and what came next: subjects, files, amounts, items, and why something is missing. */
async function fill(p: Player): Promise<void> {
  const { story } = p
  const [first] = story.handlers
  const { registered, acts } = story
  const next: Moment = acts[0]?.[1] ?? (typeof registered === 'number' ? 0 : later(registered, 10 * 24))
  const at = (share: number): Moment => inOffice(later(registered, hoursBetween(registered, next) * share))

  for (const subject of story.subjects) await recordOne(p, first, at(0.1), subject)
  // Stored all at once: a disk that has to sync answers six as soon as one.
  const stored = await Promise.all(story.evidence.map(([file, , , , text]) => bring(p, file, text)))
  for (const [i, file] of story.evidence.entries()) await attach(p, first, at(0.15 + (0.45 * i) / stored.length), file, stored[i])
  if (story.subjects.some(({ lines }) => lines.length > 0)) await amounts(p, first, at(0.65))
  if (story.items)
    must(
      await recordItems((await deskOf(p, first, at(0.7))).ask, p.caseId, {
        formKey: key(),
        readAt: 0,
        items: story.items.map(([name, quantity, unit, place, yuan, owner]) => ({
          subjectId: owner ? idOf(p, owner) : '',
          name,
          spec: '',
          quantity,
          unit,
          condition: '完好',
          value: yuan ? fen(yuan) : null,
          place,
          origin: '先行登记保存',
        })),
      }),
      `${story.title}, items`,
    )
  if (story.absent)
    must(
      await justifyAbsence((await deskOf(p, first, at(0.75))).ask, p.caseId, {
        formKey: key(),
        items: story.absent.items ?? '',
        expert: story.absent.expert ?? '',
        other: story.absent.other ?? '',
      }),
      `${story.title}, absent`,
    )
}

async function recordOne(p: Player, login: string, moment: Moment, s: SeedSubject): Promise<void> {
  const done = must(
    await recordSubject(await deskOf(p, login, moment), p.caseId, null, {
      formKey: key(),
      readAt: 0,
      kind: s.kind ?? 'person',
      name: s.name,
      idNo: s.idNo ?? '',
      employer: s.employer,
      position: s.position,
      role: s.role ?? 'main',
      official: s.official,
      isPrincipal: s.isPrincipal ?? false,
      usedOffice: s.official === 'yes',
      companyMoney: s.charge === 'occupational-embezzlement',
      judicialOfficer: false,
      conduct: s.conduct,
    }),
    `${p.story.title}, ${s.name}`,
  )
  const known = new Set(p.ids.values())
  const subjectId = Object.keys(done.state?.subjects ?? {}).find((id) => !known.has(id))
  if (subjectId) p.ids.set(s.key, subjectId)
}

async function amounts(p: Player, login: string, moment: Moment): Promise<void> {
  const me = await deskOf(p, login, moment)
  const lines = p.story.subjects.flatMap((s) =>
    s.lines.map(([fund, from, to, yuan, recovered]) => ({
      lineId: '',
      subjectId: idOf(p, s.key),
      fund,
      from,
      to,
      amount: fen(yuan),
      recovered: recovered ? fen(recovered) : null,
    })),
  )
  const known = lines.map(({ amount, recovered, ...line }) => ({ ...line, fen: amount, recoveredFen: recovered ?? 0 }))
  const assessments = p.story.subjects.map((s) => assess(p, s, known))
  must(await recordAmounts(me, p.caseId, { formKey: key(), readAt: 0, lines, assessments }), `${p.story.title}, amounts`)
}

function assess(p: Player, s: SeedSubject, lines: OpenCase['lines']) {
  const suggestion = tierOf({ lines }, idOf(p, s.key), s.charge, s.circumstances ?? [])
  const found = suggestion?.kind === 'tier' ? suggestion : null
  if (s.expects) check(p.story.title, s.expects, suggestion)
  return {
    subjectId: idOf(p, s.key),
    charge: s.charge,
    circumstances: [...(s.circumstances ?? [])],
    suggested: found?.rowId ?? 'manual',
    confirmed: s.tier ? ('overridden' as const) : ('agreed' as const),
    tier: s.tier ?? found?.tier ?? '',
    note: s.note ?? '',
  }
}

/** Where our tables reach the charge, they must say what docs/handbook.md says; for the others a person says it today, with the row in the note. */
function check(title: string, expected: string, suggestion: ReturnType<typeof tierOf>): void {
  const isUncovered = suggestion?.kind === 'manual' && suggestion.reasons.includes('charge.manual')
  const said = suggestion?.kind === 'tier' ? suggestion.rowId : 'MANUAL'
  if (!isUncovered && said !== expected) fail(`${title}: the engine says ${said}, and ${expected} was expected`)
}

const idOf = (p: Player, name: string): string => p.ids.get(name) ?? fail(`${p.story.title} has no subject ${name}`)
