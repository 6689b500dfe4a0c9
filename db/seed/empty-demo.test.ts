import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { currentContainer } from '#lib/server/boot/current-container'
import { foundOffice as foundReal, openContainer } from '#lib/server/boot/container'
import { emptyDemo } from './empty-demo.ts'
import { foundOffice as foundDemo } from './found-office.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-reset-'))
  folders.push(folder)
  return folder
}
const open = (dataDir: string) =>
  openContainer({ port: 0, host: '', origin: undefined, mostSessions: 3, accessLogDays: 184, databaseUrl: undefined, dataDir, demo: false })
const empty = (dataDir: string): Promise<void> => emptyDemo({ dataDir, databaseUrl: undefined })
const database = (dataDir: string): boolean => existsSync(join(dataDir, 'xianjie.db'))

it('a demo goes, with its files, and what else is in the folder stays', async () => {
  const dataDir = newFolder()
  const container = await open(dataDir)
  await foundDemo(currentContainer(), '2016-02-01T00:00:00.000Z')
  await container.close()
  mkdirSync(join(dataDir, 'blobs'))
  writeFileSync(join(dataDir, 'blobs/one'), 'x')
  writeFileSync(join(dataDir, 'secrets.json'), '{}')
  await empty(dataDir)
  expect([database(dataDir), existsSync(join(dataDir, 'blobs')), existsSync(join(dataDir, 'secrets.json'))]).toEqual([false, false, true])
})

it('a demo stays while anything has it open, even idle', async () => {
  const dataDir = newFolder()
  const container = await open(dataDir)
  await foundDemo(currentContainer(), '2016-02-01T00:00:00.000Z')
  await expect(empty(dataDir)).rejects.toThrow(/something is using this database/)
  expect(await currentContainer().effects.read.listPersons()).not.toHaveLength(0)
  await container.close()
  await empty(dataDir)
  expect(database(dataDir)).toBe(false)
})

it('a real portal is refused, and so are files of which no database speaks', async () => {
  const dataDir = newFolder()
  const container = await open(dataDir)
  await foundReal()
  await container.close()
  await expect(empty(dataDir)).rejects.toThrow(/not a demo/)
  expect(database(dataDir)).toBe(true)
  rmSync(join(dataDir, 'xianjie.db'))
  mkdirSync(join(dataDir, 'blobs'))
  await expect(empty(dataDir)).rejects.toThrow(/not a demo/)
})

it('an empty folder is no obstacle, nor is a database that nobody has founded', async () => {
  const dataDir = newFolder()
  await empty(dataDir)
  await (await open(dataDir)).close()
  await empty(dataDir)
  expect(database(dataDir)).toBe(false)
})
