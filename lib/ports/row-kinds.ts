/**
 * The kinds of rows that are folded from events: whose they are and what makes one the same row. From here a stream's rows are found,
 * compared, replaced and taken out, on every engine alike; a kind without a line does not compile.
 */
import type { Stream, StreamKey } from '#lib/domain/stream'
import type { Commit, FoldedRows, Rows } from './case-store.ts'

export type RowKind = keyof FoldedRows
type Row<K extends RowKind> = FoldedRows[K][number]
type Kind<K extends RowKind> = Readonly<{
  /** As the primary key of its table. */
  key: readonly (keyof Row<K> & string)[]
  /** `of`: all rows of this kind are a stream's of that name, by the column that holds its id; null: there is one such stream. Absent: each row names its stream. */
  of?: Stream
  by?: (keyof Row<K> & string) | null
  /** A deed only adds to them. */
  grows?: true
}>

const ROW_KINDS: { readonly [K in RowKind]: Kind<K> } = {
  cases: { key: ['caseId'], of: 'case', by: 'caseId' },
  tracks: { key: ['trackId'], of: 'case', by: 'caseId' },
  evidence: { key: ['caseId', 'itemId'], of: 'case', by: 'caseId' },
  caseTies: { key: ['caseId', 'personId', 'tie'], of: 'case', by: 'caseId' },
  trackTies: { key: ['trackId', 'unitId', 'tie'], of: 'case', by: 'caseId' },
  words: { key: ['ref'], of: 'case', by: 'caseId' },
  entries: { key: ['stream', 'streamId', 'seq'], grows: true },
  duties: { key: ['dutyId'] },
  notices: { key: ['noticeId'], grows: true },
  units: { key: ['unitId'], of: 'office', by: null },
  unitNames: { key: ['unitId', 'seq'], of: 'office', by: null },
  persons: { key: ['personId'], of: 'office', by: null },
  posts: { key: ['postId'], of: 'office', by: null },
  directory: { key: ['entryId'], of: 'office', by: null },
}

/** A row of any kind, by the names of its columns. */
export type AnyRow = Readonly<Record<string, string | number>>
type AnyKind = Readonly<{ key: readonly string[]; of?: Stream; by?: string | null; grows?: true }>
/** A kind's line for those who hold rows of every kind alike. */
export const kindOf = (kind: RowKind): AnyKind => ROW_KINDS[kind]
export const KINDS = Object.keys(ROW_KINDS) as RowKind[] // safe: the record's own keys
/** Those that a stream of this name can have. */
export const kindsOf = (stream: Stream): readonly RowKind[] => KINDS.filter((kind) => (kindOf(kind).of ?? stream) === stream)
/** @internal */
export const keyOf = (kind: RowKind, row: AnyRow): string => JSON.stringify(kindOf(kind).key.map((column) => row[column]))

/** The values by which a stream's own rows of a kind are known, column by column; none: all of them are. @internal */
export function ownedBy(kind: RowKind, { stream, streamId }: StreamKey): AnyRow {
  const { of, by } = kindOf(kind)
  if (of === undefined) return { stream, streamId }
  return by ? { [by]: streamId } : {}
}

/** @internal */
export const isOwned = (kind: RowKind, key: StreamKey, row: AnyRow): boolean =>
  Object.entries(ownedBy(kind, key)).every(([column, is]) => row[column] === is)

/** The stream of a commit. A commit of several, or with rows of another, is a bug and throws. */
export function refuseForeign({ events, rows, gone, notices }: Pick<Commit, 'events' | 'rows' | 'gone' | 'notices'>): StreamKey {
  const [head] = events
  if (!head || events.some(({ stream, streamId }) => stream !== head.stream || streamId !== head.streamId))
    throw new Error('a commit holds events of one stream')
  for (const part of [rows, gone, { notices }] as readonly Partial<FoldedRows>[])
    for (const kind of KINDS) {
      const given: readonly AnyRow[] = part[kind] ?? []
      if (given.length > 0 && !kindsOf(head.stream).includes(kind)) throw new Error(`a commit of a ${head.stream} has no ${kind}`)
      if (!given.every((row) => isOwned(kind, head, row))) throw new Error(`a commit holds ${kind} of its stream`)
    }
  return head
}

/** What a deed changes of a stream's rows: those that are new or otherwise than they were, and those that are gone. */
export function changedRows(was: Rows, is: Rows): Readonly<{ rows: Rows; gone: Rows }> {
  const [rows, gone]: [Record<string, AnyRow[]>, Record<string, AnyRow[]>] = [{}, {}]
  for (const kind of KINDS) {
    const [old, now] = [byKey(kind, was), byKey(kind, is)]
    const changed = [...now].flatMap(([key, row]) => (isSame(old.get(key), row) ? [] : [row]))
    const left = [...old].flatMap(([key, row]) => (now.has(key) ? [] : [row]))
    if (changed.length > 0) rows[kind] = changed
    if (left.length > 0) gone[kind] = left
  }
  return { rows, gone }
}
const byKey = (kind: RowKind, rows: Partial<FoldedRows>): Map<string, AnyRow> =>
  new Map(((rows[kind] ?? []) as readonly AnyRow[]).map((row) => [keyOf(kind, row), row])) // safe: rows hold texts and numbers
const isSame = (one: AnyRow | undefined, other: AnyRow): boolean =>
  one !== undefined && Object.keys(other).every((column) => one[column] === other[column])
