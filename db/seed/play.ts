/** Plays a story through the same use-cases that the pages use, each act under its own person and at its own past time. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import type { Instant, Post, Result } from '#lib/domain/result'
import { addDays, addHours, beijingDay, beijingTime, instantAt } from '#lib/domain/time'
import { addEvidence } from '#lib/usecases/add-evidence'
import { caseDecider } from '#lib/usecases/case-decider'
import { confirmReport } from '#lib/usecases/confirm-report'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import type { CaseDesk, CaseDone } from '#lib/usecases/desk'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { justifyAbsence } from '#lib/usecases/justify-absence'
import { actorOf } from '#lib/usecases/office/actor-of'
import { readOpenCase } from '#lib/usecases/read-case'
import * as receive from '#lib/usecases/receive-transfer'
import { recordAmounts } from '#lib/usecases/record-amounts'
import { recordItems } from '#lib/usecases/record-items'
import { recordSubject } from '#lib/usecases/record-subject'
import { registerCase } from '#lib/usecases/register-case'
import { sendTransfer, withdrawTransfer } from '#lib/usecases/send-transfer'
import { submitReport } from '#lib/usecases/submit-report'
import { tierOf } from '#lib/usecases/suggest'
import { withdrawReport } from '#lib/usecases/withdraw-report'
import { writeReport } from '#lib/usecases/write-report'
import type { House } from '#lib/server/here'
import { PEOPLE, personIdOf, UNITS } from './office.ts'
import type { Act, SeedFile, SeedSubject, SeedTrack, Story } from './story.ts'

const FILES = join(import.meta.dirname, 'files')
type Play = {
  house: House
  story: Story
  now: Instant
  last: Instant
  caseId: string
  ids: Map<string, string>
  items: string[]
  trackIds: string[]
}

export async function play(house: House, story: Story, now: Instant): Promise<void> {
  const p: Play = { house, story, now, last: '', caseId: '', ids: new Map(), items: [], trackIds: [] }
  const [first] = story.handlers
  const registered = must(
    await registerCase(await desk(p, first, story.registered), {
      formKey: key(),
      unitId: `${story.bureau}-hrss`,
      handlers: story.handlers.map(personIdOf),
      title: story.title,
      source: story.source,
      sourceNote: story.sourceNote ?? '',
      funds: [...story.funds],
      division: unitOf(`${story.bureau}-hrss`).division,
      foundOn: addDays(beijingDay(addHours(now, -story.registered)), -3),
      conduct: story.conduct,
    }),
  )
  p.caseId = registered.streamId
  await fill(p)
  for (const act of story.acts) must(await perform(p, act))
}

/** Subjects, amounts, items, evidence: in the days after registration. */
async function fill(p: Play): Promise<void> {
  const { story } = p
  const [first] = story.handlers
  const me = await desk(p, first, story.registered - 20)
  for (const s of story.subjects) {
    const done = must(
      await recordSubject(me, p.caseId, null, {
        formKey: key(),
        readAt: 0,
        kind: s.kind ?? 'person',
        name: s.name,
        idNo: s.idNo ?? '',
        employer: s.employer,
        position: s.position,
        role: s.role ?? 'main',
        official: s.official,
        isPrincipal: false,
        usedOffice: s.official === 'yes',
        companyMoney: s.charge === 'occupational-embezzlement',
        judicialOfficer: false,
        conduct: s.conduct,
      }),
    )
    const subjectId = Object.keys(done.state?.subjects ?? {}).find((id) => done.state?.subjects[id]?.name === s.name)
    if (subjectId) p.ids.set(s.key, subjectId)
  }
  for (const file of story.evidence) await attach(p, first, story.registered - 24, file)
  if (story.subjects.length > 0) await amounts(p)
  if (story.items)
    must(
      await recordItems(me.ask, p.caseId, {
        formKey: key(),
        readAt: 0,
        items: story.items.map(([name, quantity, unit, place, yuan]) => ({
          subjectId: '',
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
    )
  if (story.absent)
    must(
      await justifyAbsence(me.ask, p.caseId, {
        formKey: key(),
        items: story.absent.items ?? '',
        expert: story.absent.expert ?? '',
        other: story.absent.other ?? '',
      }),
    )
}

async function amounts(p: Play): Promise<void> {
  const me = await desk(p, p.story.handlers[0], p.story.registered - 30)
  const lines = p.story.subjects.flatMap((s) =>
    s.lines.map(([fund, from, to, yuan, recovered]) => ({
      lineId: '',
      subjectId: id(p, s.key),
      fund,
      from,
      to,
      amount: fen(yuan),
      recovered: recovered ? fen(recovered) : null,
    })),
  )
  const assessments = p.story.subjects.map((s) =>
    assess(
      p,
      s,
      lines.map(({ amount, recovered, ...line }) => ({ ...line, fen: amount, recoveredFen: recovered ?? 0 })),
    ),
  )
  must(await recordAmounts(me, p.caseId, { formKey: key(), readAt: 0, lines, assessments }))
}
function assess(p: Play, s: SeedSubject, lines: OpenCase['lines']) {
  const suggestion = tierOf({ lines }, id(p, s.key), s.charge, s.circumstances ?? [])
  const found = suggestion?.kind === 'tier' ? suggestion : null
  return {
    subjectId: id(p, s.key),
    charge: s.charge,
    circumstances: [...(s.circumstances ?? [])],
    suggested: found?.rowId ?? 'manual',
    confirmed: s.tier ? ('overridden' as const) : ('agreed' as const),
    tier: s.tier ?? found?.tier ?? '',
    note: s.note ?? '',
  }
}

async function attach(p: Play, login: string, hours: number, [file, folder, kind, source]: SeedFile): Promise<void> {
  const me = await desk(p, login, hours)
  const taken = await p.house.blobs.take(createReadStream(join(FILES, file)), { maxBytes: 2 ** 24 })
  if (!taken.ok) throw new Error(`${file}: ${taken.code}`)
  const done = must(
    await addEvidence(
      me,
      p.caseId,
      { name: nameOf(file), stored: taken.stored },
      { formKey: key(), folder, kind, source, collectedBy: p.story.handlers.map(nameOfPerson).join('、'), collectedOn: beijingDay(me.now) },
    ),
  )
  const itemId = Object.values(done.state?.evidence ?? {}).toSorted((a, b) => b.seq - a.seq)[0]?.itemId
  if (itemId) p.items.push(itemId)
}

async function perform(p: Play, act: Act): Promise<Awaited<CaseDone>> {
  const [verb, hours] = act
  const [first, second] = p.story.handlers
  const state = await readOpenCase(p.house.shell.read, p.caseId)
  if (!state) throw new Error('no case')
  const review = { readAt: state.sections.review, formKey: key() }
  const report = { readAt: state.sections.report, formKey: key() }
  if (verb === 'write') return write(p, hours, state)
  if (verb === 'confirm') return confirmReport((await desk(p, second, hours)).ask, p.caseId, report)
  if (verb === 'submit') return submitReport(await desk(p, first, hours), p.caseId, state, report)
  if (verb === 'opinion')
    return giveOpinion((await desk(p, holder(`${p.story.bureau}-hrss`, 'reviewer'), hours)).ask, p.caseId, {
      verdict: act[2],
      text: act[3],
      ...review,
    })
  if (verb === 'approve' || verb === 'refuse' || verb === 'return')
    return decideTransfer((await desk(p, holder(`${p.story.bureau}-hrss`, 'approver'), hours)).ask, p.caseId, {
      decision: verb,
      opinion: act[2],
      password: '',
      ...review,
    })
  if (verb === 'take-back') return withdrawReport((await desk(p, first, hours)).ask, p.caseId, { reason: act[2], formKey: key() })
  return onTrack(p, act, state)
}

async function write(p: Play, hours: number, state: OpenCase): Promise<Awaited<CaseDone>> {
  const done = await writeReport(await desk(p, p.story.handlers[0], hours), p.caseId, state, {
    formKey: key(),
    readAt: state.sections.report,
    facts: p.story.conduct,
    investigation: `经初核立案，两名执法人员依法调取业务数据、银行流水，询问有关人员。${p.story.conduct}`,
    law: '《社会保险法》第八十八条、第九十一条；《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条。',
    proposal: '建议依法移送，并继续追缴损失。',
    tracks: p.story.tracks.map((track) => trackInput(p, track)),
  })
  if (done.ok) p.trackIds = done.value.state?.report?.tracks.map((track) => track.trackId) ?? []
  return done
}
const trackInput = (p: Play, { to, subjects, charges, files, reason = '', facts = '', law = '' }: SeedTrack) => ({
  trackId: '',
  recipient: to,
  subjects: subjects.map((s) => id(p, s)),
  charges: [...charges],
  files: files ? ('chosen' as const) : ('all' as const),
  itemIds: (files ?? []).flatMap((n) => p.items[n] ?? []),
  reason,
  facts,
  law,
})

type TrackAct = Extract<Act, readonly [string, number, number, ...unknown[]]>
async function onTrack(p: Play, act: Act, state: OpenCase): Promise<Awaited<CaseDone>> {
  const [verb, hours, nth] = act as TrackAct // safe: `perform` took the others
  const trackId = p.trackIds[nth] ?? ''
  const body = state.tracks[trackId]?.to.unitId ?? ''
  const at = { caseId: p.caseId, trackId, formKey: key() }
  const [first] = p.story.handlers
  const as = (post: Post) => desk(p, holder(body, post), hours)
  switch (act[0]) {
    case 'send':
      return sendTransfer(await desk(p, first, hours), p.caseId, trackId, key())
    case 'withdraw':
      return withdrawTransfer(await desk(p, first, hours), p.caseId, trackId, { reason: act[3], formKey: key() })
    case 'receipt':
      return receive.signReceipt(await as('intake'), at, act[3] ?? '')
    case 'paper-receipt': {
      const happenedAt = step(p, hours)
      return receive.signReceipt(
        await desk(p, first, hours - 20),
        { ...at, paper: { happenedAt, onPaper: { paperNo: act[3], actedBy: act[4], blobDigest: '' } } },
        '',
      )
    }
    case 'examine':
      return receive.openExamination(await as('handler'), at)
    case 'ask':
      return receive.askSupplement(await as('intake'), at, act[3])
    case 'supplement': {
      await attach(p, first, hours, act[3])
      return receive.sendSupplement(await desk(p, first, hours), at, { itemIds: [p.items.at(-1) ?? ''], note: act[4] })
    }
    case 'pass-on':
      return receive.passOn(await as('intake'), at, { target: act[3], reason: act[4] })
    case 'give-back':
      return receive.returnTransfer(await as('intake'), at, { reason: act[3], competent: act[4] })
    case 'file':
      return receive.decideFiling(await as('approver'), at, {
        outcome: 'file',
        decisionNo: act[3],
        decidedOn: beijingDay(addHours(p.now, -hours)),
        charge: act[4],
        reasons: '',
        document: await document(p, 'filing-decision.pdf'),
      })
    case 'decline':
      return receive.decideFiling(await as('approver'), at, {
        outcome: 'decline',
        decisionNo: act[3],
        decidedOn: beijingDay(addHours(p.now, -hours)),
        charge: '',
        reasons: act[4],
        document: await document(p, 'not-filing-notice.pdf'),
      })
    case 'sign-for':
      return receive.signForDecision(await desk(p, first, hours), at)
    default:
      throw new Error(`no such act: ${verb}`)
  }
}

async function document(p: Play, file: string) {
  const taken = await p.house.blobs.take(createReadStream(join(FILES, file)), { maxBytes: 2 ** 24 })
  if (!taken.ok) throw new Error(`${file}: ${taken.code}`)
  return { name: nameOf(file), ...taken.stored }
}

/** The desk of a person at a time before now; never earlier than the act before. */
async function desk(p: Play, login: string, hours: number): Promise<CaseDesk> {
  const { shell, blobs, askAs } = p.house
  const now = step(p, hours)
  const actor = await actorOf(shell.read, personIdOf(login), beijingDay(now))
  return { actor, ask: askAs(shell, caseDecider, actor, { now }), read: shell.read, blobs, newId: randomUUID, now, today: beijingDay(now) }
}
function step(p: Play, hours: number): Instant {
  const exact = addHours(p.now, -hours)
  const wanted = hours > RECENT_HOURS ? inOfficeHours(exact) : exact
  p.last = wanted > p.last ? wanted : p.last
  return p.last
}
/** What is older than this happened in office hours; what is newer keeps its hour, or its clock would not stand where the story wants it. */
const RECENT_HOURS = 30
function inOfficeHours(at: Instant): Instant {
  const [hour = '', minute = ''] = beijingTime(at).split(':')
  const open = Number(hour) < 9 ? '09' : Number(hour) > 17 ? '17' : hour
  return instantAt(beijingDay(at), `${open}:${minute}`)
}

const fen = (yuan: string): number => Math.round(Number(yuan) * 100)
const key = (): string => randomUUID()
const id = (p: Play, name: string): string => p.ids.get(name) ?? ''
const unitOf = (unitId: string) => UNITS.find((unit) => unit.unitId === unitId) ?? fail(unitId)
const holder = (unitId: string, post: Post): string =>
  PEOPLE.find((person) => person.unitId === unitId && person.post === post)?.login ?? fail(`${unitId} has no ${post}`)
const nameOfPerson = (login: string): string => PEOPLE.find((person) => person.login === login)?.name ?? fail(login)
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo world was refused: ${result.refusal.code}`)
  return result.value
}
function fail(what: string): never {
  throw new Error(`the demo world knows no ${what}`)
}

/** What the office called the file; in the repository it has a plain name. */
const nameOf = (file: string): string => NAMES[file] ?? file
const NAMES: Readonly<Record<string, string>> = {
  'bank-flow.xlsx': '银行流水（协查回函）.xlsx',
  'transfer-account.xlsx': '转账往来明细.xlsx',
  'reconciliation.xlsx': '银行对账单与余额调节表.xlsx',
  'payout-list.csv': '养老金代发报盘明细.csv',
  'match-result.pdf': '死亡数据比对结果.pdf',
  'interview.docx': '询问笔录（第一次）.docx',
  'approval-form.jpg': '账号变更审批单（扫描件）.jpg',
  'forged-archive.jpg': '档案原件比对照片.jpg',
  'receipt-stubs.jpg': '缴费收据存根.jpg',
  'system-log.txt': '业务系统操作日志.txt',
  'call-recording.wav': '服务热线通话录音.wav',
  'expert-opinion.pdf': '司法会计鉴定意见书.pdf',
  'work-notes.docx': '工作记录.docx',
  'id-copies.pdf': '参保人身份证明复印件.pdf',
  'filing-decision.pdf': '立案决定书.pdf',
  'not-filing-notice.pdf': '不予立案通知书.pdf',
}
