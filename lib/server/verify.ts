/** npm run verify: folds the whole ledger anew, compares every stored row and every stored file, names what differs; exit 1 on any. Changes nothing. */
import { join } from 'node:path'
import { openStore } from '#db/open-store'
import { verify } from '#db/verify'
import { blobFolder } from '#lib/adapters/blob-folder'
import { refold } from '#lib/usecases/refold'
import { readEnvironment } from './environment.ts'

const { dataDir, databaseUrl } = readEnvironment(process.env)
const store = await openStore({ dataDir, databaseUrl })
let found = 0
for await (const { where, key, field, stored, expected } of verify({ read: store, blobs: blobFolder(join(dataDir, 'blobs')), refold })) {
  found++
  console.log(`${where} ${key} ${field}: ${short(stored)} ≠ ${short(expected)}`)
}
const streams = (await store.listStreams()).length
await store.close()
console.log(
  found === 0 ? `全部一致。 All ${streams} streams, their rows and files are as sealed.` : `${found} 处不一致。 ${found} differences.`,
)
process.exitCode = found === 0 ? 0 : 1

/** Long values (a sheet) are cut: the place is what is wanted, not a person's data on a screen. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text || '–'
}
