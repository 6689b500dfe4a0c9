/**
 * No road without an end (found B1): from the examination on, by every act with a canonical input of everybody whom the policy lets, through
 * every state that can be reached. In each of them what is owed has an act that its owner can give, and some way leads to where nothing is owed.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseCommand } from '#lib/domain/case/commands'
import {
  actor,
  attempt,
  CHEN,
  COMMISSION,
  DECISION,
  EXAMINING,
  open,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  report,
  play,
  send,
  type Step,
  type Played,
} from '#lib/domain/case/given'
import type { OpenCase } from '#lib/domain/case/state'
import { can } from '#lib/domain/policy/can'
import { roundOf } from '#lib/domain/case/rounds'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { dutyRow, type DutyCode } from '#lib/domain/procedure/duty'
import type { Actor, UnitRef } from '#lib/domain/result'
import { itemsLeft } from '#lib/domain/transfer/hand-over'
import { isReceived, openProceedings, type TrackState } from '#lib/domain/transfer/state'
import { dutiesOf, hasEnded } from './duties.ts'
import type { Duty } from './rows.ts'
import { owes } from './whose.ts'

const PEOPLE: readonly Actor[] = [
  actor('chen', 'handler'),
  actor('zhou', 'handler'),
  actor('li', 'reviewer'),
  actor('wang', 'approver'),
  ...[POLICE, COMMISSION, OTHER_POLICE].flatMap((body) => [
    actor('liu', 'handler', body),
    actor('hao', 'intake', body),
    actor(`${body.unitId}-ma`, 'approver', body),
  ]),
  actor('jian', 'supervisor', PROCURATORATE),
]
const decision = { ...DECISION, reasons: '理由' }
const paper = { no: '1', on: '2026-11-24', text: '理由', document: null }
type Things = Extract<CaseCommand, { type: 'HandOver' }>['things']
const handOver = (trackId: string, things: Things): CaseCommand => ({
  type: 'HandOver',
  trackId,
  things,
  place: '物证室',
  on: '2026-11-24',
  time: '10:00',
  text: '',
})
/** What is tried in each state: made for it, so that a form that was read is the one that is sent. */
const TRIES: readonly ((track: TrackState) => CaseCommand)[] = [
  ({ trackId }) => ({ type: 'FileCase', trackId, decision: DECISION }),
  ({ trackId }) => ({ type: 'DeclineFiling', trackId, decision }),
  ({ trackId }) => ({ type: 'GiveFilingOpinion', trackId, proposes: 'file', text: '意见' }),
  ({ trackId }) => ({ type: 'SignForDecision', trackId }),
  ({ trackId }) => ({ type: 'PrepareReconsideration', trackId, text: '异议' }),
  (track) => ({ type: 'AskReconsideration', trackId: track.trackId, readSeq: draftOf(track) }),
  ({ trackId }) => ({ type: 'AnswerReconsideration', trackId, outcome: 'upheld', decision }),
  ({ trackId }) => ({ type: 'AnswerReconsideration', trackId, outcome: 'changed', decision }),
  ({ trackId }) => ({ type: 'WaiveRemedy', trackId, reason: '理由' }),
  ({ trackId }) => ({ type: 'ReturnTransfer', trackId, reason: '无管辖权', competent: '' }),
  ({ trackId }) => ({ type: 'LeaveReturned', trackId, reason: '理由' }),
  ({ trackId }) => ({ type: 'PrepareSupervision', trackId, text: '应当立案' }),
  (track) => ({ type: 'ProposeSupervision', trackId: track.trackId, readSeq: draftOf(track) }),
  ({ trackId }) => ({ type: 'AskReasons', trackId, paper }),
  ({ trackId }) => ({ type: 'FindNoObjection', trackId, reason: '理由' }),
  ({ trackId }) => ({ type: 'ExplainReasons', trackId, paper }),
  ({ trackId }) => ({ type: 'AcceptReasons', trackId, paper }),
  ({ trackId }) => ({ type: 'OrderFiling', trackId, paper }),
  ({ trackId }) => ({ type: 'FileAsOrdered', trackId, decision }),
  ({ trackId }) => ({ type: 'ReportStatus', trackId, kind: 'judged', fen: null, paper }),
  ({ trackId }) => handOver(trackId, [{ is: 'item', ref: '0', keptAt: '' }]),
  ({ trackId }) => handOver(trackId, [{ is: 'item', ref: '1', keptAt: '停车场' }]),
  ({ trackId }) => handOver(trackId, [{ is: 'file', ref: 'i1', keptAt: '' }]),
  ({ trackId }) => ({ type: 'DeclareNoHandOver', trackId, reason: '无' }),
  (track) => ({ type: 'ConfirmHandOver', trackId: track.trackId, proceeding: openHandOver(track), outcome: 'taken', text: '' }),
  (track) => ({ type: 'ConfirmHandOver', trackId: track.trackId, proceeding: openHandOver(track), outcome: 'not-taken', text: '不符' }),
]
const draftOf = (track: TrackState): number => (isReceived(track) ? (track.prepared?.seq ?? 0) : 0)
const openHandOver = (track: TrackState): number =>
  isReceived(track) ? (openProceedings(track).find(({ kind }) => kind === 'hand-over')?.seq ?? 0) : 0

