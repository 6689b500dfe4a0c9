import { afterEach, expect, it } from 'vitest'
import { accessLogContract, breaksIn, entry } from '#lib/ports/access-log.contract'
import type { AccessLog } from '#lib/ports/access-log'
import { connect } from '../postgres/connect.ts'
import { freshPostgres } from '../testing/fresh-postgres.ts'
import { openAccessLog } from './open-access.ts'

const logs: AccessLog[] = []
const openAt = async (databaseUrl: string): Promise<AccessLog> => {
  const log = await openAccessLog({ databaseUrl, dataDir: '' })
  logs.push(log)
  return log
}
afterEach(async () => void (await Promise.all(logs.splice(0).map((log) => log.close()))))

accessLogContract('PostgreSQL', async () => openAt(await freshPostgres('access')))

it('two nodes that start and write at once make one chain (found J13)', async () => {
  const url = await freshPostgres('access')
  const nodes = await Promise.all([openAt(url), openAt(url)])
  await Promise.all(nodes.flatMap((log, node) => Array.from({ length: 25 }, () => log.append([entry(`node${node}`)]))))
  const [one] = nodes
  expect((await one.readOn(0, 100)).map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  expect(await breaksIn(one)).toEqual([])
})

it('a node that stopped while it wrote holds the other up for a moment, and what comes then is chained (found J13)', async () => {
  const url = await freshPostgres('access')
  const log = await openAt(url)
  await log.append([entry('chen')])
  const stopped = await connect(url)
  await stopped.query('begin; update access.access_ends set id = id')
  await expect(log.append([entry('late')])).rejects.toMatchObject({ code: '55P03' })
  await stopped.query('rollback')
  await stopped.end()
  await log.append([entry('late')])
  expect(await breaksIn(log)).toEqual([])
})

it.each([
  ['changed', `update access.access_log set person_id = 'zhou' where n = 1`],
  ['taken out', 'delete from access.access_log where n = 1'],
  ['taken from the end', 'delete from access.access_log where n = 2'],
  ['taken out with all others', 'truncate access.access_log'],
])('lets no row be %s, and finds it where somebody took the triggers away first (found J13)', async (_how, statement) => {
  const url = await freshPostgres('access')
  const log = await openAt(url)
  await log.append([entry('chen'), entry('li')])
  const client = await connect(url)
  await expect(client.query(statement)).rejects.toThrow(/access log/)
  expect(await breaksIn(log)).toEqual([])
  await client.query('drop function access.rows_stay cascade')
  await client.query(statement)
  await client.end()
  expect(await breaksIn(log)).not.toEqual([])
})
