import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Portal } from './server.ts'

/** An hour of nobody touching anything: the running portal's clock is never moved, so the sessions' last touch is. */
export function letSessionsLapse({ dataDir }: Portal, personId: string): void {
  const file = new Database(join(dataDir, 'xianjie.db'), { fileMustExist: true })
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  file.prepare('UPDATE session SET touched_at = ? WHERE person_id = ? AND ended_at = ?').run(hourAgo, personId, '')
  file.close()
}
