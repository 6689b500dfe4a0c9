import type { Credential, DeskStore, Draft, Failures, LinkCode, OneTimeLink, Opened, Session } from './desk-store.ts'

export type Reads = { personId: string; noticeId: string; readAt: string }[]

/** `reads` is shared with the lists, which say of a notice when it was read. */
export function memoryDesk(reads: Reads): DeskStore {
  const sessions = new Map<string, Session>()
  const credentials = new Map<string, Credential>()
  const failures = new Map<string, Failures>()
  const links = new Map<string, OneTimeLink>()
  const codes = new Map<string, LinkCode>()
  const drafts = new Map<string, Draft>()
  const opened = new Map<string, Opened>()
  const draftKey = (personId: string, form: string): string => JSON.stringify([personId, form])
  const end = (which: (session: Session) => boolean, endedAt: string, endedWhy = ''): void => {
    for (const [id, session] of sessions) if (which(session) && session.endedAt === '') sessions.set(id, { ...session, endedAt, endedWhy })
  }
  return {
    readSession: async (id) => sessions.get(id) ?? null,
    saveSession: async (session) => void sessions.set(session.sessionId, session),
    listSessions: async (personId) => [...sessions.values()].filter((session) => session.personId === personId && session.endedAt === ''),
    endSession: async (id, at, why) => end((session) => session.sessionId === id, at, why),
    endSessionsOf: async (personId, at, but) => end((session) => session.personId === personId && session.sessionId !== but, at),
    changeSession: async (id, changes) => {
      const session = sessions.get(id)
      if (session?.endedAt === '') sessions.set(id, { ...session, ...changes })
    },

    adoptSessions: async () => {},

    listCredentials: async () => [...credentials.values()].toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
    readCredential: async (personId) => credentials.get(personId) ?? null,
    saveCredential: async (credential) => void credentials.set(credential.personId, credential),

    readFailures: async (key) => failures.get(key) ?? null,
    saveFailures: async (row) => void failures.set(row.key, row),
    clearFailures: async (key) => void failures.delete(key),

    readLink: async (digest) => links.get(digest) ?? null,
    saveLink: async (link) => {
      drop(links, ({ personId }) => personId === link.personId)
      links.set(link.digest, link)
    },
    useLink: async (digest, at) => {
      const link = links.get(digest)
      const isUsable = link?.usedAt === '' && at <= link.expiresAt
      if (isUsable) links.set(digest, { ...link, usedAt: at })
      return isUsable
    },

    readCode: async (personId) => codes.get(personId) ?? null,
    saveCode: async (code) => void codes.set(code.personId, code),
    tryCode: async (personId, at, most) => {
      const code = codes.get(personId)
      if (!code || code.tries >= most || code.expiresAt < at) return null
      const tried = { ...code, tries: code.tries + 1 }
      codes.set(personId, tried)
      return tried
    },
    dropCode: async (personId) => void codes.delete(personId),

    readDraft: async (personId, form) => drafts.get(draftKey(personId, form)) ?? null,
    saveDraft: async (draft) => void drafts.set(draftKey(draft.personId, draft.form), draft),
    dropDraft: async (personId, form) => void drafts.delete(draftKey(personId, form)),
    listDrafts: async (personId) =>
      [...drafts.values()].filter((draft) => draft.personId === personId).toSorted((a, b) => (a.form < b.form ? -1 : 1)),

    markRead: async (personId, noticeIds, readAt) => {
      const isNew = (noticeId: string): boolean => !reads.some((read) => read.personId === personId && read.noticeId === noticeId)
      reads.push(...noticeIds.filter(isNew).map((noticeId) => ({ personId, noticeId, readAt })))
    },
    saveOpened: async (row) => {
      const key = JSON.stringify([row.caseId, row.trackId, row.seq, row.noticeId, row.personId])
      if (!opened.has(key)) opened.set(key, row)
    },
    listOpened: async (caseId) =>
      [...opened.values()].filter((row) => row.caseId === caseId).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    sweep: async (before) =>
      drop(sessions, (row) => row.touchedAt < before) +
      drop(drafts, (row) => row.savedAt < before) +
      drop(links, (row) => row.expiresAt < before) +
      drop(codes, (row) => row.expiresAt < before) +
      drop(failures, (row) => row.lastAt < before && row.blockedUntil < before),
  }
}

const orderOf = ({ at, trackId, noticeId, personId }: Opened): string => [at, trackId, noticeId, personId].join(' ')
function drop<T>(rows: Map<string, T>, isOver: (row: T) => boolean): number {
  const gone = [...rows].filter(([, row]) => isOver(row))
  for (const [key] of gone) rows.delete(key)
  return gone.length
}
