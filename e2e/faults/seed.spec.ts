/** A first start that is broken off leaves no half demo world: the next one makes it whole, and takes no other away. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openPortal } from '../setup/server.ts'
import { emptyFolder, killWhileSeeding, verified } from './seeding.ts'
import { freshWorld, rows } from './visitor.ts'

const casesIn = (dataDir: string): number => rows<{ n: number }>(dataDir, 'select count(*) as n from case_row')[0]?.n ?? 0
const wholeWorld = (): string => join(process.env['E2E_RUN'] ?? '', 'seed')

test('killed in the middle of the demo world, the next start makes it anew and whole', async () => {
  const dataDir = emptyFolder()
  expect(await killWhileSeeding(dataDir)).toMatch(/Cases 10 of \d+\n$/)
  expect(casesIn(dataDir)).toBeGreaterThanOrEqual(10)
  expect(casesIn(dataDir)).toBeLessThan(casesIn(wholeWorld()))

  const portal = await openPortal(dataDir)
  expect(portal.log()).toContain('The demo world was left unfinished')
  await portal.stop()
  expect(casesIn(dataDir)).toBe(casesIn(wholeWorld()))
  expect(verified(dataDir)).toMatch(/^0 /)
  expect(existsSync(join(dataDir, 'demo-unfinished'))).toBe(false)
})

test('the mark of another place takes nothing away', async () => {
  const dataDir = freshWorld()
  writeFileSync(join(dataDir, 'demo-unfinished'), 'of another database')
  const before = rows(dataDir, 'select case_id from case_row order by 1')
  const portal = await openPortal(dataDir)
  expect(portal.log()).not.toContain('left unfinished') // a world made anew would have the same cases
  await portal.stop()
  expect(rows(dataDir, 'select case_id from case_row order by 1')).toEqual(before)
})
