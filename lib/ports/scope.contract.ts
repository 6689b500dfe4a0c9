/**
 * A row is in the list, and a duty in the worklist, exactly when `can` says so: no row too many, and none too few, for anybody.
 * A letter that was taken back is in the list of those who had it, and the row says no word of it; what is owed in it is not theirs to see.
 * Long, because the town that is drawn stands beside what is asked of it.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { can } from '#lib/domain/policy/can'
import { scopesOf } from '#lib/domain/policy/scope'
import { type Actor, type Post, POSTS, type UnitKind, type UnitRef } from '#lib/domain/result'
import type { CasePhase, OpenCase } from '#lib/domain/case/state'
import { CASE_PHASES } from '#lib/domain/procedure/case-phases'
import { trackPhase, trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { TrackState } from '#lib/domain/transfer/state'
import { rowsOf } from '#lib/views/case-views'
import { placeOf } from '#lib/views/duties'
import { keptPeople } from '#lib/views/whose'
import type { Duty } from '#lib/views/rows'
import type { Reader, CaseWriter } from './case-store.ts'
import { AT, deed, duty } from './samples.ts'

export function scopeContract(engine: string, open: () => Promise<Reader & CaseWriter>): void {
  describe(`scope on ${engine}`, () => {
    let store: Reader & CaseWriter
    let runs = 0
    const tally = { seen: 0, unseen: 0, stones: 0 }
    beforeAll(async () => void (store = await open()))

    const askAll = async (cases: readonly OpenCase[], actors: readonly Actor[]): Promise<void> => {
      runs += 1
      const world = cases.map((state, i) => named(state, `${runs}-${i}`))
      for (const state of world) await store.commit(deed(state.caseId, { rows: rowsOf(state), duties: owedIn(state) }))
      for (const actor of actors) await agrees(store, world, actor, `${runs}-`, tally)
    }

    it('lists exactly what can be read, of cases, of tracks, and of what is owed in them, and of a letter taken back the stone (found A7)', async () => {
      await askAll(TOWN.map(stateOf), EVERYBODY)
      Object.assign(tally, { seen: 0, unseen: 0, stones: 0 })
      await fc.assert(
        fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 12 }), fc.array(anyActor, { minLength: 1, maxLength: 8 }), askAll),
        { numRuns: 60 },
      )
      expect(Math.min(tally.seen, tally.unseen)).toBeGreaterThan(100) // else nothing was put to the test
      expect(tally.stones).toBeGreaterThan(5)
    }, 60_000)
  })
}

type Tally = { seen: number; unseen: number; stones: number }
async function agrees(store: Reader, world: readonly OpenCase[], actor: Actor, run: string, tally: Tally): Promise<void> {
  const { cases, tracks } = scopesOf(actor)
  const page = { after: null, size: 100_000 }
  const listed = await store.listCases(cases, {}, { by: 'registeredAt', descending: true }, page)
  const mine = listed.map(({ caseId }) => caseId).filter((id) => id.startsWith(run))
  const may = world.filter((state) => can(actor, 'ReadCase', state)).map(({ caseId }) => caseId)
  expect(mine.toSorted()).toEqual(may.toSorted())
  expect(await store.countCases(cases, {}, 100_000)).toBe(listed.length)

  const all = world.flatMap((state) => Object.keys(state.tracks).map((trackId) => ({ state, trackId })))
  const open = all.filter(({ state, trackId }) => can(actor, 'ReadTrack', state, { trackId })).map(({ trackId }) => trackId)
  const stones = all.filter(({ state, trackId }) => can(actor, 'ReadTombstone', state, { trackId })).map(({ trackId }) => trackId)
  const found = (await store.listTracks(tracks, {}, page)).filter(({ trackId }) => trackId.startsWith(run))
  expect(found.map(({ trackId }) => trackId).toSorted()).toEqual([...open, ...stones].toSorted())
  expect(found.flatMap(({ trackId, phase, title }) => (phase === 'withdrawn' && title === '' ? [trackId] : [])).toSorted()).toEqual(
    stones.toSorted(),
  )
  expect(await store.countTracks(tracks, {}, 100_000)).toBe((await store.listTracks(tracks, {}, page)).length)

  // By a word is found what may be read, and by its number what may be known of.
  const within = (ids: readonly string[]): string[] => ids.filter((id) => id.startsWith(run)).toSorted()
  const byWord = async (text: string) => ({
    cases: within((await store.listCases(cases, { text }, { by: 'lastAt', descending: true }, page)).map(({ caseId }) => caseId)),
    tracks: within((await store.listTracks(tracks, { text }, page)).map(({ trackId }) => trackId)),
  })
  const read = world.filter((state) => can(actor, 'ReadCase', state) && can(actor, 'ReadContent', state)).map(({ caseId }) => caseId)
  expect(await byWord('养老')).toEqual({ cases: read.toSorted(), tracks: open.toSorted() })
  expect((await byWord('(2026)1')).cases).toEqual(may.toSorted())
  expect((await byWord('7号')).tracks).toEqual([...open, ...stones].toSorted())

  const owed = world.flatMap((state) => owedIn(state).map((one) => ({ state, ...one })))
  const readable = owed.filter(
    ({ state, trackId }) => can(actor, 'ReadCase', state) || (trackId !== '' && can(actor, 'ReadTrack', state, { trackId })),
  )
  const seated = (unitId: string, post: Post) => actor.seats.some((seat) => seat.unitId === unitId && seat.post === post)
  const sides = {
    mine: readable.filter(
      ({ unitId, post, personIds }) => seated(unitId, post) && (!personIds || personIds.includes(`|${actor.personId}|`)),
    ),
    waiting: readable.filter(({ unitId }) => !actor.seats.some((seat) => seat.unitId === unitId)),
  }
  for (const [side, expected] of Object.entries(sides) as ['mine' | 'waiting', typeof readable][]) {
    const shown = await store.listDuties(actor, cases, tracks, { side }, page)
    const ours = shown.map(({ dutyId }) => dutyId).filter((id) => id.startsWith(run))
    expect(ours.toSorted()).toEqual(expected.map(({ dutyId }) => dutyId).toSorted())
    expect(await store.countDuties(actor, cases, tracks, { side }, 100_000)).toBe(shown.length)
  }
  tally.seen += may.length + open.length
  tally.stones += stones.length
  tally.unseen += world.length - may.length + all.length - open.length
}

/** A small town: few units and few people, so that everybody meets everybody. */
const KINDS: Readonly<Record<string, UnitKind>> = {
  b1: 'bureau',
  b2: 'bureau',
  p: 'bureau',
  g: 'police',
  j: 'commission',
  q: 'procuratorate',
  s: 'justice',
}
const DIVISIONS = ['990101', '990102'] as const
const PEOPLE = ['chen', 'lin', 'zhou', 'gao'] as const
const unitRef = (unitId: string): UnitRef => ({ unitId, kind: KINDS[unitId] ?? 'police', name: unitId, code: unitId })

