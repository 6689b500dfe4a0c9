/** Evidence: bytes first, then the event. Nothing is deleted; a void item stays in the ledger. */
import type { Day, FileRef } from '../result.ts'
import type { FileFault, NamedFile } from './stored.ts'

export type EvidenceItem = FileRef &
  Readonly<{
    itemId: string
    folder: string // domain/law/dossier.ts: main-… is transferred, inner-… never leaves the unit
    kind: string
    source: string
    collectedBy: string
    collectedOn: Day
  }>
export type EvidenceEvent =
  | Readonly<{ type: 'EvidenceAdded'; v: 1; item: EvidenceItem }>
  | Readonly<{ type: 'EvidenceVoided'; v: 1; itemId: string; reason: string }>
  /** By the platform's clock, of any stored file of the case. It names no digest: the event that named the file does. */
  | Readonly<{ type: 'FileFaultFound'; v: 1; file: NamedFile; is: FileFault }>
  | Readonly<{ type: 'FileFoundWhole'; v: 1; file: NamedFile }>
