/**
 * Who is here, by the session's cookie: nobody else says so. Posts are read anew on each request, so that an ended post or session bites
 * on the next one (docs/decisions.md D12).
 *
 *   page     const me = await signedIn()
 *   action   const me = await signedIn('form-name:id', form)   // too large, or the session has ended: what was typed is kept, and that is all
 *   route    const me = await currentPerson(); if (!me) return new Response(null, { status: 401 })
 */
import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { OFFICE } from '#lib/domain/office/state'
import { passwordGrade, type Action } from '#lib/domain/policy/table'
import type { Actor, Day, Instant } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import type { BlobStore } from '#lib/ports/blob-store'
import type { Reader } from '#lib/ports/case-store'
import type { DeskStore, Session } from '#lib/ports/desk-store'
import type { Ask, Asker } from '#lib/usecases/ask'
import { actorFrom, readPostsOfDay, type HeldPost } from '#lib/usecases/office/actor-of'
import { cachedOffice } from '#lib/usecases/cached-office'
import { mustReauthenticate, reauthenticate } from '#lib/usecases/reauthenticate'
import { type AskStream, deciderOf } from '#lib/usecases/streams'
import { isExpired, isLive, SUPERSEDED, touch } from '#lib/usecases/session'
import type { PersonRow } from '#lib/views/office-rows'
import { notThem, refusedTo, sends } from './access-notes.ts'
import { ownPath, signInPath } from '../edge/addresses.ts'
import { sessionCookie, sessionIdOf } from './auth-options.ts'
import { EXPIRED, fieldsOf, isTooMuch, problem, saidIn, saveForm, type Problems, type Values } from '../forms/forms.ts'
import { currentContainer } from '../boot/current-container.ts'
import { preferencesOf, type Preferences } from './preferences.ts'

export type SignedIn = Preferences &
  Readonly<{
    actor: Actor
    person: Readonly<{ personId: string; name: string; login: string }>
    /** The posts of today with their units; `unit` is the first one's, null for somebody without a post. */
    posts: readonly HeldPost[]
    unit: HeldPost['unit'] | null
    sessionId: string
    /** The form in hand, in one text: its key answers for nothing else. '' where there is none. */
    said: string
    ask: AskStream
    read: Reader
    desk: DeskStore
    blobs: BlobStore
    newId: () => string
    now: Instant
    today: Day
    /** Does this act ask for the password? Grade A of the policy is remembered for five minutes in the same case; B never is. */
    mustReauth: (caseId: string, action: Action, onPaper?: boolean) => boolean
    /** Null where it is the person, or was within the five minutes; else what to `keep`: the problem stands at `password`. */
    reauth: (password: string, caseId: string, action: Action, onPaper?: boolean) => Promise<Problems | null>
  }>

/** For pages and actions: nobody's session leads to the sign-in page and back again; `from` where that is not this address (a form's route handler). */
export async function signedIn(form?: string, typed?: FormData, from?: string): Promise<SignedIn> {
  const me = await currentPerson()
  if (me && form && typed) {
    sends(me.actor, form)
    const values = fieldsOf(typed)
    if (!isTooMuch(values)) return withForm(me, form, values)
    await saveForm(me, form, values)
    redirect(ownPath((await headers()).get('x-path')) ?? '/')
  }
  if (me) return me
  const { session, now } = await currentSession()
  const hasEnded = session !== null && isExpired(session, now)
  if (hasEnded && form && typed) {
    const whose = { person: { personId: session.personId, name: '', login: '' }, desk: currentContainer().desk, now }
    await saveForm(whose, form, fieldsOf(typed), problem('', EXPIRED))
  }
  const why = hasEnded ? (form ? 'kept' : 'ended') : session?.endedWhy === SUPERSEDED ? SUPERSEDED : null
  redirect(signInPath(from ?? (await headers()).get('x-path') ?? '/', why))
}

/** The same person with a form in hand, files by their digest: what they ask for from here on is bound to it. */
export function withForm(me: SignedIn, form: string, values: Values): SignedIn {
  const { effects, askWith } = currentContainer()
  const said = saidIn(form, values)
  const who = () => whoAsks(me.sessionId)
  return { ...me, said, read: effects.read, ask: (stream) => refusalOf(me.actor, askWith(effects, deciderOf(stream), who, said)) }
}

