/**
 * A process that folds rows anew, two streams at a time, and stops for ever in the middle of its third batch: all rows of it are
 * written, and nothing is committed. upgrade-rows.postgres.test.ts starts it by `fork`, and kills it there.
 */
import { openStore } from '#db/open-store'
import { refoldRows } from '#lib/usecases/refold-rows'
import type { Environment } from './environment.ts'

const where = JSON.parse(process.argv[2] ?? '') as Pick<Environment, 'dataDir' | 'databaseUrl'> // safe: written by the test
const store = await openStore(where)
let batches = 0
const replaceRows: typeof store.replaceRows = (streams, { was, is }) =>
  store.replaceRows(streams, { was, is: ++batches === 3 ? is.map(stopping) : is })
/** The last thing that a transaction writes is how far it has come. */
const stopping = <T extends object>(fact: T): T =>
  new Proxy(fact, {
    get: (from, name) => {
      if (name === 'value') stop()
      return Reflect.get(from, name)
    },
  })
function stop(): void {
  process.send?.('stopped')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
await refoldRows({ ...store, replaceRows }, { clockNow: () => new Date().toISOString(), atOnce: 2 })
