/** npm run access:export -- FILE: the access log in one new file, while the portal serves: JSON lines in the order of the chain. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openAccessLog } from '#db/access/open-access'
import type { AccessLog } from '#lib/ports/access-log'
import { StartupError } from '../boot/startup-error.ts'
import { withFile } from '../backup/file-command.ts'

const ROWS_AT_ONCE = 1_000
await withFile('access:export', async (environment, file) => {
  const log = await openAccessLog(environment)
  const count = await exported(log, file).finally(log.close)
  console.log(`已导出到 ${file}：${count} 行。 Exported to ${file}: ${count} rows.`)
})

async function exported(log: AccessLog, file: string): Promise<number> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  await once(target, 'open').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new StartupError(`文件已存在，不会覆盖：${file}。 ${file} exists already and is not overwritten.`)
      : error
  })
  let count = 0
  /** The digest before the first row comes first: each row's is sha256 of that before it, a line feed, and the row without its digest in canonical JSON. */
  async function* lines(): AsyncGenerator<string> {
    const { before } = await log.readEnds()
    yield lineOf({ format: 'xianjie-access-log', version: 1, madeAt: new Date().toISOString(), before })
    for (let { n } = before; ;) {
      const rows = await log.readOn(n, ROWS_AT_ONCE)
      const end = rows.at(-1)
      if (!end) return
      count += rows.length
      n = end.n
      yield rows.map(lineOf).join('')
    }
  }
  await pipeline(Readable.from(lines()), target).catch(async (error: unknown) => {
    await rm(file, { force: true })
    throw error
  })
  return count
}
function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}
