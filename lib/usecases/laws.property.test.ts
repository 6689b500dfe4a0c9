/** Laws that hold whatever anybody does in whatever order: thousands of random deeds by everybody, through `ask`. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { CaseEvent } from '#lib/domain/case/events'
import {
  actor,
  assessment,
  COMMISSION,
  DECISION,
  EXAMINING,
  CHEN,
  CHIEF,
  item,
  line,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  report,
  send,
  subject,
} from '#lib/domain/case/given'
import { evolve } from '#lib/domain/case/evolve'
import type { CaseState } from '#lib/domain/case/state'
import { mayDo } from '#lib/domain/policy/can'
import type { Actor } from '#lib/domain/result'
import { isReceived, isSent } from '#lib/domain/transfer/state'
import { caseStream } from '#lib/domain/stream'
import { firstBreak, openEvent } from '#lib/ledger/open'
import type { Commit } from '#lib/ports/case-store'
import { memoryStore } from '#lib/ports/case-store.memory'
import { openCase, rowsOf } from '#lib/views/case-views'
import { dutiesOf } from '#lib/views/duties'
import { askAs, type Effects } from './ask.ts'
import { fold } from './folded.ts'
import { caseDecider } from './case-decider.ts'
import { recount } from './refold.ts'

const PEOPLE: readonly Actor[] = [
  actor('chen', 'handler'),
  actor('zhou', 'handler'),
  actor('sun', 'handler'),
  actor('li', 'reviewer'),
  actor('wang', 'approver'),
  actor('he', 'liaison'),
  actor('hao', 'intake', POLICE),
  actor('liu', 'handler', POLICE),
  actor('ma', 'approver', POLICE),
  actor('lei', 'intake', OTHER_POLICE),
  actor('jw', 'intake', COMMISSION),
  actor('jian', 'supervisor', PROCURATORATE),
]
const seqOf = (state: CaseState, section: keyof NonNullable<CaseState>['sections']): number => state?.sections[section] ?? 0
const two = report(
  plan({ facts: '刘', law: '法' }),
  plan({
    trackId: 't2',
    to: COMMISSION,
    copyTo: null,
    subjectIds: ['s1'],
    itemIds: ['i2'],
    facts: '赵',
    law: '法',
    route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '' },
  }),
)
/** What can be tried, made for the state as it is, so that most of it is worth trying. */
const TRIES: readonly ((state: CaseState) => CaseCommand)[] = [
  (s) => ({ type: 'RecordSubject', subjectId: 's1', subject: subject(), readSeq: s?.subjects['s1']?.seq ?? 0 }),
  (s) => ({ type: 'RecordAmounts', lines: [line()], assessments: [assessment()], readSeq: seqOf(s, 'amounts') }),
  () => ({ type: 'AddEvidence', item: item(1) }),
  () => ({ type: 'AddEvidence', item: item(2) }),
  () => ({ type: 'VoidEvidence', itemId: 'i2', reason: 'x' }),
  () => ({ type: 'JustifyAbsence', absent: { items: 'x', expert: 'x', other: 'x' } }),
  (s) => ({ type: 'WriteReport', report: report(), readSeq: seqOf(s, 'report') }),
  (s) => ({ type: 'WriteReport', report: two, readSeq: seqOf(s, 'report') }),
  (s) => ({ type: 'ConfirmReport', readSeq: seqOf(s, 'report') }),
  (s) => ({ type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: seqOf(s, 'report') }),
  (s) => ({ type: 'ApproveTransfer', opinion: '', readSeq: seqOf(s, 'review') }),
  (s) => ({ type: 'ReturnReport', note: 'x', readSeq: seqOf(s, 'review') }),
  () => ({ type: 'WithdrawReport', reason: 'x' }),
  () => send('t1'),
  () => send('t2'),
  () => ({ type: 'WithdrawTransfer', trackId: 't1', reason: 'x' }),
  ...['t1', 't2'].flatMap((trackId): ((state: CaseState) => CaseCommand)[] => [
    () => ({ type: 'SignReceipt', trackId, code: 'x', damaged: [], remarks: '' }),
    () => ({ type: 'OpenExamination', trackId }),
    () => ({ type: 'AskSupplement', trackId, wanted: ['x'] }),
    () => ({ type: 'SendSupplement', trackId, itemIds: [], note: 'x' }),
    () => ({ type: 'PassOn', trackId, to: OTHER_POLICE, copyTo: null, reason: 'x' }),
    () => ({ type: 'ReturnTransfer', trackId, reason: 'x', competent: '' }),
    () => ({ type: 'FileCase', trackId, decision: DECISION }),
    () => ({ type: 'SignForDecision', trackId }),
  ]),
]
const deeds = fc.array(fc.record({ who: fc.nat(PEOPLE.length - 1), what: fc.nat(TRIES.length - 1), fitting: fc.nat(4) }), {
  minLength: 60,
  maxLength: 200,
})

