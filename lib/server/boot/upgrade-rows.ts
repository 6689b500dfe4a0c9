/** Before anybody is served: rows of another number are folded anew, on one node, while the others wait (decision 0014). */
import { setImmediate as turn } from 'node:timers/promises'
import { formatCount } from '#lib/i18n/numbers'
import { type Refolding, refoldRows, rowsVersionOf } from '#lib/usecases/refold-rows'
import { ROWS_VERSION } from '#lib/usecases/refold'
import { alone, type Runner } from './jobs.ts'

const SAID_EVERY_MS = 10_000

/** `show`: how far it is, for whoever asks meanwhile. */
export async function upgradeRows(
  store: Refolding,
  runner: Pick<Runner, 'jobs' | 'node' | 'faultOf' | 'clockNow'>,
  show: (sentence: string) => void,
): Promise<void> {
  const { clockNow } = runner
  if ((await rowsVersionOf(store)) === ROWS_VERSION) return void (await refoldRows(store, { clockNow }))
  await alone(runner, 'refold', 0, async () => {
    const report = newReporter(show)
    const unfolded = await refoldRows(store, { clockNow, report })
    if (unfolded > 0)
      console.error(
        `有 ${unfolded} 个案件的数据没有升级，请运行 npm run verify。 ${unfolded} streams could not be folded anew; run \`npm run verify\`.`,
      )
  })
}

/** Says each batch to `show`, and some on the console. */
export function newReporter(show: (sentence: string) => void = () => {}): (done: number, all: number) => Promise<void> {
  let saidAt = 0
  return async (done, all) => {
    const [so, of] = [formatCount(done), formatCount(all)]
    const sentence = `正在升级数据 ${so}／${of}。 Upgrading stored rows: ${so} of ${of}.`
    show(sentence)
    if (Date.now() - saidAt >= SAID_EVERY_MS || done === all) {
      saidAt = Date.now()
      console.log(sentence)
    }
    await turn() // the door answers in between
  }
}
