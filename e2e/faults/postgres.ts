/** A real PostgreSQL beside the portal, in a process of its own. It speaks as db/testing/postgres-process.ts does. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'

export type Postgres = Readonly<{
  url: string
  /** What is stored, seen beside the portal; each question on whatever connection there is by then. */
  asks: <Row extends pg.QueryResultRow>(query: string, values?: string[]) => Promise<Row[]>
  /** Ends the portal's connections, or one, if there is one where somebody is at work. */
  terminates: (which: 'all' | 'one') => Promise<void>
  /** Ends every connection and answers nobody. */ down: () => Promise<void>
  /** At the same address as before. */ up: () => Promise<void>
  stop: () => Promise<void>
}>

export async function openPostgres(): Promise<Postgres> {
  const child = fork(new URL('../../db/testing/postgres-process.ts', import.meta.url), { execArgv: [] })
  await heard(child)
  child.send({ create: 'portal' })
  const { url } = (await heard(child)) as { url: string } // safe: what it answers to `create`
  const order = async (word: 'down' | 'up'): Promise<void> => {
    child.send(word)
    await heard(child)
  }
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {}) // goes with the server
  const terminates: Postgres['terminates'] = async (which) => {
    const { rowCount } = await pool.query(`select pg_terminate_backend(pid) from (
      select pid from pg_stat_activity where datname = current_database() and application_name = 'xianjie'
      order by state = 'idle', pid ${which === 'one' ? 'limit 1' : ''}) as chosen`)
    if (!rowCount) throw new Error('the portal has no connection')
  }
  const stop = async (): Promise<void> => {
    await pool.end()
    const gone = once(child, 'exit')
    child.disconnect()
    await gone
  }
  const asks: Postgres['asks'] = async (query, values) => (await pool.query(query, values)).rows
  return { url, asks, terminates, down: () => order('down'), up: () => order('up'), stop }
}

/** Those to which she adds evidence. */
export const casesOfChen = async ({ asks }: Postgres): Promise<string[]> =>
  (
    await asks<{ id: string }>(`select t.case_id as id from case_tie t join case_row c on c.case_id = t.case_id
      where t.person_id = 'p-chenmin' and t.tie = 'handler' and c.phase = 'investigating' order by 1`)
  ).map(({ id }) => id)

async function heard(child: ChildProcess): Promise<unknown> {
  const over = new AbortController()
  const fell = once(child, 'exit', over).then(() => Promise.reject(new Error('PostgreSQL did not start')))
  fell.catch(() => {}) // nobody waits for it once there is an answer
  try {
    return (await Promise.race([once(child, 'message', over), fell]))[0]
  } finally {
    over.abort()
  }
}
