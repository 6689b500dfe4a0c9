/** The ports kept in arrays: for tests of use-cases, and the plainest reading of what the contracts ask. */
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { Reader, CaseWriter, Commit, FoldedRows, IdempotencyKey, TakenNumber } from './case-store.ts'
import type { DeskStore } from './desk-store.ts'
import { memoryDesk, type Reads } from './desk-store.memory.ts'
import type { JobStore } from './job-store.ts'
import { memoryJobs } from './job-store.memory.ts'
import { memoryLists } from './lists.memory.ts'
import { type AnyRow, isOwned, keyOf, kindOf, KINDS, kindsOf, refuseForeign, type RowKind } from './row-kinds.ts'
import type { Refolded, RowStore } from './row-store.ts'

export type Kept = {
  events: SealedEvent[]
  numbers: TakenNumber[]
  once: IdempotencyKey[]
  rows: { -readonly [K in RowKind]: FoldedRows[K][number][] }
  reads: Reads
}

export function memoryStore(): Reader & CaseWriter & RowStore & DeskStore & JobStore {
  const kept: Kept = {
    events: [],
    numbers: [],
    once: [],
    rows: {
      cases: [],
      tracks: [],
      evidence: [],
      entries: [],
      duties: [],
      notices: [],
      caseTies: [],
      trackTies: [],
      words: [],
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

function replace({ rows }: Kept, { key, rows: given }: Refolded): void {
  for (const kind of kindsOf(key.stream)) if (kind !== 'notices') put(rows, kind, given[kind], (row) => !isOwned(kind, key, row))
}

function write(kept: Kept, { events, rows, gone, notices, numbers, idempotencyKey: once }: Commit): 'committed' | 'conflict' {
  const head = refuseForeign({ events, rows, gone, notices })
  const taken = new Set(kept.events.filter(isOf(head)).map(({ seq }) => seq))
  const isTaken = events.some(({ seq }) => taken.has(seq))
  const isUsed = numbers.some((number) => kept.numbers.some((other) => sameNumber(number, other)))
  const isRepeated = once && kept.once.some((other) => other.personId === once.personId && other.formKey === once.formKey)
  if (isTaken || isUsed || isRepeated) return 'conflict'
  for (const kind of KINDS) {
    const given: readonly AnyRow[] = { ...rows, notices }[kind] ?? []
    const held = kindOf(kind).grows ? new Set(kept.rows[kind].map((row: AnyRow) => keyOf(kind, row))) : new Set()
    if (given.some((row) => held.has(keyOf(kind, row)))) throw new Error(`a bug and no race: the same ${kind} were written twice`)
  }
  kept.events.push(...events)
  kept.numbers.push(...numbers)
  if (once) kept.once.push(once)
  for (const kind of KINDS) {
    const left = new Set((kind === 'notices' ? [] : (gone[kind] ?? [])).map((row: AnyRow) => keyOf(kind, row)))
    put(kept.rows, kind, { ...rows, notices }[kind], (row) => !left.has(keyOf(kind, row)))
  }
  return 'committed'
}

/** Those that stay, and those that are given over or behind them. */
function put(rows: Kept['rows'], kind: RowKind, given: readonly AnyRow[] = [], stays: (row: AnyRow) => boolean): void {
  const list = (rows[kind] as AnyRow[]).filter(stays) // safe: rows hold texts and numbers
  const places = new Map(list.map((row, i) => [keyOf(kind, row), i]))
  for (const row of given) {
    const at = places.get(keyOf(kind, row)) ?? list.length
    places.set(keyOf(kind, row), at)
    list[at] = row
  }
  Object.assign(rows, { [kind]: list })
}

const isOf = (key: StreamKey) => (other: StreamKey) => key.stream === other.stream && key.streamId === other.streamId
const sameNumber = (a: TakenNumber, b: TakenNumber): boolean =>
  a.unitId === b.unitId && a.kind === b.kind && a.year === b.year && a.serial === b.serial

type Lists = ReturnType<typeof memoryLists>
function memoryReader(kept: Kept): Omit<Reader, keyof Lists> {
  const { rows } = kept
  return {
    readEvents: async (key, from = 0) =>
      kept.events.filter((event) => isOf(key)(event) && event.seq >= from).toSorted((a, b) => a.seq - b.seq),
    listStreams: async () => {
      const streams = kept.events.map(({ stream, streamId }) => [`${stream}/${streamId}`, { stream, streamId }] as const)
      return by([...new Map(streams)], ([name]) => name).map(([, key]) => key)
    },
    nextStream: async (kind, after) =>
      by(kept.events, ({ streamId }) => streamId).find(({ stream, streamId }) => stream === kind && streamId > after)?.streamId ?? null,
    readIdempotencyKey: async (personId, formKey) =>
      kept.once.find((once) => once.personId === personId && once.formKey === formKey) ?? null,
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
    listEntries: async (key, { trackId, types, limit }) =>
      rows.entries
        .filter((row) => isOf(key)(row) && (trackId ?? row.trackId) === row.trackId && (types?.includes(row.type) ?? true))
        .toSorted((a, b) => b.seq - a.seq)
        .slice(0, limit),
    listDutiesOf: async (key) => by(rows.duties.filter(isOf(key)), (row) => `${row.sortAt}/${row.dutyId}`),

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
