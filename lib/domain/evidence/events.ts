/** Evidence: bytes first, then the event. Nothing is deleted; a void item stays in the ledger. */
import type { Day, FileRef } from '../result.ts'
import type { FileContent } from './file-types.ts'
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
/** What its bytes are, and why one of another content is kept as it is: '' where it is none. */
export type Looked = Readonly<{ content: FileContent; asIs: string }>
export type EvidenceEvent =
  /** Nobody looked at the bytes before v 2. */
  | Readonly<{ type: 'EvidenceAdded'; v: 1 | 2; item: EvidenceItem & Partial<Looked> }>
  | Readonly<{ type: 'EvidenceVoided'; v: 1; itemId: string; reason: string }>
  /** By the platform's clock, of any stored file of the case. It names no digest: the event that named the file does. */
  | Readonly<{ type: 'FileFaultFound'; v: 1; file: NamedFile; is: FileFault }>
  | Readonly<{ type: 'FileFoundWhole'; v: 1; file: NamedFile }>
