/**
 * Connections to a server. Each may be lost at any moment, also while nobody asks anything of it: the driver then emits `error`,
 * and an event to which nobody listens ends the process. Whoever asks next hears of it by the answer.
 */
import pg from 'pg'
import { coded } from './lost.ts'

/** ms. Also how long one may stand behind others who have all connections. */
const CONNECT_TIMEOUT = 10_000
/**
 * ms. Others hold what we want for no longer than a commit takes; who holds it longer has stopped. Waiting for a lock ends before
 * waiting for a connection does: whoever stands behind those who wait still gets theirs. The driver's own end comes after the
 * server's, which knows why.
 */
const LIMITS = { lock_timeout: 2_000, idle_in_transaction_session_timeout: 5_000 }
const OF_READERS = { ...LIMITS, statement_timeout: 30_000, query_timeout: 35_000 } // some go through a whole table: verify, the sweep
const OF_WRITERS = { ...LIMITS, statement_timeout: 10_000, query_timeout: 15_000 }

/** While nobody asks, too: it is by them that a reset of the demo finds a portal running (db/seed/empty-demo.ts). */
const KEPT = { idleTimeoutMillis: 0, maxLifetimeSeconds: 3_600 }

const ignored = (): void => {}
/** @internal */
export const settings = (url: string): pg.ClientConfig => ({
  connectionString: asElsewhere(url),
  application_name: 'xianjie',
  connectionTimeoutMillis: CONNECT_TIMEOUT,
  keepAlive: true,
  pipeline: true, // statements that are given together go on one journey
})

/** Of 16 connections: writers who wait for one another take none from the readers. */
export const pools = (url: string) => ({ reading: pool(url, 8, OF_READERS), writing: pool(url, 8, OF_WRITERS) })
/** Of two: the access log takes no connection from anybody, and nobody takes one from it. */
export const poolOfAccess = (url: string) => pool(url, 2, OF_WRITERS)

/** Plans are made for the values asked with: one bureau has ten cases, another ten thousand. */
function pool(url: string, max: number, limits: pg.ClientConfig): pg.Pool {
  const options = '-c plan_cache_mode=force_custom_plan'
  const made = new pg.Pool({ ...settings(url), ...limits, max, options, ...KEPT })
  made.on('error', ignored) // of one that is idle
  made.on('connect', (client) => client.on('error', ignored)) // of one that is lent out
  return made
}

/** One connection without those limits: a migration, a backup or a restore takes as long as it takes. */
export async function connect(url: string, more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ ...settings(url), ...more })
  client.on('error', ignored)
  await client.connect().catch((error: unknown) => {
    throw coded(error)
  })
  return client
}

/** `sslmode` as in every other program of PostgreSQL: `require` asks for encryption, `verify-full` also for a certificate that is known. */
const asElsewhere = (url: string): string => (/[?&]sslmode=/.test(url) ? `${url}&uselibpqcompat=true` : url)
