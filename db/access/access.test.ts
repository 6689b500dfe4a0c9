import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, it } from 'vitest'
import { accessLogContract, breaksIn, entry } from '#lib/ports/access-log.contract'
import type { AccessLog } from '#lib/ports/access-log'
import { columnsOf } from '../testing/tables.ts'
import { openAccessLog } from './open-access.ts'
import * as pg from './schema.pg.ts'
import * as sqlite from './schema.sqlite.ts'

const folders: string[] = []
const logs: AccessLog[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'access-'))
  folders.push(folder)
  return folder
}
const open = async (dataDir = newFolder()): Promise<AccessLog> => {
  const log = await openAccessLog({ dataDir })
  logs.push(log)
  return log
}
afterEach(async () => {
  await Promise.all(logs.splice(0).map((log) => log.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

accessLogContract('SQLite', open)

it('lies in a file of its own, is there again after a start, and goes on where it was (found J13)', async () => {
  const dataDir = newFolder()
  await (await open(dataDir)).append([entry('chen')])
  const reopened = await open(dataDir)
  await reopened.append([entry('zhou')])
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual(['access.db'])
  expect((await reopened.readOn(0, 9)).map(({ n, personId }) => `${n}${personId}`)).toEqual(['1chen', '2zhou'])
  expect(await breaksIn(reopened)).toEqual([])
})

it.each([
  ['changed', `update access_log set person_id = 'zhou' where n = 1`],
  ['taken out', 'delete from access_log where n = 1'],
  ['taken from the end', 'delete from access_log where n = 2'],
  [
    'put in its place',
    `replace into access_log select n, day, at, 'zhou', unit_id, post, kind, what, case_id, track_id, object_id, result, reason, request_id, digest from access_log where n = 1`,
  ],
])('lets no row be %s, and finds it where somebody took the triggers away first (found J13)', async (_how, statement) => {
  const dataDir = newFolder()
  const log = await open(dataDir)
  await log.append([entry('chen'), entry('li')])
  const file = new Database(join(dataDir, 'access.db'))
  file.pragma('recursive_triggers = 1')
  expect(() => file.exec(statement)).toThrow(/access log/)
  expect(await breaksIn(log)).toEqual([])
  file.exec('drop trigger access_no_update; drop trigger access_no_delete')
  file.exec(statement)
  file.close()
  expect(await breaksIn(log)).not.toEqual([])
})

it('both schemas have the same tables and columns', () => {
  const { accessSchema: _, ...tables } = pg
  expect(columnsOf(tables)).toEqual(columnsOf(sqlite))
})
