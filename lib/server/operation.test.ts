import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { JobRow } from '#lib/ports/job-store'
import { noteBackup, noteVerify, readOperation, seenOf } from './operation.ts'

const NOW = '2026-11-30T08:00:00.000Z'
const row = (name: string, over: Partial<JobRow> = {}): JobRow => ({
  name,
  holder: 'node',
  leaseUntil: '',
  startedAt: NOW,
  doneAt: NOW,
  failedAt: '',
  failure: '',
  ...over,
})
const late = (rows: readonly JobRow[]): string[] => seenOf(rows, NOW).flatMap(({ name, isLate }) => (isLate ? [name] : []))

it('a job is late whose time came and which was not done, the longest late first', () => {
  expect(late([row('alarm-silence'), row('sweep-desk'), row('sweep-incoming'), row('sweep-unnamed')])).toEqual([])
  const old = row('sweep-desk', { doneAt: '2026-11-30T07:00:00.000Z' })
  const older = row('sweep-unnamed', { doneAt: '2026-11-28T07:00:00.000Z' })
  expect(late([old, row('alarm-silence'), older])).toEqual(['sweep-unnamed', 'sweep-desk'])
  expect(late([row('sweep-unnamed', { doneAt: '2026-11-29T08:00:00.000Z' })]), 'once a day').toEqual([])
})

it('a job that was begun and never done is late; one that nobody began yet is not', () => {
  expect(late([row('sweep-desk', { doneAt: '', failedAt: NOW, failure: 'fault.no-space' })])).toEqual(['sweep-desk'])
  expect(late([])).toEqual([])
})

it('shows the last backup, the last verify and the disk', async () => {
  const jobs = memoryStore()
  const dataDir = mkdtempSync(join(tmpdir(), 'operation-'))
  const env = { port: 0, host: '', origin: undefined, demo: false, dataDir, databaseUrl: undefined } as Parameters<
    typeof readOperation
  >[0]['env']
  const read = () => readOperation({ jobs, env, clockNow: () => NOW })
  expect(await read()).toMatchObject({ backup: null, verified: null })
  await noteBackup(jobs, NOW, 12)
  await noteVerify(jobs, NOW, 0)
  const { backup, verified, disk } = await read()
  expect([backup, verified]).toMatchObject([
    { value: '12', at: NOW },
    { value: '0', at: NOW },
  ])
  expect(disk?.totalBytes).toBeGreaterThan(disk?.freeBytes ?? Infinity)
  rmSync(dataDir, { recursive: true })
  expect((await read()).disk, 'where there is no folder').toBeNull()
})
