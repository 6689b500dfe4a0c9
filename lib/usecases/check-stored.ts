/**
 * The portal's own check of what it stores (found J6): each file that a case names once in a round of 30 days, and at every turn first
 * what stands locked, so that a restored file is soon unlocked. A turn reads for a second or two and is followed by a rest of nineteen
 * times as long. How far it came is one fact: a check that was killed goes on where its last turn ended.
 */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import { type FileFault, storedFiles, type NamedFile, type Sealed } from '#lib/domain/evidence/stored'
import type { Instant } from '#lib/domain/result'
import { HOUR_MS, msBetween } from '#lib/domain/time'
import type { BlobStore } from '#lib/ports/blob-store'
import type { Reader } from '#lib/ports/case-store'
import type { JobStore } from '#lib/ports/job-store'
import { openCase } from '#lib/views/case-views'
import { fold } from './folded.ts'
import { caseDecider } from './case-decider.ts'
import type { CaseAsk } from './desk.ts'
import { findFileFault, findFileWhole } from './find-file-fault.ts'

export type Checking = Readonly<{
  read: Reader
  facts: Pick<JobStore, 'readFact' | 'saveFact'>
  blobs: Pick<BlobStore, 'check' | 'list'>
  listNamedBlobs: () => Promise<ReadonlySet<string>>
  /** The clock's. */
  ask: CaseAsk
  clockNow: () => Instant
  /** The node is leaving: the file at hand is left to the next turn. */
  signal: AbortSignal
}>
/** `caseId` '' at the beginning of a round, `DONE` at its end; `at`: how many of its files are done. `locked`: looked at last of those that stand locked. */
type Place = Readonly<{ begunAt: Instant; caseId: string; at: number; locked: string; restMs: number }>
type File = NamedFile & Sealed
type Target = Readonly<{ caseId: string; file: File; isLocked: boolean; next: Partial<Place> }>
type Found = Target & Readonly<{ is: FileFault | null }>

const FACT = 'check-stored'
const DONE = '~'
const ROUND_MS = 30 * 24 * HOUR_MS
const SLICE_MS = 1_500
/** One part in twenty is 5 % of the disk's time. */
const SHARE = 20

export async function checkStored(checking: Checking): Promise<void> {
  const { facts, clockNow } = checking
  const began = clockNow()
  const fact = await facts.readFact(FACT)
  const old: Place | null = fact && JSON.parse(fact.value) // safe: written below
  if (fact && old && isWithin(fact.at, began, old.restMs)) return
  let place = roundOf(old, began)
  const broken: unknown[] = []
  try {
    for (const targets of [lockedFiles, filesFrom]) {
      const done = await slice(checking, place, targets(checking, place))
      place = done.isThrough && targets === filesFrom ? { ...done.place, caseId: DONE, at: 0 } : done.place
      broken.push(...done.broken)
    }
  } finally {
    const at = clockNow()
    const restMs = Math.max(0, msBetween(began, at)) * (SHARE - 1)
    await facts.saveFact({ name: FACT, value: JSON.stringify({ ...place, restMs } satisfies Place), at })
  }
  if (broken.length > 0) throw broken[0]
}

/** Also where the clock was set back meanwhile: then nothing is waited for. */
const isWithin = (from: Instant, now: Instant, ms: number): boolean => now >= from && msBetween(from, now) < ms

function roundOf(old: Place | null, now: Instant): Place {
  const isOver = old === null || (old.caseId === DONE && !isWithin(old.begunAt, now, ROUND_MS))
  return isOver ? { begunAt: now, caseId: '', at: 0, locked: old?.locked ?? '', restMs: 0 } : old
}

type Sliced = Readonly<{ place: Place; isThrough: boolean; broken: readonly unknown[] }>
/**
 * At least one file, and no new one after its time. What the disk cannot read is a fault of the disk, not of the file: the job says so,
 * and goes on behind it. Read first and recorded after, since what looks like another portal's folder is no fault of its files either.
 */
