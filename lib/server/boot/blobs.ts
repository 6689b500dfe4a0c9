/** Where stored files lie: chosen here and nowhere else. Another kind of store is another line here, kept to lib/ports/blob-store.contract.ts. */
import { join } from 'node:path'
import { blobFolder } from '#lib/adapters/blob-folder'
import { strayFiles } from '#lib/adapters/stray-files'
import type { BlobStore } from '#lib/ports/blob-store'
import type { Environment } from './environment.ts'

type Where = Pick<Environment, 'dataDir'>
export const BLOBS = 'blobs'
const folderIn = ({ dataDir }: Where): string => join(dataDir, BLOBS)

export const openBlobs = (where: Where): BlobStore => blobFolder(folderIn(where))
/** What lies there and is nobody's: for a store that keeps other things too. */
export const straysIn = (where: Where, isNamed: (blobId: string) => boolean, hours: number): AsyncIterable<string> =>
  strayFiles(folderIn(where), isNamed, hours)
