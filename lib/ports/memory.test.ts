import { storeContracts } from './case-store.contract.ts'
import { memoryStore } from './case-store.memory.ts'

storeContracts('memory', async () => memoryStore())