async function slice(checking: Checking, from: Place, targets: AsyncIterable<Target>): Promise<Sliced> {
  const { blobs, clockNow, signal } = checking
  const began = clockNow()
  const found: Found[] = []
  const broken: unknown[] = []
  let place = from
  let isThrough = true
  for await (const target of targets) {
    const is = await blobs.check(target.file, signal).catch((error: unknown) => void broken.push(error))
    isThrough = !signal.aborted && broken.length === 0 && msBetween(began, clockNow()) < SLICE_MS
    if (signal.aborted) break
    if (is !== undefined) found.push({ ...target, is })
    place = { ...place, ...target.next }
    if (!isThrough) break
  }
  await record(checking, found)
  return { place, isThrough, broken: signal.aborted ? [] : broken }
}

async function record(checking: Checking, found: readonly Found[]): Promise<void> {
  const { ask } = checking
  const lost = found.filter(({ is, isLocked }) => is === 'missing' && !isLocked).length
  if (lost > FEW && 2 * lost > found.length) await refuseAnothersFolder(checking)
  for (const { caseId, file, isLocked, is } of found) {
    if (isLocked === (is !== null)) continue
    const done = is ? await findFileFault(ask, caseId, file.blobId, is) : await findFileWhole(ask, caseId, file.blobId)
    if (!done.ok && done.refusal.code === 'deed.busy') throw new Error(done.refusal.code)
  }
}
const FEW = 3

/** Where less than half is there of what the ledger names, the folder was lost or is another portal's: it would lock every file there is. Reads the whole ledger. */
async function refuseAnothersFolder({ blobs, listNamedBlobs }: Checking): Promise<void> {
  const named = await listNamedBlobs()
  let known = 0
  for await (const blobId of blobs.list()) if (named.has(blobId)) known++
  if (2 * known < named.size)
    throw Object.assign(new Error(`of ${named.size} stored files ${known} are there: another portal's folder?`), { code: 'EIO' })
}

/** What stands locked, in turn: those behind the one that was looked at last come first. */
async function* lockedFiles({ read }: Checking, { locked }: Place): AsyncGenerator<Target> {
  const all: Readonly<{ caseId: string; blobId: string }>[] = []
  for (const caseId of await read.listFaulty()) {
    const row = await read.readCaseRow(caseId)
    for (const blobId of Object.keys((row && openCase(row, []).faults) ?? {})) all.push({ caseId, blobId })
  }
  all.sort((a, b) => (a.blobId < b.blobId ? -1 : 1))
  const first = Math.max(
    0,
    all.findIndex(({ blobId }) => blobId > locked),
  )
  for (const { caseId, blobId } of [...all.slice(first), ...all.slice(0, first)]) {
    const file = storedFiles(await pastOf(read, caseId)).find((one) => one.blobId === blobId)
    if (file) yield { caseId, file, isLocked: true, next: { locked: blobId } }
  }
}

async function* filesFrom({ read }: Checking, place: Place): AsyncGenerator<Target> {
  if (place.caseId === DONE) return
  let at = place.at
  for (
    let caseId = place.caseId || (await read.nextStream('case', ''));
    caseId !== null;
    caseId = await read.nextStream('case', caseId), at = 0
  ) {
    const past = await pastOf(read, caseId)
    const locked = lockedIn(past)
    for (const [i, file] of storedFiles(past).entries())
      if (i >= at) yield { caseId, file, isLocked: locked.has(file.blobId), next: { caseId, at: i + 1 } }
  }
}

async function pastOf(read: Reader, caseId: string): Promise<readonly Happened<CaseEvent>[]> {
  const sealed = await read.readEvents({ stream: 'case', streamId: caseId })
  try {
    return fold(caseDecider, sealed).past
  } catch {
    return [] // `verify` says which case cannot be opened
  }
}

function lockedIn(past: readonly Happened<CaseEvent>[]): ReadonlySet<string> {
  const locked = new Set<string>()
  for (const { event } of past) {
    if (event.type === 'FileFaultFound') locked.add(event.file.blobId)
    if (event.type === 'FileFoundWhole') locked.delete(event.file.blobId)
  }
  return locked
}