/** The usual way to the end; and every phase that any walk came through. */
const WAY = [
  ...EXAMINING,
  { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } as const },
  { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } as const },
]
const reached = new Set<string>()
/** Begins anywhere on the usual way, then lets chance go on. */
async function live(start: number, all: readonly { who: number; what: number; fitting: number }[]) {
  const store = memoryStore()
  const written: Commit[] = []
  const commit: typeof store.commit = async (deed) => {
    const outcome = await store.commit(deed)
    if (outcome === 'committed') written.push(deed)
    return outcome
  }
  let n = 0
  const effects: Effects = {
    read: store,
    write: { commit },
    newSalt: () => `s${++n}`,
    newId: () => `id${++n}`,
    chance: () => 0,
    wait: async () => undefined,
  }
  const at = (minute: number) => new Date(Date.parse('2026-11-01T00:00:00.000Z') + minute * 60_000).toISOString()
  for (const [i, { by, command }] of WAY.slice(0, start).entries()) {
    const person = PEOPLE.find((one) => one.personId === by.personId)
    if (person) await askAs(effects, caseDecider, person, { now: at(i) })('c1', command, null)
  }
  let state: CaseState = null
  for (const [i, { who, what, fitting }] of all.entries()) {
    state = fold(caseDecider, await store.readEvents({ stream: 'case', streamId: 'c1' })).state
    for (const track of Object.values(state?.tracks ?? {})) reached.add(track.phase)
    const before = (await store.readEvents({ stream: 'case', streamId: 'c1' })).length
    const command = TRIES[what]!(state) // within the list
    // Four times in five somebody who may: or a case would never get anywhere.
    const target = { trackId: 'trackId' in command ? command.trackId : null }
    const person = (fitting > 0 && PEOPLE.find((one) => mayDo(one, command.type, state, target).is === 'yes')) || PEOPLE[who]! // within the list
    const done = await askAs(effects, caseDecider, person, { now: at(i + 30) })('c1', command, null)
    const after = (await store.readEvents({ stream: 'case', streamId: 'c1' })).length
    if (!done.ok) expect(after, 'a refusal leaves nothing behind').toBe(before)
    if (!done.ok && done.refusal.code === 'policy.denied') expect(mayDo(person, command.type, state, target).is).toBe('never')
  }
  return { store, written }
}

describe('whatever anybody does', () => {
  it('the ledger holds, the order of the law holds, and what is stored, told and taken is what follows from the events (found J7)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: WAY.length }), deeds, async (start, all) => {
        const { store, written } = await live(start, all)
        const sealed = await store.readEvents({ stream: 'case', streamId: 'c1' })
        expect(firstBreak(sealed)).toBeNull()
        const { state, past } = fold(caseDecider, sealed)
        expect(state).toEqual(past.reduce<CaseState>(evolve, null))
        if (!state) throw new Error('a case was registered')
        const row = await store.readCaseRow('c1')
        if (!row) throw new Error('a case has a row')
        expect(row).toEqual(rowsOf(state).cases[0])
        expect(openCase(row, await store.listEvidence('c1'))).toEqual(JSON.parse(JSON.stringify(state)))
        expect((await store.listDutiesOf(caseStream('c1'))).map((d) => d.dutyId).toSorted()).toEqual(
          dutiesOf(state)
            .map((d) => d.dutyId)
            .toSorted(),
        )
        expect(await store.listEntries(caseStream('c1'), {})).toHaveLength(sealed.length)
        const second = recount({ stream: 'case', streamId: 'c1' }, sealed)
        expect(second.notices).toEqual(written.flatMap(({ notices }) => notices))
        expect(second.numbers).toEqual(written.flatMap(({ numbers }) => numbers))
        inOrder(sealed.map((event) => openEvent(event).event as unknown as CaseEvent)) // safe: sealed by `ask`
        expect(state.handlerIds.length).toBeGreaterThanOrEqual(2)
        for (const track of Object.values(state.tracks)) {
          if (isSent(track)) expect(track.snapshot.files.every((file) => file.folder.startsWith('main'))).toBe(true)
          if (isReceived(track)) expect(track.receipt.at >= track.sent.at).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    for (const phase of ['sent', 'received', 'examining', 'filed']) expect(reached, 'or the walk shows nothing').toContain(phase)
  }, 60_000)
})

/** No approval without a confirmed report by somebody else, no sending without approval, no receipt without sending, no decision without receipt. */
function inOrder(events: readonly CaseEvent[]): void {
  let confirmed = false,
    approved = false
  const sent = new Set<string>(),
    signed = new Set<string>()
  for (const event of events) {
    if (event.type === 'ReportWritten') confirmed = false
    if (event.type === 'ReportConfirmed') confirmed = true
    if (event.type === 'ReportSubmitted') expect(confirmed).toBe(true)
    if (event.type === 'ReportWithdrawn' || event.type === 'ReportReturned') approved = confirmed = false
    if (event.type === 'TransferApproved') {
      expect(confirmed).toBe(true)
      approved = true
    }
    if (event.type === 'TransferSent') {
      expect(approved).toBe(true)
      sent.add(event.trackId)
    }
    if (event.type === 'TransferWithdrawn') sent.delete(event.trackId)
    if (event.type === 'ReceiptSigned') {
      expect(sent.has(event.trackId)).toBe(true)
      signed.add(event.trackId)
    }
    if (event.type === 'TransferPassedOn') signed.delete(event.trackId)
    if (['CaseFiled', 'CaseNotFiled', 'SupplementAsked', 'ExaminationOpened'].includes(event.type) && 'trackId' in event && event.trackId)
      expect(signed.has(event.trackId)).toBe(true)
  }
}