/** For route handlers. A poll is no activity: it asks quietly, and the idle time runs on. */
export const currentPerson = cache(async (isQuiet = false): Promise<SignedIn | null> => {
  const { session, now } = await currentSession()
  if (!session || !isLive(session, now)) return null
  const { effects, desk, blobs, askWith, passwords } = currentContainer()
  const today = beijingDay(now)
  const read = cachedOffice(effects.read)
  const held = await readPostsHeld(read, session.personId, today)
  if (!held) return null
  const { row, posts } = held
  // Who only reads must not be stopped by a disk that is full: then the idle time runs on.
  if (!isQuiet) await touch(desk, session, now).catch(passOver)
  const actor = actorFrom(row.personId, posts)
  return {
    ...preferencesOf(await cookies()),
    actor,
    person: { personId: row.personId, name: row.name, login: row.login },
    posts,
    unit: posts[0]?.unit ?? null,
    sessionId: session.sessionId,
    said: '',
    ask: (stream) =>
      refusalOf(
        actor,
        askWith(effects, deciderOf(stream), () => whoAsks(session.sessionId)),
      ),
    read,
    desk,
    blobs,
    newId: effects.newId,
    now,
    today,
    mustReauth: (caseId, action, onPaper) => mustReauthenticate(session, { caseId, grade: passwordGrade(action, onPaper) }, now),
    reauth: async (password, caseId, action, onPaper) => {
      const grade = passwordGrade(action, onPaper)
      const no = await reauthenticate({ desk, isPassword: passwords.is }, { session, login: row.login, password, caseId, grade }, now)
      if (no) notThem(row.personId, no)
      return no && problem('password', no.code, no.about)
    },
  }
})

/** What is denied or refused, the access log hears of. */
const refusalOf =
  <C extends object, S>(actor: Actor, ask: Ask<C, S>): Ask<C, S> =>
  async (streamId, command, ...rest) => {
    const result = await ask(streamId, command, ...rest)
    if (!result.ok) refusedTo(actor, thingOf(streamId, command), result.refusal)
    return result
  }
const thingOf = (streamId: string, command: object) => {
  if (streamId === OFFICE) return { what: 'office' } as const
  const trackId = 'trackId' in command && typeof command.trackId === 'string' ? command.trackId : ''
  return { what: trackId ? 'track' : 'case', caseId: streamId, trackId } as const
}

/**
 * Asked by the gate, after the last byte: a body may take hours, and in them its sender signs out, leaves or loses the post. A session
 * that merely ran out meanwhile does not take the file with it: what was begun in time was its person's.
 */
async function whoAsks(sessionId: string): Promise<Awaited<ReturnType<Asker>>> {
  const { desk, clockNow } = currentContainer()
  const now = clockNow()
  const session = await desk.readSession(sessionId)
  const held = session?.endedAt === '' ? await readPostsHeld(currentContainer().effects.read, session.personId, beijingDay(now)) : null
  return held && { actor: actorFrom(held.row.personId, held.posts), now }
}

/** Null for nobody, and for who has left. */
async function readPostsHeld(
  read: Reader,
  personId: string,
  today: Day,
): Promise<Readonly<{ row: PersonRow; posts: readonly HeldPost[] }> | null> {
  const [row, posts] = await Promise.all([read.readPerson(personId), readPostsOfDay(read, personId, today)])
  return row && !(row.leftOn && row.leftOn <= today) ? { row, posts } : null
}

/** Did somebody's session end by time alone? Only then is it worth reading what they sent: a stranger's form is not read at all. */
export async function ranOut(): Promise<boolean> {
  const { session, now } = await currentSession()
  return session !== null && isExpired(session, now)
}

const passOver = (error: unknown): void => {
  if (!currentContainer().faultOf(error)) throw error
}

/** For pages without a session: how this browser wants to be spoken to. */
export const visitor = async (): Promise<Preferences> => preferencesOf(await cookies())

const currentSession = cache(async (): Promise<{ session: Session | null; now: Instant }> => {
  const { desk, clockNow, known } = currentContainer()
  const jar = await cookies()
  const sessionId = await sessionIdOf(jar.getAll())
  const [session, now] = [sessionId ? await desk.readSession(sessionId) : null, clockNow()]
  known.note(jar.get(sessionCookie())?.value ?? '', session !== null && isLive(session, now))
  return { session, now }
})
