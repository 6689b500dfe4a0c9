import { createHash } from 'node:crypto'
import type { FileRef } from '#lib/domain/result'
import type { BlobStore } from '#lib/ports/blob-store'

/** Ids of the items whose stored bytes are gone or no longer what was sealed. Reads every byte again. */
export async function listDamaged(blobs: BlobStore, files: readonly (FileRef & { itemId: string })[]): Promise<string[]> {
  const damaged: string[] = []
  for (const file of files) {
    const found = await blobs.digest(file.blobId)
    if (!found || found.sha256 !== file.sha256 || found.sm3 !== file.sm3 || found.size !== file.size) damaged.push(file.itemId)
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
