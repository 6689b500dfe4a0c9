/** The ports kept in arrays: for tests of use-cases, and the plainest reading of what the contracts ask. */
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { CaseReader, CaseWriter, Commit, Once, Rows, TakenNumber } from './case-store.ts'
import type { DeskStore } from './desk-store.ts'
import { memoryDesk, type Reads } from './desk-store.memory.ts'
import type { JobStore } from './job-store.ts'
import { memoryJobs } from './job-store.memory.ts'
import { memoryLists } from './lists.memory.ts'
import { ROW_KEYS } from './row-keys.ts'
import type { Refolded, RowStore } from './row-store.ts'

export type Kept = {
  events: SealedEvent[]
  numbers: TakenNumber[]
  once: Once[]
  duties: Commit['duties'][number][]
  notices: Commit['notices'][number][]
  rows: { -readonly [K in keyof Rows]-?: NonNullable<Rows[K]>[number][] }
  reads: Reads
}

export function memoryStore(): CaseReader & CaseWriter & RowStore & DeskStore & JobStore {
  const kept: Kept = {
    events: [],
    numbers: [],
    once: [],
    duties: [],
    notices: [],
    rows: {
      cases: [],
      tracks: [],
      evidence: [],
      entries: [],
      caseTies: [],
      trackTies: [],
      units: [],
      unitNames: [],
      persons: [],
      posts: [],
      directory: [],
    },
    reads: [],
  }
  const jobs = memoryJobs()
  return {
    ...memoryReader(kept),
    ...memoryLists(kept),
    ...memoryDesk(kept.reads),
    ...jobs,
    commit: async (commit) => write(kept, commit),
    replaceRows: async (streams, { was, is }) => {
      if ((await jobs.readFact(was.name))?.value !== was.value) return 'overtaken'
      for (const one of streams) replace(kept, one)
      for (const fact of is) await jobs.saveFact(fact)
      return 'replaced'
    },
  }
}

const OFFICE = ['units', 'unitNames', 'persons', 'posts', 'directory'] as const
function replace(kept: Kept, { key, rows, duties }: Refolded): void {
  if (key.stream === 'office') for (const name of OFFICE) kept.rows[name] = []
  else {
    const isOther = ({ caseId }: Readonly<{ caseId: string }>): boolean => caseId !== key.streamId
    kept.duties = [...kept.duties.filter(isOther), ...duties]
    const { cases, tracks, evidence, entries, caseTies, trackTies } = kept.rows
    Object.assign(kept.rows, {
      cases: cases.filter(isOther),
      tracks: tracks.filter(isOther),
      evidence: evidence.filter(isOther),
      entries: entries.filter(isOther),
      caseTies: caseTies.filter(isOther),
      trackTies: trackTies.filter(isOther),
    })
  }
  for (const name of Object.keys(ROW_KEYS) as (keyof Rows)[]) upsert(kept, name, rows) // safe: as below
}

function write(kept: Kept, { events, rows, duties, notices, numbers, once }: Commit): 'committed' | 'conflict' {
  const [head] = events
  if (!head || !events.every((event) => isOf(head)(event))) throw new Error('a commit holds events of one stream')
  if (head.stream !== 'case' && duties.length > 0) throw new Error('only a case has duties')
  const taken = new Set(kept.events.filter(isOf(head)).map(({ seq }) => seq))
  const isTaken = events.some(({ seq }) => taken.has(seq))
  const isUsed = numbers.some((number) => kept.numbers.some((other) => sameNumber(number, other)))
  const isRepeated = once && kept.once.some((other) => other.personId === once.personId && other.formKey === once.formKey)
  if (isTaken || isUsed || isRepeated) return 'conflict'
  const ids = [...kept.notices, ...notices].map(({ noticeId }) => noticeId)
  if (new Set(ids).size < ids.length) throw new Error('a bug and no race: the same notice was written twice')

  kept.events.push(...events)
  kept.numbers.push(...numbers)
  if (once) kept.once.push(once)
  kept.notices.push(...notices)
  if (head.stream === 'case') {
    const isOther = ({ caseId }: Readonly<{ caseId: string }>): boolean => caseId !== head.streamId
    kept.duties = [...kept.duties.filter(isOther), ...duties]
    if (rows.caseTies) kept.rows.caseTies = kept.rows.caseTies.filter(isOther)
    if (rows.trackTies) kept.rows.trackTies = kept.rows.trackTies.filter(isOther)
    if (rows.tracks) kept.rows.tracks = kept.rows.tracks.filter(isOther)
  }
  for (const name of Object.keys(ROW_KEYS) as (keyof Rows)[]) upsert(kept, name, rows) // safe: ROW_KEYS names exactly the kinds of row
  return 'committed'
}

