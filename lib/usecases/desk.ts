/** What a use-case gets from the skin: who asks, when, a reader, and `ask`; never a writer. */
import type { CaseCommand } from '#lib/domain/case/commands'
import type { CaseState } from '#lib/domain/case/state'
import type { Actor, Day, Instant } from '#lib/domain/result'
import type { BlobStore } from '#lib/ports/blob-store'
import type { Reader } from '#lib/ports/case-store'
import type { Ask, Done } from './ask.ts'
import type { LockFile } from './find-file-fault.ts'
import type { Result } from '#lib/domain/result'

export type CaseAsk = Ask<CaseCommand, CaseState>
export type CaseDone = Promise<Result<Done<CaseState>>>
export type CaseDesk = Readonly<{
  actor: Actor
  ask: CaseAsk
  read: Reader
  blobs: BlobStore
  lockFile: LockFile
  newId: () => string
  now: Instant
  today: Day
}>
