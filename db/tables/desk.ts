import type { Opened } from '#lib/ports/desk-store'
import type { Kit } from '../columns.ts'

/** What is not an event (docs/decisions.md D6). */
export const desk = ({ table, key, index, text, integer }: Kit) => ({
  noticeRead: table('notice_read', { personId: text('person_id'), noticeId: text('notice_id'), readAt: text('read_at') }, (t) => [
    key({ name: 'notice_read_key', columns: [t.personId, t.noticeId] }),
  ]),
  /** Written once, and kept with the case. */
  opened: table(
    'opened',
    {
      caseId: text('case_id'),
      trackId: text('track_id'),
      seq: integer('seq'),
      noticeId: text('notice_id'),
      personId: text('person_id'),
      unitId: text('unit_id'),
      post: text('post').$type<Opened['post']>(),
      at: text('at'),
    },
    (t) => [key({ name: 'opened_key', columns: [t.caseId, t.trackId, t.seq, t.noticeId, t.personId] })],
  ),
  session: table(
    'session',
    {
      sessionId: text('session_id'),
      personId: text('person_id'),
      startedAt: text('started_at'),
      touchedAt: text('touched_at'),
      endedAt: text('ended_at'),
      reauthAt: text('reauth_at'),
      reauthFor: text('reauth_for'),
      endedWhy: text('ended_why').default(''), // came later
      mac: text('mac').default(''), // over all the others, by a key of the secrets (session-mac.ts); came later
    },
    (t) => [
      key({ name: 'session_key', columns: [t.sessionId] }),
      index('session_person').on(t.personId),
      index('session_touched').on(t.touchedAt),
    ],
  ),
  credential: table(
    'credential',
    {
      personId: text('person_id'),
      alg: text('alg').$type<'argon2id'>(),
      memory: integer('memory'),
      passes: integer('passes'),
      parallelism: integer('parallelism'),
      salt: text('salt'),
      digest: text('digest'),
      setAt: text('set_at'),
    },
    (t) => [key({ name: 'credential_key', columns: [t.personId] })],
  ),
  draft: table(
    'draft',
    { personId: text('person_id'), form: text('form'), values: text('values'), errors: text('errors'), savedAt: text('saved_at') },
    (t) => [key({ name: 'draft_key', columns: [t.personId, t.form] }), index('draft_saved').on(t.savedAt)],
  ),
  failures: table(
    'failures',
    { key: text('key'), count: integer('count'), lastAt: text('last_at'), blockedUntil: text('blocked_until') },
    (t) => [key({ name: 'failures_key', columns: [t.key] })],
  ),
  oneTimeLink: table(
    'one_time_link',
    {
      digest: text('digest'),
      personId: text('person_id'),
      madeAt: text('made_at'),
      expiresAt: text('expires_at'),
      usedAt: text('used_at'),
      needsCode: integer('needs_code').default(0), // came later: a link from before is whole by itself
    },
    (t) => [key({ name: 'one_time_link_key', columns: [t.digest] })],
  ),
  linkCode: table(
    'link_code',
    {
      personId: text('person_id'),
      digest: text('digest'),
      madeAt: text('made_at'),
      expiresAt: text('expires_at'),
      tries: integer('tries'),
    },
    (t) => [key({ name: 'link_code_key', columns: [t.personId] })],
  ),
})
