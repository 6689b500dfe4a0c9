import { accessLogContract } from './access-log.contract.ts'
import { memoryAccessLog } from './access-log.memory.ts'

accessLogContract('memory', async () => memoryAccessLog())
