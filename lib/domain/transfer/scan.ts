/**
 * The scan of a paper as its event names it (D23): the digest that anyone can check, and the stored blob. It stands in the leaf, which stays for
 * ever, so the sender's file name does not go along: it may name a person. Only its ending does.
 */
import type { FileRef } from '../result.ts'

export type Scan = Readonly<Pick<FileRef, 'sha256' | 'blobId' | 'name'>>

export const scanDigest = ({ sha256, blobId, name }: Scan): string =>
  `${sha256}/${blobId}/scan${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''}`

/** Null where nothing was scanned, or by another way of writing it than ours. */
export function scanOf(blobDigest: string): Scan | null {
  const [, sha256 = '', blobId = '', name = ''] = /^([0-9a-f]{64})\/([^/]+)\/([^/]+)$/.exec(blobDigest) ?? []
  return sha256 === '' ? null : { sha256, blobId, name }
}
