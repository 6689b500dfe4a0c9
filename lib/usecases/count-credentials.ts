/**
 * Once in a portal's life, at its first start under a program that knows of it: what lies at the door and no event speaks of yet is
 * taken as it is, passwords into an event, sessions under a MAC. From then on whatever has neither is somebody's hand (decision 0017).
 */
import { type Door, doorOf } from '#lib/domain/office/door'
import { isFounded, OFFICE } from '#lib/domain/office/state'
import type { Instant } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import type { JobStore } from '#lib/ports/job-store'
import { credentialDigest } from '#lib/ports/sealed-rows'
import { CLOCK } from './alarm-silence.ts'
import { askAs, type Effects } from './ask.ts'
import { fold } from './folded.ts'
import { officeDecider } from './office/office-decider.ts'

type Counting = Pick<JobStore, 'readFact' | 'saveFact'> & Pick<DeskStore, 'listCredentials' | 'adoptSessions'>
/** Where the event stands: without it a cut-off event would bring about a second count, of whatever lies there by then. */
const COUNTED = 'counted'

/** Nothing to do for a portal that is not founded, and once it is done. */
export async function countCredentials(effects: Effects, store: Counting, now: Instant): Promise<void> {
  const { read } = effects
  if (await isUncounted({ ...store, readEvents: read.readEvents })) {
    await store.adoptSessions()
    const door = await doorIn(read)
    const rows = (await store.listCredentials()).filter(({ personId }) => !door?.credentials.has(personId))
    const credentials = rows.map((row) => ({ personId: row.personId, credential: credentialDigest(row) }))
    const done = await askAs(effects, officeDecider, CLOCK, { now })(OFFICE, { type: 'CountCredentials', credentials }, null)
    if (!done.ok) throw new Error(`the credentials were not counted: ${done.refusal.code}`)
  }
  const at = (await doorIn(read))?.countedAt ?? null
  if (at !== null && (await store.readFact(COUNTED)) === null) await store.saveFact({ name: COUNTED, value: String(at), at: now })
}

/** Would the next start count? */
export async function isUncounted(store: Pick<Reader, 'readEvents'> & Pick<JobStore, 'readFact'>): Promise<boolean> {
  const door = await doorIn(store)
  return door?.countedAt === null && (await store.readFact(COUNTED)) === null
}

/** Null without an office, and where its events cannot be read: that keeps nobody from their work, and `verify` says it. */
async function doorIn({ readEvents }: Pick<Reader, 'readEvents'>): Promise<Door | null> {
  const events = await readEvents({ stream: officeDecider.stream, streamId: OFFICE })
  try {
    const { past, state } = fold(officeDecider, events)
    return isFounded(state) ? doorOf(past) : null
  } catch {
    return null
  }
}
