/** Files and sockets that this process may hold open at once. Where they are few, fewer people are served at once, and the others told so. */
import { StartupError } from './startup-error.ts'

/** Held by Node, Next, the digest worker and SQLite when nobody is served (measured); PostgreSQL's connections come on top. */
const AT_REST = 41
const OF_POSTGRES = 26
/** A socket and a file, and as much for whoever is told meanwhile that there is no room. */
const OF_A_REQUEST = 4
/** With fewer the system itself hangs up on people before we hear of them. */
const LEAST = 64

/** How many may be served at once, up to `most`. Refuses to start where not even one could be. */
export function atOnceOf(limit: number, most: number, onPostgres: boolean): number {
  const rest = onPostgres ? OF_POSTGRES : 0
  if (limit < LEAST + rest)
    throw new StartupError(
      `可同时打开的文件只有 ${limit} 个，至少要 ${LEAST + rest} 个，最好 1024 个：请调高 ulimit -n（systemd 为 LimitNOFILE）。 Only ${limit} files may be open at once; at least ${LEAST + rest} are needed, better 1024: raise ulimit -n (LimitNOFILE in systemd).`,
    )
  return Math.min(most, Math.floor((limit - AT_REST - rest) / OF_A_REQUEST))
}

/** Infinity where the system sets no limit, or has none that it tells. */
export function descriptorLimit(): number {
  const report: Report = process.report.getReport()
  const limit = Number(report.userLimits?.open_files?.soft)
  return Number.isInteger(limit) ? limit : Infinity
}
type Report = { userLimits?: { open_files?: { soft?: unknown } } }
