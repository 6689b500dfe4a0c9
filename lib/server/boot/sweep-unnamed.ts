/**
 * Bytes that no event names any more than a day later were left by a deed that did not come about. Where more are unnamed than
 * named, nothing was left: the folder lies beside another database than its own, and every file in it is somebody's evidence.
 */
import type { BlobStore } from '#lib/ports/blob-store'

/** How many were spared because the database cannot be theirs; 0 where the sweep was made. */
export async function sweepUnnamed(blobs: BlobStore, olderThan: string, named: ReadonlySet<string>): Promise<number> {
  let [known, unknown] = [0, 0]
  for await (const blobId of blobs.list()) {
    if (named.has(blobId)) known++
    else unknown++
  }
  if (unknown > known + FEW) return unknown
  await blobs.sweep(olderThan, async (blobId) => named.has(blobId))
  return 0
}
/** A young portal may have as many left over as it has kept. */
const FEW = 20