const anySeat = fc.record({
  unitId: fc.constantFrom(...Object.keys(KINDS)),
  post: fc.constantFrom(...POSTS),
  division: fc.constantFrom(...DIVISIONS),
})
const anyActor: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constantFrom(...PEOPLE),
  seats: fc.array(
    anySeat.map((seat) => ({ ...seat, unitKind: KINDS[seat.unitId] ?? 'police' })),
    { maxLength: 3 },
  ),
})

const anyRecipient = fc.constantFrom('g', 'j', 'q').map(unitRef)
const anyTrack = fc.record({
  // A letter that was taken back is drawn more often than one phase of twenty, or a run has hardly any.
  phase: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...trackPhasesThat(() => true)) },
    { weight: 1, arbitrary: fc.constant('withdrawn' as const) },
  ),
  to: fc.oneof({ weight: 9, arbitrary: anyRecipient }, { weight: 1, arbitrary: fc.constantFrom('b1', 'b2').map(unitRef) }),
  copyTo: fc.option(anyRecipient),
  former: fc.array(anyRecipient, { maxLength: 2 }),
  handlerId: fc.option(fc.constantFrom(...PEOPLE)),
})
const anyCase = fc
  .record({
    bureauId: fc.constantFrom('b1', 'b2'),
    superiorId: fc.option(fc.constantFrom('p', 'b2')),
    division: fc.constantFrom(...DIVISIONS),
    place: fc.constantFrom(...DIVISIONS),
    isDecidedAbove: fc.boolean(),
    phase: fc.constantFrom(...CASE_PHASES),
    handlerIds: fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 2 }),
    subjects: fc.array(fc.option(fc.constantFrom(...PEOPLE)), { maxLength: 2 }),
    tracks: fc.array(anyTrack, { maxLength: 3 }),
  })
  .map(stateOf)

type Drawn = typeof anyTrack extends fc.Arbitrary<infer T> ? T : never
type DrawnCase = Readonly<{
  bureauId: string
  superiorId: string | null
  division: string
  place: string
  isDecidedAbove: boolean
  phase: CasePhase
  handlerIds: string[]
  subjects: (string | null)[]
  tracks: Drawn[]
}>

/** By hand, since a draw may miss it: own and superior's decision, a team, a subject, every phase of a track with copy, earlier body and handler. */
const usual: DrawnCase = {
  bureauId: 'b1',
  superiorId: 'p',
  division: '990101',
  place: '990101',
  isDecidedAbove: false,
  phase: 'transferred',
  handlerIds: ['chen', 'zhou'],
  subjects: [],
  tracks: [],
}
const sentTo = (to: string, phase: Drawn['phase'], handlerId: Drawn['handlerId'] = null): Drawn => ({
  phase,
  to: unitRef(to),
  copyTo: unitRef('q'),
  former: [unitRef('j')],
  handlerId,
})
const TOWN: readonly DrawnCase[] = [
  { ...usual, phase: 'investigating' },
  { ...usual, phase: 'in-review' },
  { ...usual, phase: 'in-review', isDecidedAbove: true },
  { ...usual, phase: 'in-review', isDecidedAbove: true, handlerIds: ['lin'] },
  { ...usual, subjects: ['chen'], tracks: [sentTo('g', 'received')] },
  { ...usual, place: '990102', tracks: [sentTo('g', 'examining', 'chen'), sentTo('g', 'examining', 'lin')] },
  { ...usual, tracks: trackPhasesThat(() => true).map((phase) => sentTo('g', phase)) },
  { ...usual, tracks: [sentTo('b1', 'received'), sentTo('j', 'sent')] },
]
const EVERYBODY: readonly Actor[] = Object.entries(KINDS).flatMap(([unitId, unitKind]) =>
  POSTS.map((post) => ({ personId: 'chen', seats: [{ unitId, unitKind, post, division: '990101' }] })),
)

