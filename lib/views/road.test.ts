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
  plan,
  POLICE,
  PROCURATORATE,
  report,
  play,
  type Step,
  type Played,
} from '#lib/domain/case/given'
import type { OpenCase } from '#lib/domain/case/state'
import { can } from '#lib/domain/policy/can'
import { dutyRow, type DutyCode } from '#lib/domain/procedure/duty'
import type { Actor, UnitRef } from '#lib/domain/result'
import { itemsLeft } from '#lib/domain/transfer/hand-over'
import { isReceived, openProceedings, type TrackState } from '#lib/domain/transfer/state'
import { dutiesOf, hasEnded } from './duties.ts'
import { owes } from './whose.ts'

const PEOPLE: readonly Actor[] = [
  actor('chen', 'handler'),
  actor('wang', 'approver'),
  ...[POLICE, COMMISSION].flatMap((body) => [actor('liu', 'handler', body), actor(`${body.unitId}-ma`, 'approver', body)]),
  actor('jian', 'supervisor', PROCURATORATE),
]
const decision = { ...DECISION, reasons: '理由' }
const trackId = 't1'
const paper = { no: '1', on: '2026-11-24', text: '理由', document: null }
type Things = Extract<CaseCommand, { type: 'HandOver' }>['things']
const handOver = (things: Things): CaseCommand => ({
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
  () => ({ type: 'FileCase', trackId, decision: DECISION }),
  () => ({ type: 'DeclineFiling', trackId, decision }),
  () => ({ type: 'SignForDecision', trackId }),
  () => ({ type: 'PrepareReconsideration', trackId, text: '异议' }),
  (track) => ({ type: 'AskReconsideration', trackId, readSeq: draftOf(track) }),
  () => ({ type: 'AnswerReconsideration', trackId, outcome: 'upheld', decision }),
  () => ({ type: 'AnswerReconsideration', trackId, outcome: 'changed', decision }),
  () => ({ type: 'WaiveRemedy', trackId, reason: '理由' }),
  () => ({ type: 'PrepareSupervision', trackId, text: '应当立案' }),
  (track) => ({ type: 'ProposeSupervision', trackId, readSeq: draftOf(track) }),
  () => ({ type: 'AskReasons', trackId, paper }),
  () => ({ type: 'ExplainReasons', trackId, paper }),
  () => ({ type: 'AcceptReasons', trackId, paper }),
  () => ({ type: 'OrderFiling', trackId, paper }),
  () => ({ type: 'FileAsOrdered', trackId, decision }),
  () => ({ type: 'ReportStatus', trackId, kind: 'judged', fen: null, paper }),
  () => handOver([{ is: 'item', ref: '0', keptAt: '' }]),
  () => handOver([{ is: 'item', ref: '1', keptAt: '停车场' }]),
  () => handOver([{ is: 'file', ref: 'i1', keptAt: '' }]),
  () => ({ type: 'DeclareNoHandOver', trackId, reason: '无' }),
  (track) => ({ type: 'ConfirmHandOver', trackId, proceeding: openHandOver(track), outcome: 'taken', text: '' }),
  (track) => ({ type: 'ConfirmHandOver', trackId, proceeding: openHandOver(track), outcome: 'not-taken', text: '不符' }),
]
const draftOf = (track: TrackState): number => (isReceived(track) ? (track.prepared?.seq ?? 0) : 0)
const openHandOver = (track: TrackState): number =>
  isReceived(track) ? (openProceedings(track).find(({ kind }) => kind === 'hand-over')?.seq ?? 0) : 0

type Place = Readonly<{ played: Played; key: string; next: readonly string[] }>
/** What can still happen hangs on the track, without the times and seqs of how it came about, nor how often something was done in vain. */
function keyOf(state: OpenCase): string {
  const track = state.tracks[trackId]
  const owed = [...new Set(dutiesOf(state).map(({ code, unitId, post }) => `${code} ${unitId} ${post}`))]
  return JSON.stringify([track?.phase, owed, hasEnded(state), track && isReceived(track) ? shapeOf(track) : null])
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
function stepsFrom(played: Played): Played[] {
  const track = open(played).tracks[trackId]
  return track ? TRIES.map((make) => make(track)).flatMap((command) => doneBy(played, command, PEOPLE) ?? []) : []
}
/** By the first of them who may; null where none may, or the rules refuse. */
function doneBy(played: Played, command: CaseCommand, people: readonly Actor[]): Played | null {
  const by = people.map((person) => can(person, command.type, open(played), { trackId })).find((one) => one !== null)
  const done = by && attempt(played, { by, command, at: at(played.events.length) })
  return done?.ok ? done.value : null
}
const at = (n: number): string => new Date(Date.parse('2026-11-24T06:30:00.000Z') + n * 60_000).toISOString()

/** The acts by which a duty can be done or ended, each tried as its owner alone. */
function actsOf(played: Played, code: DutyCode): string[] {
  const track = open(played).tracks[trackId]
  const duty = dutiesOf(open(played)).find((one) => one.code === code)
  if (!track || !duty) return []
  const { act, instead = [] } = dutyRow(code)
  const owners = PEOPLE.filter((person) => owes(person, duty))
  const commands = TRIES.map((make) => make(track)).filter(({ type }) => type === act || instead.includes(type))
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
      dutiesOf(open(played)).flatMap(({ code }) =>
        actsOf(played, code).length > 0 ? [] : [`${code} in ${open(played).tracks[trackId]?.phase}`],
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
