import { blobStoreContract } from '#lib/ports/blob-store.contract'
import { blobMemory } from './blob-memory.ts'

blobStoreContract('memory', async () => blobMemory())
