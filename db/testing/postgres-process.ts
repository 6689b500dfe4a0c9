/** A PostgreSQL for whoever may not know this room (e2e/faults): forked, it makes databases and goes away and comes back on order. */
import { startPostgres } from './postgres-server.ts'

export type PostgresOrder = Readonly<{ create: string }> | 'down' | 'up'
export type PostgresReport = Readonly<{ url: string }> | 'ready' | 'down' | 'up'

const server = await startPostgres()
let comeBack = (): void => {}
const report = (report: PostgresReport): void => void process.send?.(report)
process.on('message', (order: PostgresOrder) => void obey(order))
process.once('disconnect', () => void server.stop().then(() => process.exit(0)))
report('ready')

async function obey(order: PostgresOrder): Promise<void> {
  if (order === 'up') return comeBack()
  if (order !== 'down') return report({ url: await server.urlFor(order.create) })
  await server.restart(() => {
    report('down')
    return new Promise((back) => (comeBack = back))
  })
  report('up')
}