function upsert<K extends keyof Rows>({ rows }: Kept, name: K, given: Rows): void {
  type Row = NonNullable<Rows[K]>[number]
  const keyOf = (row: Row): string => JSON.stringify((ROW_KEYS[name] as (keyof Row)[]).map((key) => row[key])) // safe: K's own keys
  const list = rows[name] as Row[] // safe: K's own list
  const places = new Map(list.map((row, i) => [keyOf(row), i]))
  for (const row of (given[name] ?? []) as readonly Row[]) {
    const at = places.get(keyOf(row)) ?? list.length
    places.set(keyOf(row), at)
    list[at] = row
  }
}

const isOf = (key: StreamKey) => (other: StreamKey) => key.stream === other.stream && key.streamId === other.streamId
const sameNumber = (a: TakenNumber, b: TakenNumber): boolean =>
  a.unitId === b.unitId && a.kind === b.kind && a.year === b.year && a.serial === b.serial

type Lists = ReturnType<typeof memoryLists>
function memoryReader(kept: Kept): Omit<CaseReader, keyof Lists> {
  const { rows } = kept
  return {
    readEvents: async (key, from = 0) =>
      kept.events.filter((event) => isOf(key)(event) && event.seq >= from).toSorted((a, b) => a.seq - b.seq),
    listStreams: async () => {
      const streams = kept.events.map(({ stream, streamId }) => [`${stream}/${streamId}`, { stream, streamId }] as const)
      return by([...new Map(streams)], ([name]) => name).map(([, key]) => key)
    },
    nextCase: async (after) =>
      by(kept.events, ({ streamId }) => streamId).find(({ stream, streamId }) => stream === 'case' && streamId > after)?.streamId ?? null,
    readOnce: async (personId, formKey) => kept.once.find((once) => once.personId === personId && once.formKey === formKey) ?? null,
    nextSerial: async (unitId, kind, year) => {
      const taken = kept.numbers.filter((number) => sameNumber(number, { unitId, kind, year, serial: number.serial }))
      return Math.max(0, ...taken.map(({ serial }) => serial)) + 1
    },

    readCaseRow: async (caseId) => rows.cases.find((row) => row.caseId === caseId) ?? null,
    readTrackRow: async (trackId) => rows.tracks.find((row) => row.trackId === trackId) ?? null,
    listNumbered: async (no) => [
      ...rows.cases.flatMap(({ caseId, caseNo }) => (caseNo === no ? [caseId] : [])),
      ...rows.tracks.flatMap(({ trackId, letterNo }) => (letterNo === no ? [trackId] : [])),
    ],
    listTracksOf: async (caseId) =>
      by(
        rows.tracks.filter((row) => row.caseId === caseId),
        (row) => row.trackId,
      ),
    listEvidence: async (caseId) =>
      rows.evidence.filter((row) => row.caseId === caseId).toSorted((a, b) => a.seq - b.seq || (a.itemId < b.itemId ? -1 : 1)),
    readEvidence: async (caseId, itemId) => rows.evidence.find((row) => row.caseId === caseId && row.itemId === itemId) ?? null,
    listEntries: async (caseId, { trackId, types, limit }) =>
      rows.entries
        .filter((row) => row.caseId === caseId && (trackId ?? row.trackId) === row.trackId && (types?.includes(row.type) ?? true))
        .toSorted((a, b) => b.seq - a.seq)
        .slice(0, limit),
    listDutiesOf: async (caseId) =>
      by(
        kept.duties.filter((row) => row.caseId === caseId),
        (row) => `${row.sortAt}/${row.dutyId}`,
      ),

    listUnits: async () => by(rows.units, (row) => row.unitId),
    listUnitNames: async () => by(rows.unitNames, (row) => `${row.unitId}/${String(row.seq).padStart(9, '0')}`),
    listPersons: async () => by(rows.persons, (row) => row.personId),
    readPerson: async (personId) => rows.persons.find((row) => row.personId === personId) ?? null,
    readPersonByLogin: async (login) => rows.persons.find((row) => row.login === login) ?? null,
    listPosts: async ({ personId, unitId }) =>
      by(
        rows.posts.filter((row) => (personId ?? row.personId) === row.personId && (unitId ?? row.unitId) === row.unitId),
        (row) => row.postId,
      ),
    listDirectory: async () => by(rows.directory, (row) => row.entryId),
  }
}

const by = <T>(rows: readonly T[], key: (row: T) => string): T[] => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
