import { createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Portal } from './server.ts'

type Session = Readonly<Record<string, string>>
/** Over these and in this order, by a key of the secrets: what a hand in the database alone could not write (found J7). */
const SEALED = ['session_id', 'person_id', 'started_at', 'touched_at', 'ended_at', 'reauth_at', 'reauth_for', 'ended_why']

/** An hour of nobody touching anything: the running portal's clock is never moved, so the sessions' last touch is. */
export function letSessionsLapse({ dataDir }: Portal, personId: string): void {
  const { nextAuth } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { nextAuth: string } // safe: the portal's own
  const key = new Uint8Array(hkdfSync('sha256', nextAuth, '', 'xianjie session row', 32))
  const file = new Database(join(dataDir, 'xianjie.db'), { fileMustExist: true })
  const touched = new Date(Date.now() - 3_600_000).toISOString()
  const rows = file.prepare("SELECT * FROM session WHERE person_id = ? AND ended_at = ''").all(personId) as Session[] // safe: text columns
  for (const row of rows) {
    const values = SEALED.map((name) => (name === 'touched_at' ? touched : row[name]))
    const mac = createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url')
    file.prepare('UPDATE session SET touched_at = ?, mac = ? WHERE session_id = ?').run(touched, mac, row['session_id'])
  }
  file.close()
}