type Place = Readonly<{ played: Played; key: string; next: readonly string[] }>
/** What can still happen hangs on the tracks, without the times and seqs of how it came about, nor how often something was done in vain. */
function keyOf(state: OpenCase): string {
  const owed = [...new Set(dutiesOf(state).map(({ code, trackId, unitId, post }) => `${code} ${trackId} ${unitId} ${post}`))]
  const tracks = Object.values(state.tracks).map((track) => [track.phase, isReceived(track) ? shapeOf(track) : null])
  return JSON.stringify([
    tracks,
    owed,
    hasEnded(state),
    state.rounds.map((round) => [stageOf(state, round).phase, round.report?.confirmed !== null, round.report === null]),
  ])
}
function shapeOf(track: Extract<TrackState, { proceedings: unknown }>): readonly unknown[] {
  const standing = 'decisions' in track ? track.decisions.slice(-1).map(({ outcome, signedFor }) => [outcome, signedFor !== null]) : []
  const kinds = track.proceedings.map(({ kind, answered }) => `${kind} ${answered !== null}`)
  const left = (['offered', 'taken'] as const).map((how) => itemsLeft(track, how).map(({ ref }) => ref))
  return [standing, [...new Set(kinds)].toSorted(), left, track.prepared?.stage, [...new Set(track.reports.map(({ stage }) => stage))]]
}

function walk(body: UnitRef, items: number): ReadonlyMap<string, Place> {
  const tracks = report({
    ...plan(),
    to: body,
    copyTo: body.kind === 'police' && items >= 0 ? PROCURATORATE : null,
    route: { rule: 'RG1', suggested: body.kind, citation: '', reason: '' },
  })
  const steps = EXAMINING.map((step): Step =>
    step.command.type === 'WriteReport' ? { ...step, command: { ...step.command, report: tracks } } : step,
  )
  const first = play(withItems(steps, items))
  const places = new Map<string, Place>()
  const queue = [first]
  for (let played = queue.shift(); played; played = queue.shift()) {
    const key = keyOf(open(played))
    if (places.has(key)) continue
    const next = stepsFrom(played)
    if (places.size > 5_000) throw new Error(`no end of states: ${key}`)
    places.set(key, { played, key, next: next.map((one) => keyOf(open(one))) })
    queue.push(...next)
  }
  return places
}
/** Recorded before the report is written, so that the letter lists them; what is read later has a number more. */
function withItems(steps: readonly Step[], n: number): readonly Step[] {
  if (n <= 0) return steps
  const at = steps.findIndex(({ command }) => command.type === 'WriteReport')
  const goods = { subjectId: '', spec: '', quantity: '1', unit: '枚', condition: '', valueFen: null, place: '', origin: '' }
  const items = Array.from({ length: n }, (_, i) => ({ ...goods, name: `公章${i}` }))
  const later = steps.slice(at).map((step): Step => {
    const { command } = step
    const readSeq = 'readSeq' in command && command.readSeq > 0 ? { readSeq: command.readSeq + 1 } : {}
    return { ...step, command: { ...command, ...readSeq } as CaseCommand } // safe: the same command, another number
  })
  return [...steps.slice(0, at), { by: CHEN, command: { type: 'RecordItems', items, readSeq: 0 } }, ...later]
}
const stepsFrom = (played: Played): Played[] => triesIn(open(played)).flatMap((command) => doneBy(played, command, PEOPLE) ?? [])
const triesIn = (state: OpenCase): CaseCommand[] => [
  ...Object.values(state.tracks).flatMap((track) => TRIES.map((make) => make(track))),
  ...anewIn(state),
]
const OPEN_ROUND = { type: 'OpenRound', reason: '理由' } as const
/** What came back once is planned anew for another body, to the end of that road; what comes back a second time is left. */
function anewIn(state: OpenCase): CaseCommand[] {
  const { sections, rounds, tracks } = state
  const came = Object.values(tracks).some(({ phase }) => phase === 'returned')
  const another = report(plan({ trackId: 't2', to: OTHER_POLICE, copyTo: null }))
  return !came
    ? []
    : [
        ...(rounds.length === 1 ? [OPEN_ROUND] : []),
        ...(roundOf(state).report === null ? ([{ type: 'WriteReport', report: another, readSeq: sections.report }] as const) : []),
        { type: 'ConfirmReport', readSeq: sections.report },
        { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: sections.report },
        { type: 'GiveOpinion', verdict: 'agree', text: '同意', readSeq: sections.review },
        { type: 'ApproveTransfer', opinion: '', readSeq: sections.review },
        { type: 'RefuseTransfer', reason: '理由', readSeq: sections.review },
        send('t2'),
        { type: 'SignReceipt', trackId: 't2', code: '丙公', damaged: [], remarks: '' },
        { type: 'OpenExamination', trackId: 't2' },
      ]
}
/** By the first of them who may; null where none may, or the rules refuse. */
function doneBy(played: Played, command: CaseCommand, people: readonly Actor[]): Played | null {
  const trackId = 'trackId' in command ? command.trackId : null
  const by = people.map((person) => can(person, command.type, open(played), { trackId })).find((one) => one !== null)
  const done = by && attempt(played, { by, command, at: at(played.events.length) })
  return done?.ok ? done.value : null
}
const at = (n: number): string => new Date(Date.parse('2026-11-24T06:30:00.000Z') + n * 60_000).toISOString()

