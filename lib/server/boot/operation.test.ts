import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { JobRow } from '#lib/ports/job-store'
import { JOBS } from './jobs.ts'
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
  expect(late([row('sweep-desk', { doneAt: '' })]), 'its node ended').toEqual(['sweep-desk'])
  expect(late([])).toEqual([])
})

it('a job in its very first run is late only when that takes too long, or when whoever ran it has gone', () => {
  const first = (over: Partial<JobRow>): JobRow => row('sweep-unnamed', { doneAt: '', leaseUntil: '2026-11-30T08:00:15.000Z', ...over })
  expect(late([first({ startedAt: '2026-11-30T07:50:00.000Z' })])).toEqual([])
  expect(late([first({ startedAt: '2026-11-30T07:49:59.999Z' })])).toEqual(['sweep-unnamed'])
  expect(late([first({ leaseUntil: '2026-11-30T07:59:59.999Z' })]), 'its lease has lapsed').toEqual(['sweep-unnamed'])
  expect(late([first({ failedAt: '2026-11-30T07:59:00.000Z' })]), 'again, after it failed').toEqual(['sweep-unnamed'])
})

it('shows how the jobs stand, the last backup, the last verify and the disk', async () => {
  const jobs = memoryStore()
  const dataDir = mkdtempSync(join(tmpdir(), 'operation-'))
  const env = { port: 0, host: '', origin: undefined, demo: false, dataDir, databaseUrl: undefined } as Parameters<
    typeof readOperation
  >[0]['env']
  const read = () => readOperation({ jobs, env, clockNow: () => new Date().toISOString() })
  expect(await read()).toMatchObject({ standing: 'not-yet', backup: null, verified: null })
  const names = Object.keys(JOBS)
  for (const name of names) {
    await jobs.takeLease(name, 'node', { forMs: 15_000, everyMs: 0 })
    expect((await read()).standing, `${name} runs for the first time`).toBe('not-yet')
    await jobs.endLease(name, 'node', '')
  }
  expect((await read()).standing).toBe('well')

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
