/** The scan of a paper as its event names it (D23): the digest that anyone can check, the stored blob, and what its sender called it. */
import type { FileRef } from '../result.ts'

export type Scan = Readonly<Pick<FileRef, 'sha256' | 'blobId' | 'name'>>

export const scanDigest = ({ sha256, blobId, name }: Scan): string => `${sha256}/${blobId}/${name}`

/** Null where nothing was scanned, or by another way of writing it than ours. */
export function scanOf(blobDigest: string): Scan | null {
  const [, sha256 = '', blobId = '', name = ''] = /^([0-9a-f]{64})\/([^/]+)\/([^/]+)$/.exec(blobDigest) ?? []
  return sha256 === '' ? null : { sha256, blobId, name }
}