const reviewIn = (phase: CasePhase, decidingUnitId: string) =>
  phase === 'investigating'
    ? { phase, sentBack: null }
    : { phase: phase === 'transferred' ? 'approved' : phase, decidingUnitId, submittedAt: AT, approval: { approvedAt: AT } }

/** Only what ties and rows look at is drawn; the rest of a state is empty. */
function stateOf(drawn: DrawnCase): OpenCase {
  const { bureauId, superiorId, division, place, isDecidedAbove, phase, handlerIds, subjects, tracks } = drawn
  const decidingUnitId = isDecidedAbove && superiorId ? superiorId : bureauId // as submit-report.ts finds it
  const state = {
    caseId: '',
    caseNo: '甲社案〔2026〕1号',
    bureau: { ...unitRef(bureauId), superiorId, division },
    basics: { title: '养老待遇案', source: '', sourceNote: '', funds: [], division: place, foundOn: '2026-11-01', conduct: '' },
    registeredAt: AT,
    registeredBy: 'chen',
    handlerIds,
    subjects: Object.fromEntries(subjects.map((personId, i) => [`s${i}`, { personId, name: '', seq: 1 }])),
    lines: [],
    assessments: [],
    items: [],
    absent: { items: '', expert: '', other: '' },
    evidence: {},
    liveItems: 0,
    rounds: [{ report: null, opinion: null, review: reviewIn(phase, decidingUnitId) }],
    tracks: Object.fromEntries(tracks.map((track, i) => [`t${i}`, trackOf(`t${i}`, track)])),
    sections: {},
    lastSeq: 1,
    lastAt: AT,
  }
  return state as unknown as OpenCase // safe: the parts left out are read by neither ties nor rows
}

function trackOf(trackId: string, { phase, to, copyTo, former, handlerId }: Drawn): TrackState {
  const base = { trackId, phase, to, copyTo, plan: { subjectIds: [], charges: [], itemIds: [] }, disputes: [], seq: 1 }
  const sent = {
    sent: { at: AT },
    snapshot: {
      title: '养老待遇案',
      caseNo: '甲社案〔2026〕1号',
      letterNo: '甲社移〔2026〕7号',
      from: unitRef('bureau'),
      subjects: [],
      lines: [],
      amountFen: 0,
      files: [],
    },
    supplements: [],
    legs: former.map((from) => ({ from, passedOn: { at: AT } })),
  }
  const received = { receipt: { at: AT }, handlerId, examined: null, proceedings: [], prepared: null, reports: [] }
  const decided = { decisions: [{ outcome: 'filed', at: AT, recordedAt: AT, signedFor: null, alarmedAt: null }] }
  const track = {
    ...base,
    ...(phase === 'planned' ? {} : sent),
    ...(['planned', 'sent', 'withdrawn'].includes(phase) ? {} : received),
    ...(trackPhase(phase).isDecided ? decided : {}),
    ...(phase === 'returned' && { returned: { at: AT } }),
  }
  return track as unknown as TrackState // safe: as above
}

/** What could be owed in a case: by its head, and on each track by either side. */
const owedIn = (state: OpenCase): Duty[] =>
  [
    duty(`${state.caseId}-decide`, state.caseId, { unitId: state.bureau.unitId, post: 'approver' }),
    ...Object.values(state.tracks).flatMap(({ trackId, to, copyTo }) => {
      const [bureauId, copiedId] = [state.bureau.unitId, copyTo?.unitId ?? '']
      const personIds = keptPeople(state.handlerIds)
      return [
        duty(`${trackId}-send`, state.caseId, { trackId, unitId: bureauId, toUnitId: to.unitId, post: 'handler', personIds, copiedId }),
        duty(`${trackId}-sign`, state.caseId, { trackId, unitId: to.unitId, toUnitId: bureauId, post: 'intake', copiedId }),
      ]
    }),
  ].map((owed) => ({ ...owed, ...placeOf(state) }))

/** The same case under an id of its own, its tracks too. */
function named(state: OpenCase, caseId: string): OpenCase {
  const tracks = Object.entries(state.tracks).map(([id, track]) => [`${caseId}-${id}`, { ...track, trackId: `${caseId}-${id}` }] as const)
  return { ...state, caseId, tracks: Object.fromEntries(tracks) }
}
