import { createHash } from 'node:crypto'
import type { FileRef } from '#lib/domain/result'
import type { CaseDesk } from './desk.ts'

/** So many, or so many bytes, are read at once: more would wait for the one digest worker, fewer leave it waiting for the disk. */
const AT_ONCE = 32
const BYTES_AT_ONCE = 32 * 2 ** 20

/**
 * Ids of the items whose stored bytes are gone or no longer what was sealed; each is locked by it. Reads every byte again, but of what
 * stands locked: that is unlocked by the portal's own check (check-stored.ts), which reads at its leisure.
 */
export async function listDamaged(
  { blobs, lockFile }: Pick<CaseDesk, 'blobs' | 'lockFile'>,
  { caseId, locked }: Readonly<{ caseId: string; locked: readonly string[] }>,
  files: readonly (FileRef & { itemId: string })[],
): Promise<string[]> {
  const damaged: string[] = []
  for (const some of batches(files)) {
    const found = await Promise.all(some.map((file) => (locked.includes(file.blobId) ? 'locked' : blobs.check(file))))
    for (const [i, { itemId, blobId }] of some.entries()) {
      const is = found[i]
      if (is) damaged.push(itemId)
      if (is && is !== 'locked') await lockFile(caseId, blobId, is)
    }
  }
  return damaged
}

function* batches<F extends FileRef>(files: readonly F[]): Generator<F[]> {
  let [some, bytes]: [F[], number] = [[], 0]
  for (const file of files) {
    if (some.length === AT_ONCE || (some.length > 0 && bytes + file.size > BYTES_AT_ONCE)) {
      yield some
      ;[some, bytes] = [[], 0]
    }
    some.push(file)
    bytes += file.size
  }
  if (some.length > 0) yield some
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
