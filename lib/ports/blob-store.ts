/** Bytes of evidence. Stored under random names, never under the sender's; both digests taken on the way in (design.md D11). */
import type { Readable } from 'node:stream'

export type Stored = Readonly<{ blobId: string; size: number; sha256: string; sm3: string }>
export type TakeOutcome =
  | Readonly<{ ok: true; stored: Stored }>
  | Readonly<{ ok: false; code: 'too-large' | 'empty' | 'broken-off' | 'no-space' }>

export interface BlobStore {
  /** Streams to a temporary file, fsync, rename, fsync of the folder; only then answers. A broken-off stream leaves nothing. */
  take(bytes: Readable, limits: Readonly<{ maxBytes: number }>): Promise<TakeOutcome>
  /** Null where there is no such blob. */
  open(blobId: string): Promise<Readonly<{ size: number; stream: () => Readable }> | null>
  /** Reads the bytes again and takes both digests. */
  digest(blobId: string): Promise<Stored | null>
  list(): AsyncIterable<string>
  /** Removes temporary leftovers older than the instant and blobs that `isKept` does not know. Returns how many went. */
  sweep(olderThan: string, isKept: (blobId: string) => Promise<boolean>): Promise<number>
}
