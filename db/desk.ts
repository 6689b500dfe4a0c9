/** What is not an event: read, saved over, dropped. In a race are the one-time link, its code, and a session, whose MAC is of all its columns. */
import type { SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { DeskStore, Session } from '#lib/ports/desk-store'
import { type Base, first, hot } from './database.ts'
import { and, asc, eq, gte, lt, ne, sql } from './orm.ts'
import type { SessionMac } from './session-mac.ts'
import { upserting } from './writes.ts'

const { placeholder } = sql

export function openDesk(base: Base, macOf: SessionMac): DeskStore {
  const { db, t } = base
  const { session, credential, failures, oneTimeLink, linkCode, draft, noticeRead, opened } = t
  const sessions = hot(
    db
      .select()
      .from(session)
      .where(eq(session.sessionId, placeholder('id'))),
  )
  const credentials = hot(
    db
      .select()
      .from(credential)
      .where(eq(credential.personId, placeholder('id'))),
  )
  const failed = hot(
    db
      .select()
      .from(failures)
      .where(eq(failures.key, placeholder('id'))),
  )
  const links = hot(
    db
      .select()
      .from(oneTimeLink)
      .where(eq(oneTimeLink.digest, placeholder('id'))),
  )
  const codes = hot(
    db
      .select()
      .from(linkCode)
      .where(eq(linkCode.personId, placeholder('id'))),
  )
  const openings = hot(
    db
      .select()
      .from(opened)
      .where(eq(opened.caseId, placeholder('caseId')))
      .orderBy(asc(opened.at), asc(opened.trackId), asc(opened.noticeId), asc(opened.personId)),
  )
  const ofForm = (personId: string, form: string) => and(eq(draft.personId, personId), eq(draft.form, form))
  type Stored = typeof session.$inferSelect
  const isOurs = (row: Stored): boolean => row.mac === macOf(row)
  const shown = ({ mac: _mac, ...row }: Stored): Session => row
  const living = async (which: SQL): Promise<Stored[]> =>
    await db
      .select()
      .from(session)
      .where(and(which, eq(session.endedAt, '')))
  /** Once more where another was quicker. What was not ours does not become so, but can be ended. */
  const change = async (sessionId: string, changes: Partial<Session>): Promise<void> => {
    for (;;) {
      const row = first(await sessions({ id: sessionId }))
      if (!row || row.endedAt !== '') return
      const changed = { ...row, ...changes }
      const isAsItWas = and(eq(session.sessionId, sessionId), eq(session.mac, row.mac), eq(session.endedAt, ''))
      const done = await db
        .update(session)
        .set({ ...changes, ...(isOurs(row) && { mac: macOf(changed) }) })
        .where(isAsItWas)
        .returning({ id: session.sessionId })
      if (done.length === 1) return
    }
  }
  const save = async <T extends SQLiteTable>(table: T, key: readonly string[], row: T['$inferInsert']): Promise<void> => {
    await upserting(db, table, key, [row])
  }
  return {
    readSession: async (id) => {
      const row = first(await sessions({ id }))
      return row && isOurs(row) ? shown(row) : null
    },
    saveSession: (row) => save(session, ['sessionId'], { ...row, mac: macOf(row) }),
    listSessions: async (personId) => (await living(eq(session.personId, personId))).filter(isOurs).map(shown),
    endSession: (sessionId, endedAt, endedWhy = '') => change(sessionId, { endedAt, endedWhy }),
    endSessionsOf: async (personId, endedAt, but = '') => {
      for (const { sessionId } of await living(eq(session.personId, personId)))
        if (sessionId !== but) await change(sessionId, { endedAt, endedWhy: '' })
    },
    changeSession: change,
    adoptSessions: async () => {
      for (const row of await db.select().from(session).where(eq(session.mac, '')))
        await db
          .update(session)
          .set({ mac: macOf(row) })
          .where(and(eq(session.sessionId, row.sessionId), eq(session.mac, '')))
    },

    listCredentials: async () => await db.select().from(credential).orderBy(asc(credential.personId)),
    readCredential: async (id) => first(await credentials({ id })),
    saveCredential: (row) => save(credential, ['personId'], row),

    readFailures: async (id) => first(await failed({ id })),
    saveFailures: (row) => save(failures, ['key'], row),
    clearFailures: async (key) => void (await db.delete(failures).where(eq(failures.key, key))),

    readLink: async (id) => first(await links({ id })),
    // Of two saved at once neither may outlive both: that leaves none rather than two.
    saveLink: async (row) => {
      await save(oneTimeLink, ['digest'], row)
      await db.delete(oneTimeLink).where(and(eq(oneTimeLink.personId, row.personId), ne(oneTimeLink.digest, row.digest)))
    },
    useLink: async (digest, at) => {
      const isUsable = and(eq(oneTimeLink.digest, digest), eq(oneTimeLink.usedAt, ''), gte(oneTimeLink.expiresAt, at))
      return (await db.update(oneTimeLink).set({ usedAt: at }).where(isUsable).returning()).length === 1
    },

    readCode: async (id) => first(await codes({ id })),
    saveCode: (row) => save(linkCode, ['personId'], row),
    tryCode: async (personId, at, most) => {
      const isOpen = and(eq(linkCode.personId, personId), lt(linkCode.tries, most), gte(linkCode.expiresAt, at))
      const tries = sql`${linkCode.tries} + 1`
      return first(await db.update(linkCode).set({ tries }).where(isOpen).returning())
    },
    dropCode: async (personId) => void (await db.delete(linkCode).where(eq(linkCode.personId, personId))),

    readDraft: async (personId, form) => first(await db.select().from(draft).where(ofForm(personId, form))),
    saveDraft: (row) => save(draft, ['personId', 'form'], row),
    dropDraft: async (personId, form) => void (await db.delete(draft).where(ofForm(personId, form))),
    listDrafts: async (personId) => await db.select().from(draft).where(eq(draft.personId, personId)).orderBy(asc(draft.form)),

    markRead: async (personId, noticeIds, readAt) => {
      if (noticeIds.length === 0) return
      const rows = noticeIds.map((noticeId) => ({ personId, noticeId, readAt }))
      await db.insert(noticeRead).values(rows).onConflictDoNothing() // the first reading stands
    },
    saveOpened: async (row) => void (await db.insert(opened).values(row).onConflictDoNothing()),
    listOpened: (caseId) => openings({ caseId }),
    sweep: (before) => sweep(base, before),
  }
}

async function sweep({ db, t }: Base, before: string): Promise<number> {
  const { session, draft, oneTimeLink, linkCode, failures } = t
  const gone = [
    await db.delete(session).where(lt(session.touchedAt, before)).returning({ id: session.sessionId }),
    await db.delete(draft).where(lt(draft.savedAt, before)).returning({ id: draft.form }),
    await db.delete(oneTimeLink).where(lt(oneTimeLink.expiresAt, before)).returning({ id: oneTimeLink.digest }),
    await db.delete(linkCode).where(lt(linkCode.expiresAt, before)).returning({ id: linkCode.personId }),
    await db
      .delete(failures)
      .where(and(lt(failures.lastAt, before), lt(failures.blockedUntil, before)))
      .returning({ id: failures.key }),
  ]
  return gone.flat().length
}
