/** A restore that is broken off while it fills the database: by who started it, or by the database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openStore } from '#db/open-store'
import { connect } from '#db/postgres/connect'
import { freshPostgres } from '#db/testing/fresh-postgres'

const GOLDEN = join(import.meta.dirname, '../../../db/testing/golden-b86e016.zip')

let run = ''
let holder: Awaited<ReturnType<typeof connect>>
let restoring: ChildProcess
let said = ''
const asks = async (query: string): Promise<number> => {
  await holder.query('select pg_stat_clear_snapshot()') // a transaction sees others as they were when it first looked
  return (await holder.query(query)).rows.length
}
const RESTORING = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

/** As npm starts it: a shell, and the command below. It stands in the middle of its rows, for somebody holds a table. */
const begin = async (): Promise<void> => {
  run = mkdtempSync(join(tmpdir(), 'restore-'))
  const file = join(run, 'golden.zip')
  cpSync(GOLDEN, file)
  const databaseUrl = await freshPostgres('restore')
  await (await openStore({ databaseUrl, dataDir: '' })).close()
  holder = await connect(databaseUrl)
  await holder.query('begin; lock table notice in share mode')
  const env = { ...process.env, DATA_DIR: join(run, 'data'), DATABASE_URL: databaseUrl, npm_lifecycle_event: 'restore' }
  restoring = spawn('sh', ['-c', '"$0" lib/server/backup/restore.ts "$1"; exit "$?"', process.execPath, file], { env })
  said = ''
  for (const stream of [restoring.stdout, restoring.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect.poll(() => asks(`select 1 ${RESTORING}`), { timeout: 80_000 }).toBe(1)
}

afterEach(async () => {
  await holder.end()
  rmSync(run, { recursive: true })
})

it('ends when npm is ended, which tells only the shell between, and leaves nothing', async () => {
  await begin()
  const gone = once(restoring, 'close') // and whoever it started has let go of its output
  restoring.kill()
  await gone
  expect(readdirSync(join(run, 'data'))).toEqual([])
  await holder.query('rollback')
  expect(await asks('select 1 from event')).toBe(0)
}, 120_000)

it('says that the database is gone, not that the backup is damaged, and leaves nothing', async () => {
  await begin()
  const gone = once(restoring, 'close')
  await holder.query(`select pg_terminate_backend(pid) ${RESTORING}`)
  expect(await gone).toEqual([1, null])
  expect(said).toMatch(/^[^\n]*does not answer[^\n]*\n$/)
  expect(readdirSync(run)).toEqual(['golden.zip'])
}, 120_000)