/** What its owner does first. */
const TOWARDS: Readonly<Partial<Record<DutyCode, readonly string[]>>> = { 'submit-report': ['WriteReport', 'ConfirmReport'] }
/** The acts by which a duty can be done or ended, each tried as its owner alone. */
function actsOf(played: Played, duty: Duty): string[] {
  const { act, instead = [] } = dutyRow(duty.code)
  const owners = PEOPLE.filter((person) => owes(person, duty))
  const acts: readonly string[] = [act, ...instead, ...(TOWARDS[duty.code] ?? [])]
  const commands = [...triesIn(open(played)), OPEN_ROUND].filter(({ type }) => acts.includes(type))
  return commands.flatMap((command) => (doneBy(played, command, owners) ? [command.type] : []))
}

describe.each([
  ['the police, with two items', POLICE, 2, 20],
  ['the police, with no item', POLICE, 0, 12],
  ['the police, copied to nobody', POLICE, -1, 8],
  ['the commission', COMMISSION, 0, 4],
] as const)('the road from the examination of %s', (_body, body, items, atLeast) => {
  let places: ReadonlyMap<string, Place> = new Map()
  beforeAll(() => {
    places = walk(body, items)
  })

  it('is walked (found B1)', () => expect(places.size).toBeGreaterThan(atLeast))
  it('has no duty without an act that its owner can give (found B1)', () => {
    const stuck = [...places.values()].flatMap(({ played }) =>
      dutiesOf(open(played)).flatMap((duty) =>
        actsOf(played, duty).length > 0 ? [] : [`${duty.code} in ${open(played).tracks[duty.trackId]?.phase}`],
      ),
    )
    expect([...new Set(stuck)]).toEqual([])
  })
  it('leads on from every state in which something is owed (found B1)', () => {
    const ends = [...places.values()].filter(({ played, next }) => !hasEnded(open(played)) && next.length === 0)
    expect(ends.map(({ key }) => key)).toEqual([])
  })
  it('leads from every state to one in which nothing is owed (found B1)', () => {
    const free = new Set([...places.values()].filter(({ played }) => hasEnded(open(played))).map(({ key }) => key))
    expect(free.size).toBeGreaterThan(0)
    for (let grown = -1; grown !== free.size;) {
      grown = free.size
      for (const { key, next } of places.values()) if (next.some((one) => free.has(one))) free.add(key)
    }
    expect([...places.keys()].filter((key) => !free.has(key))).toEqual([])
  })
})
