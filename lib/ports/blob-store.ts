/** Bytes of evidence. Stored under random names, never under the sender's; both digests taken on the way in (docs/decisions.md D11). */
import type { Readable } from 'node:stream'
import type { FileFault, Sealed } from '#lib/domain/evidence/stored'

export type Stored = Readonly<{ blobId: string; size: number; sha256: string; sm3: string }>
export type TakeOutcome =
  | Readonly<{ ok: true; stored: Stored }>
  | Readonly<{ ok: false; code: 'too-large' | 'empty' | 'broken-off' | 'no-space' }>

/** Up to here a file is read and held against its digests before anybody has a byte of it (about 40 ms of the digest worker); a larger one on its way. */
export const SMALL_BYTES = 8 * 2 ** 20
/** `stream` of a large file breaks before its last block where the bytes are not what was sealed; `atFault` is waited for first. */
export type OpenedSealed =
  | Readonly<{ ok: true; size: number; stream: (atFault: (is: FileFault) => Promise<void>) => Readable }>
  | Readonly<{ ok: false; is: FileFault }>

export interface BlobStore {
  /** Streams to a temporary file, fsync, rename, fsync of the folder; only then answers. A broken-off stream leaves nothing. */
  take(bytes: Readable, limits: Readonly<{ maxBytes: number }>): Promise<TakeOutcome>
  /** The bytes as they lie there, for a backup; null where there is no such blob. Whoever is to have a file gets it by `openSealed`. */
  open(blobId: string): Promise<Readonly<{ size: number; stream: () => Readable }> | null>
  openSealed(file: Sealed): Promise<OpenedSealed>
  /** Reads the bytes again and says what is wrong with them; null where nothing is. Rejects where the signal ends it. */
  check(file: Sealed, signal?: AbortSignal): Promise<FileFault | null>
  /** Reads the bytes again and takes both digests. */
  digest(blobId: string): Promise<Stored | null>
  list(): AsyncIterable<string>
  /** Removes temporary leftovers older than the instant and blobs that `isKept` does not know. Returns how many went. */
  sweep(olderThan: string, isKept: (blobId: string) => Promise<boolean>): Promise<number>
}
