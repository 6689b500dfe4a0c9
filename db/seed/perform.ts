/** One act of a story: what the bureau does by itself, and what happens to a track. */
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import type { Post } from '#lib/domain/result'
import { voidEvidence } from '#lib/usecases/add-evidence'
import { assignHandlers } from '#lib/usecases/assign-handlers'
import { confirmReport } from '#lib/usecases/confirm-report'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import type { CaseDesk, CaseDone } from '#lib/usecases/desk'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { readWholeCase } from '#lib/usecases/read-case'
import { recordBasics } from '#lib/usecases/record-basics'
import { strikeSubject } from '#lib/usecases/record-subject'
import { submitReport } from '#lib/usecases/submit-report'
import { urge } from '#lib/usecases/urge'
import { writeReport } from '#lib/usecases/write-report'
import { attach } from './attach.ts'
import { instantOf, type Moment } from './moment.ts'
import { personIdOf } from './office.ts'
import { onTrack } from './on-track.ts'
import { deskOf, fail, holderOf, key, type Player } from './player.ts'
import { onStage } from './on-stage.ts'
import { STAGE_VERBS, type Act, type SeedTrack, type StageAct, type TrackAct } from './story.ts'

export async function perform(p: Player, act: Act): Promise<Awaited<CaseDone>> {
  const [verb, moment] = act
  const [first, second] = p.story.handlers
  const state = await readWholeCase(p.container.effects.read, p.caseId)
  if (!state) fail('no case')
  const review = { readAt: state.sections.review, formKey: key() }
  const report = { readAt: state.sections.report, formKey: key() }
  const as = (post: Post): Promise<CaseDesk> => deskOf(p, holderOf(`${p.story.bureau}-hrss`, post, instantOf(moment, p.now)), moment)
  if (verb === 'write') return write(p, moment, state)
  if (verb === 'confirm') return confirmReport((await deskOf(p, second, moment)).ask, p.caseId, report)
  if (verb === 'submit') return submitReport(await deskOf(p, first, moment), p.caseId, state, report)
  if (verb === 'opinion') return giveOpinion((await as('reviewer')).ask, p.caseId, { verdict: act[2], text: act[3], ...review })
  if (verb === 'approve' || verb === 'refuse' || verb === 'return')
    return decideTransfer((await as('approver')).ask, p.caseId, { decision: verb, opinion: act[2], password: '', ...review })
  if (verb === 'take-back') return (await deskOf(p, first, moment)).ask(p.caseId, { type: 'WithdrawReport', reason: act[2] }, key())
  if (verb === 'anew') return (await deskOf(p, first, moment)).ask(p.caseId, { type: 'OpenRound', reason: act[2] }, key())
  if (verb === 'correct') {
    const { ask } = await deskOf(p, first, moment)
    return recordBasics(ask, p.caseId, { ...basicsOf(state), conduct: act[2], readAt: state.sections.basics, formKey: key() })
  }
  if (verb === 'assign') {
    const input = { formKey: key(), readAt: state.sections.handlers, handlers: act[2].map(personIdOf), reason: act[3] }
    return assignHandlers(await as('liaison'), p.caseId, input)
  }
  if (verb === 'strike') {
    const subjectId = p.ids.get(act[2]) ?? fail(`no subject ${act[2]}`)
    const readAt = state.subjects[subjectId]?.seq ?? 0
    return strikeSubject((await deskOf(p, first, moment)).ask, p.caseId, subjectId, { formKey: key(), readAt, reason: act[3] })
  }
  if (verb === 'void') {
    const itemId = p.items[Number(act[2])] ?? fail(`no file ${act[2]}`)
    return voidEvidence((await deskOf(p, first, moment)).ask, p.caseId, itemId, { reason: act[3], formKey: key() })
  }
  if (verb === 'add') return attach(p, first, moment, act[2])
  if (verb === 'urge') {
    const [, , nth, login, toPost, text] = act
    const track = nth === null ? null : state.tracks[p.trackIds[nth] ?? '']
    const input = { formKey: key(), trackId: track?.trackId ?? '', toUnitId: track?.to.unitId ?? state.bureau.unitId, toPost, text }
    return urge((await deskOf(p, login, moment)).ask, p.caseId, input)
  }
  // safe: what the bureau does by itself is dealt with above, and the verbs of stages are these
  return STAGE_VERBS.includes(verb) ? onStage(p, act as StageAct, state) : onTrack(p, act as TrackAct, state)
}
const basicsOf = ({ basics }: OpenCase) => ({ ...basics, funds: [...basics.funds] })

async function write(p: Player, moment: Moment, state: OpenCase): Promise<Awaited<CaseDone>> {
  const done = await writeReport(await deskOf(p, p.story.handlers[0], moment), p.caseId, state, {
    formKey: key(),
    readAt: state.sections.report,
    facts: p.story.conduct,
    investigation: investigated(p.story.conduct),
    law: '《社会保险法》第八十八条、第九十一条；《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条。',
    proposal: '建议依法移送，并继续追缴损失。',
    tracks: p.story.tracks.map((track, i) => trackInput(p, track, p.trackIds[i] ?? '')),
  })
  if (!done.ok) return done
  const plans = (done.value.state && reportOf(done.value.state)?.tracks) ?? []
  p.trackIds = plans.map((track) => track.trackId)
  for (const [i, { suggests }] of p.story.tracks.entries()) {
    const found = plans[i]?.route.suggested
    if (suggests !== undefined && found !== suggests) fail(`${p.story.title}: “${found}” is suggested, not “${suggests}”`)
  }
  return done
}
const trackInput = (p: Player, { to, subjects, charges, files, reason = '', facts = '', law = '' }: SeedTrack, trackId: string) => ({
  trackId,
  recipient: to,
  subjects: subjects.map((s) => p.ids.get(s) ?? fail(`${p.story.title} has no subject ${s}`)),
  charges: [...charges],
  files: files ? ('chosen' as const) : ('all' as const),
  itemIds: (files ?? []).flatMap((n) => p.items[n] ?? []),
  reason,
  facts,
  law,
  investigation: facts && investigated(facts),
})
/** How the office tells that it investigated. */
const investigated = (conduct: string): string => `经初核立案，两名执法人员依法调取业务数据、银行流水，询问有关人员。${conduct}`
