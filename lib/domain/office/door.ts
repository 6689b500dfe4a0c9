/**
 * What the events say of the rows by which people come in: credentials, one-time links and their codes. Those rows are no events; each
 * is held against the digest that its event sealed (lib/ports/sealed-rows.ts), so that one made or changed by hand is like none.
 */
import type { Happened } from '../case/evolve.ts'
import type { Instant } from '../result.ts'
import { addHours, MINUTE_MS, msBetween } from '../time.ts'
import type { OfficeEvent } from './events.ts'

/** `before`: those whose event carries no digest yet. */
type Issued = Readonly<{ digests: ReadonlySet<string>; before: readonly Readonly<{ personId: string; at: Instant }>[] }>
export type Door = Readonly<{
  /** By person, of the row in force. */
  credentials: ReadonlyMap<string, string>
  links: Issued
  codes: Issued
  /** Where what stood there before any event spoke of it was counted; null where it was not yet. */
  countedAt: number | null
}>
export const NO_DOOR: Door = {
  credentials: new Map(),
  links: { digests: new Set(), before: [] },
  codes: { digests: new Set(), before: [] },
  countedAt: null,
}

export function doorOf(past: readonly Happened<OfficeEvent>[]): Door {
  const credentials = new Map<string, string>()
  const [links, codes] = [newIssued(), newIssued()]
  let countedAt: number | null = null
  for (const { event, occasion, seq } of past) {
    if (event.type === 'LinkIssued') add(links, event.link, { personId: event.personId, at: occasion.recordedAt })
    if (event.type === 'CodeIssued') add(codes, event.code, { personId: event.personId, at: occasion.recordedAt })
    if (event.type === 'PasswordSet') credentials.set(event.personId, event.credential)
    if (event.type === 'CredentialsCounted') {
      countedAt = seq
      // A password that was set meanwhile is the newer one.
      for (const { personId, credential } of event.credentials) if (!credentials.has(personId)) credentials.set(personId, credential)
    }
  }
  return { credentials, links, codes, countedAt }
}

type Issuing = { digests: Set<string>; before: { personId: string; at: Instant }[] }
const newIssued = (): Issuing => ({ digests: new Set(), before: [] })
function add({ digests, before }: Issuing, digest: string | undefined, whose: Readonly<{ personId: string; at: Instant }>): void {
  if (digest === undefined) before.push(whose)
  else digests.add(digest)
}

const ISSUED_HOURS = 24
/** Between the page's look at the clock and the gate's: a deed waits in line for seconds. */
const LATEST_MS = MINUTE_MS
/** Is there an event of this row? One from before its event carried a digest is known by person and time, and opens nothing after a day. */
export function wasIssued(
  { digests, before }: Issued,
  digest: string,
  { personId, madeAt, expiresAt }: Readonly<{ personId: string; madeAt: Instant; expiresAt: Instant }>,
): boolean {
  if (digests.has(digest)) return true
  const theirs = before.filter((one) => one.personId === personId && one.at >= madeAt)
  return theirs.some(({ at }) => msBetween(madeAt, at) <= LATEST_MS) && expiresAt === addHours(madeAt, ISSUED_HOURS)
}
