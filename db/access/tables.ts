/** The access log's own tables: on SQLite a file of their own, on PostgreSQL the schema `access` (decision 0020). */
import type { AccessRow } from '#lib/domain/access'
import type { Kit } from '../columns.ts'

export const makeAccess = ({ table, key, index, text, integer }: Kit) => ({
  accessLog: table(
    'access_log',
    {
      n: integer('n'),
      day: text('day'),
      at: text('at'),
      personId: text('person_id'),
      unitId: text('unit_id'),
      post: text('post').$type<AccessRow['post']>(),
      kind: text('kind').$type<AccessRow['kind']>(),
      what: text('what').$type<AccessRow['what']>(),
      caseId: text('case_id'),
      trackId: text('track_id'),
      objectId: text('object_id'),
      result: text('result').$type<AccessRow['result']>(),
      reason: text('reason'),
      requestId: text('request_id'),
      digest: text('digest'),
    },
    (t) => [
      key({ name: 'access_log_key', columns: [t.n] }),
      index('access_log_day').on(t.day, t.n),
      index('access_log_person').on(t.personId, t.n),
      index('access_log_kind').on(t.kind, t.n),
      index('access_log_result').on(t.result, t.n),
      index('access_log_case').on(t.caseId, t.n),
      index('access_log_track').on(t.trackId, t.n),
      index('access_log_object').on(t.objectId, t.n),
    ],
  ),
  /** One row. Whoever appends or removes changes it first, and so waits for whoever is at it. */
  accessEnds: table(
    'access_ends',
    {
      id: integer('id'),
      beforeN: integer('before_n'),
      beforeDigest: text('before_digest'),
      lastN: integer('last_n'),
      lastDigest: text('last_digest'),
    },
    (t) => [key({ name: 'access_ends_key', columns: [t.id] })],
  ),
})
export type AccessTables = ReturnType<typeof makeAccess>
