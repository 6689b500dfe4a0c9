/** For a command that leaves nothing half behind. npm hands a signal to the shell between us, which dies of it and tells nobody: what is left to see is a new parent. */
export function onTermination(tidy: () => void): void {
  const end = (): never => {
    tidy()
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  const parent = process.ppid
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && end(), 500).unref()
}
