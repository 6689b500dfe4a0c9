import type { Rows } from './case-store.ts'

/** What makes a row the same row: the primary keys of db/tables, for those who hold rows without a database. */
export const ROW_KEYS: { readonly [K in keyof Rows]-?: readonly (keyof NonNullable<Rows[K]>[number])[] } = {
  cases: ['caseId'],
  tracks: ['trackId'],
  evidence: ['caseId', 'itemId'],
  entries: ['caseId', 'seq'],
  caseTies: ['caseId', 'personId', 'tie'],
  trackTies: ['trackId', 'unitId', 'tie'],
  units: ['unitId'],
  unitNames: ['unitId', 'seq'],
  persons: ['personId'],
  posts: ['postId'],
  directory: ['entryId'],
}
