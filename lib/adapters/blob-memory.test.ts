import { blobStoreContract } from '#lib/ports/blob-store.contract'
import { blobMemory, type Blobs } from './blob-memory.ts'

blobStoreContract('memory', async () => {
  const kept: Blobs = new Map()
  return {
    blobs: blobMemory(undefined, kept),
    spoil: (blobId, bytes) => void (bytes ? kept.set(blobId, { bytes, at: '' }) : kept.delete(blobId)),
  }
})
