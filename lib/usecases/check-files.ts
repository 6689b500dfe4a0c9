import { createHash } from 'node:crypto'
import type { FileRef } from '#lib/domain/result'
import type { BlobStore } from '#lib/ports/blob-store'

/** More wait for the one digest worker; fewer leave it waiting for the disk. */
const AT_ONCE = 8

/** Ids of the items whose stored bytes are gone or no longer what was sealed. Reads every byte again. */
export async function listDamaged(blobs: BlobStore, files: readonly (FileRef & { itemId: string })[]): Promise<string[]> {
  const damaged: string[] = []
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map(({ blobId }) => blobs.digest(blobId)))
    for (const [i, { itemId, sha256, sm3, size }] of some.entries())
      if (found[i]?.sha256 !== sha256 || found[i].sm3 !== sm3 || found[i].size !== size) damaged.push(itemId)
  }
  return damaged
}

/** One digest over a list of files, whatever their order: SHA-256 over the sorted SM3 digests. */
export const manifestOf = (files: readonly Pick<FileRef, 'sm3'>[]): string =>
  createHash('sha256')
    .update(
      files
        .map((file) => file.sm3)
        .toSorted()
        .join('\n'),
    )
    .digest('hex')
