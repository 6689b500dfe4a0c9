/** Stored bytes held against what an event says of them (found J6): which files a case names, and what can be wrong with one. */
import type { CaseEvent } from '../case/events.ts'
import type { Happened } from '../case/evolve.ts'
import type { OpenCase } from '../case/state.ts'
import type { FileRef } from '../result.ts'
import { type Scan, scanOf } from '../transfer/scan.ts'

/** What an event says of a stored file; the scan of a paper is named by one digest alone. */
export type Sealed = Pick<FileRef, 'blobId' | 'sha256'> & Partial<Pick<FileRef, 'size' | 'sm3'>>
export const FILE_FAULTS = ['missing', 'changed'] as const
export type FileFault = (typeof FILE_FAULTS)[number]
/** Where a file is named first: an item of the dossier, or (`itemId` '') the paper of the act `seq` on a track. */
export type NamedFile = Readonly<{ blobId: string; itemId: string; trackId: string; seq: number }>

/** `found`: the bytes as they were read; null where there are none. */
export const faultOf = ({ sha256, sm3, size }: Sealed, found: Omit<Required<Sealed>, 'blobId'> | null): FileFault | null => {
  if (!found) return 'missing'
  const isSame = found.sha256 === sha256 && (sm3 ?? found.sm3) === found.sm3 && (size ?? found.size) === found.size
  return isSame ? null : 'changed'
}

/** No download and no sending while it stands; nothing else of the case waits for it. */
export const isLocked = ({ faults }: Pick<OpenCase, 'faults'>, blobId: string): boolean =>
  faults !== undefined && Object.hasOwn(faults, blobId)

export const lockedIn = ({ faults = {} }: Pick<OpenCase, 'faults'>): readonly string[] => Object.keys(faults)

/** The number that stands before an item in the dossier; 0 for no item of it. */
export const dossierNo = ({ evidence }: Pick<OpenCase, 'evidence'>, itemId: string): number =>
  Object.values(evidence)
    .toSorted((a, b) => a.seq - b.seq)
    .findIndex((item) => item.itemId === itemId) + 1

/** Every stored file of a case, each once, in the order in which they were first named. */
export function storedFiles(past: readonly Happened<CaseEvent>[]): readonly (NamedFile & Sealed)[] {
  const files = new Map<string, NamedFile & Sealed>()
  for (const { event, seq, occasion } of past) {
    const trackId = ('trackId' in event && event.trackId) || ''
    const scan = scanOf(occasion.onPaper?.blobDigest ?? '')
    for (const file of [...filesIn(event), ...(scan ? [scan] : [])] as (FileRef | Scan)[]) {
      const { blobId, sha256 } = file
      const itemId = 'itemId' in file ? String(file.itemId) : ''
      const more = 'sm3' in file ? { size: file.size, sm3: file.sm3 } : {}
      if (!files.has(blobId)) files.set(blobId, { blobId, itemId, trackId, seq, sha256, ...more })
    }
  }
  return [...files.values()]
}

/** Every file in an event, however deep it stands there. */
export function* filesIn(value: unknown): Generator<FileRef> {
  if (typeof value !== 'object' || value === null) return
  if ('blobId' in value && 'sha256' in value && 'sm3' in value && 'size' in value) yield value as FileRef // safe: only files have these four
  for (const part of Object.values(value)) yield* filesIn(part)
}
