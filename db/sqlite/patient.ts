/**
 * Where another process holds the file, SQLite waits inside the call, and this process can serve nobody meanwhile. So it waits there
 * for a moment only, and the rest of its patience out here, where readers are served: SQLITE_BUSY means that nothing was written.
 */
import { setTimeout as wait } from 'node:timers/promises'

export const BUSY_BLOCK_MS = 20
const PATIENCE_MS = 5_000
const PAUSE_MS = 50

export function patient<T extends object>(store: T): T {
  type Method = (...given: readonly unknown[]) => Promise<unknown>
  const patient =
    (ask: Method): Method =>
    async (...given) => {
      for (let waited = 0; ; waited += PAUSE_MS + BUSY_BLOCK_MS) {
        try {
          return await ask(...given)
        } catch (error) {
          if (!isBusy(error) || waited >= PATIENCE_MS) throw error
          await wait(PAUSE_MS)
        }
      }
    }
  return Object.fromEntries(Object.entries(store).map(([name, ask]) => [name, patient(ask as Method)])) as T // safe: ports hold async methods only
}
const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
