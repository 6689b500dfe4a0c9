/** What is found of a stored file, by whoever read it: the platform's clock records it, so that it is locked or unlocked for everybody (found J6). */
import type { FileFault } from '#lib/domain/evidence/stored'
import type { CaseAsk, CaseDone } from './desk.ts'

/** Once while it stands: whoever finds it second is refused, and knows what they wanted to know. */
export type LockFile = (caseId: string, blobId: string, is: FileFault) => Promise<void>

/** `ask`: the clock's. */
export const findFileFault = (ask: CaseAsk, caseId: string, blobId: string, is: FileFault): CaseDone =>
  ask(caseId, { type: 'FindFileFault', blobId, is }, null)
export const findFileWhole = (ask: CaseAsk, caseId: string, blobId: string): CaseDone =>
  ask(caseId, { type: 'FindFileWhole', blobId }, null)
