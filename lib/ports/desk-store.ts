/** What is not an event (docs/decisions.md D6): sessions, credentials, drafts, read marks, what was opened, failed sign-ins, one-time links and their codes. Losing a race here loses no deed. */
import type { Post } from '#lib/domain/result'

export type Session = Readonly<{
  sessionId: string
  personId: string
  startedAt: string
  touchedAt: string
  endedAt: string
  reauthAt: string
  reauthFor: string
  endedWhy: string // '' by its person or an administrator; 'superseded' by a newer session of theirs
}>
/** argon2id by Node's own crypto; stored with its cost so that it can be raised later. Bytes as base64. */
export type Credential = Readonly<{
  personId: string
  alg: 'argon2id'
  memory: number
  passes: number
  parallelism: number
  salt: string
  digest: string
  setAt: string
}>
export type Draft = Readonly<{ personId: string; form: string; values: string; errors: string; savedAt: string }>
export type Failures = Readonly<{ key: string; count: number; lastAt: string; blockedUntil: string }>
/** `needsCode` 1: half of a first sign-in; the other half is the person's `LinkCode`. */
export type OneTimeLink = Readonly<{
  digest: string
  personId: string
  madeAt: string
  expiresAt: string
  usedAt: string
  needsCode: number
}>
/** The other half, one for a person. `digest`: as a password's, with its cost (lib/usecases/office/issue-code.ts); `tries`: wrong or right. */
export type LinkCode = Readonly<{ personId: string; digest: string; madeAt: string; expiresAt: string; tries: number }>

/**
 * Somebody opened for the first time what came to them: the track as it arrived with event `seq` (noticeId ''), or a notice of it, told by
 * event `seq`. Kept with the case: who is who says lib/usecases/opened.ts.
 */
export type Opened = Readonly<{
  caseId: string
  trackId: string
  seq: number
  noticeId: string
  personId: string
  unitId: string
  post: Post
  at: string
}>

export interface DeskStore {
  /** Null too for a row that somebody else wrote, or changed: each carries a MAC by a key of the secrets. So in the list; it can only be ended. */
  readSession(sessionId: string): Promise<Session | null>
  saveSession(session: Session): Promise<void>
  /** Those of one person that nobody has ended. */
  listSessions(personId: string): Promise<readonly Session[]>
  endSession(sessionId: string, at: string, why?: string): Promise<void>
  /** `but`: the session in which this was asked for goes on. */
  endSessionsOf(personId: string, at: string, but?: string): Promise<void>
  /** In one step, and only while it has not ended: what was ended meanwhile is not brought back. */
  changeSession(sessionId: string, changes: Partial<Pick<Session, 'touchedAt' | 'reauthAt' | 'reauthFor'>>): Promise<void>
  /** Takes those from before there were MACs as they are. Once in a portal's life (lib/usecases/count-credentials.ts). */
  adoptSessions(): Promise<void>

  listCredentials(): Promise<readonly Credential[]>
  readCredential(personId: string): Promise<Credential | null>
  saveCredential(credential: Credential): Promise<void>

  readFailures(key: string): Promise<Failures | null>
  saveFailures(failures: Failures): Promise<void>
  clearFailures(key: string): Promise<void>

  readLink(digest: string): Promise<OneTimeLink | null>
  /** From now on the person's only one: earlier ones are gone. */
  saveLink(link: OneTimeLink): Promise<void>
  /** true for exactly one caller, however many press at once. */
  useLink(digest: string, at: string): Promise<boolean>

  readCode(personId: string): Promise<LinkCode | null>
  /** In place of the person's earlier one. */
  saveCode(code: LinkCode): Promise<void>
  /** Counts one try, before anything is compared, and answers with the code; null, and nothing counted, where `most` were counted already or it is too old. */
  tryCode(personId: string, at: string, most: number): Promise<LinkCode | null>
  dropCode(personId: string): Promise<void>

  readDraft(personId: string, form: string): Promise<Draft | null>
  saveDraft(draft: Draft): Promise<void>
  dropDraft(personId: string, form: string): Promise<void>
  listDrafts(personId: string): Promise<readonly Draft[]>

  markRead(personId: string, noticeIds: readonly string[], at: string): Promise<void>
  /** The first time stands. */
  saveOpened(opened: Opened): Promise<void>
  /** Of one case, in the order of time. */
  listOpened(caseId: string): Promise<readonly Opened[]>
  /** Drops sessions, drafts, links, codes and failures that ended before. Returns how many rows went. */
  sweep(before: string): Promise<number>
}
