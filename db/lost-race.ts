/** Keys that two deeds may want at once. Any other key that breaks is a bug: nothing else is ever written twice. */
const RACED = ['event', 'number', 'once']

/** What a failed commit means: 'conflict', or an error that says what was wrong and carries no value from the case. */
export function conflictOf(error: unknown): 'conflict' {
  const driver = driverError(error)
  const table = brokenKey(driver)
  if (table && RACED.includes(table)) return 'conflict'
  throw table ? new Error(`a bug and no race: the same ${table} was written twice`) : driver
}

/** Drizzle wraps the driver's error on one engine only, and puts every value into the message. */
export function driverError(error: unknown): unknown {
  return error instanceof Error && 'query' in error && error.cause ? error.cause : error
}

/** The table whose unique key was broken, as each driver says it. */
function brokenKey(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === '23505' && 'table' in error) return String(error.table)
  if (!/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(String(error.code))) return null
  return /failed: (\w+)\./.exec(error.message)?.[1] ?? null // "UNIQUE constraint failed: event.stream, event.stream_id, event.seq"
}
