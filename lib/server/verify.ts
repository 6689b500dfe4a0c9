/** npm run verify: folds the whole ledger anew, compares every stored row and every stored file, names what differs; exit 1 on any. Changes nothing but the note of it for the operator. */
import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openStore } from '#db/open-store'
import { verify } from '#db/verify'
import { blobFolder } from '#lib/adapters/blob-folder'
import { refold, ROWS_VERSION } from '#lib/usecases/refold'
import { rowsVersionOf } from '#lib/usecases/refold-rows'
import { readEnvironment } from './environment.ts'
import { noteVerify } from './operation.ts'

const { dataDir, databaseUrl } = readEnvironment(process.env)
const store = await openStore({ dataDir, databaseUrl })
const version = await rowsVersionOf(store)
if (version !== ROWS_VERSION) {
  // Each row would differ: they are of another program, and are folded anew when this one starts.
  await store.close()
  console.log(
    `数据由另一版本生成（编号 ${version}，本版本为 ${ROWS_VERSION}）：先启动一次平台完成升级，再核对。 The stored rows are of version ${version}, this program's of ${ROWS_VERSION}: start the portal once, which upgrades them, then verify.`,
  )
  process.exit(1)
}
let found = 0
const KEY = randomBytes(32)
for await (const { where, key, field, stored, expected } of verify({ read: store, blobs: blobFolder(join(dataDir, 'blobs')), refold })) {
  found++
  console.log(`${where} ${key} ${field}: ${hinted(stored)} ≠ ${hinted(expected)}`)
}
const streams = (await store.listStreams()).length
await noteVerify(store, new Date().toISOString(), found).catch(console.error) // found what was found, also where nothing can be written
await store.close()
console.log(
  found === 0 ? `全部一致。 All ${streams} streams, their rows and files are as sealed.` : `${found} 处不一致。 ${found} differences.`,
)
process.exitCode = found === 0 ? 0 : 1

/** Our own words; of every other value enough to tell two apart, for a name or a title is no business of who keeps the server: nor can it be guessed. */
function hinted(text: string): string {
  if (/^(|broken|whole|rows|no event|there)$/.test(text)) return text || '–'
  return `${text.length} 字符 characters, ${createHmac('sha256', KEY).update(text).digest('hex').slice(0, 12)}`
}
