/** Few files may be open at once: whoever is not served is told so, nothing is hung up or half done, and it passes. */
import { expect, test } from '@playwright/test'
import { openPortal, type Portal } from '../setup/server.ts'
import { verified } from './seeding.ts'
import { caseOf, freshWorld, rows, signIn, visitor } from './visitor.ts'

const AT_ONCE = 16
const ROUNDS = 4
const withDescriptors = (dataDir: string, descriptors: number): Promise<Portal> => openPortal(dataDir, {}, undefined, descriptors)

test('with 64 descriptors, sixteen people at once are served or told when to come back, and then one alone is served (found J20)', async () => {
  test.setTimeout(180_000)
  const dataDir = freshWorld()
  const caseId = caseOf(dataDir, 'p-chenmin')
  const portal = await withDescriptors(dataDir, 64)
  const cookies = await signIn(portal, 'chenmin', 'demo-2026-yanshi')
  const kept = new Set<string>()
  const wrong: string[] = []
  let refused = 0
  const writes = async (nth: number): Promise<void> => {
    const chen = await visitor(portal, cookies)
    for (let round = 0; round < ROUNDS; round++) {
      const { answer, sha256 } = await chen.sends(caseId, 300_000)
      if (answer.status() === 200) kept.add(sha256)
      for (const one of [answer, await chen.saves(`fault:${nth}`, String(round)), await chen.opens('/work')]) {
        if (one.status() === 503 && one.headers()['retry-after']) refused++
        else if (one.status() !== 200) wrong.push(`${one.status()} ${one.url()}`)
      }
    }
    await chen.leaves()
  }
  // A hang-up would reject here.
  await Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => writes(nth)))
  expect(wrong).toEqual([])
  expect(refused, 'it was too much for it').toBeGreaterThan(0)

  const chen = await visitor(portal, cookies)
  const { answer, sha256 } = await chen.sends(caseId)
  expect(answer.status()).toBe(200)
  expect((await chen.opens('/work')).status()).toBe(200)
  await chen.leaves()
  await portal.stop()
  const listed = rows<{ sha256: string }>(dataDir, 'select sha256 from evidence').map((row) => row.sha256)
  expect(listed).toEqual(expect.arrayContaining([...kept, sha256]))
  expect(verified(dataDir)).toMatch(/^0 /)
})

for (const descriptors of [30, 40])
  test(`with ${descriptors} it does not start, and says how many it needs (found J20)`, async () => {
    await expect(withDescriptors(freshWorld(), descriptors)).rejects.toThrow(/ended with 1:\n[^\n]*raise ulimit -n[^\n]*\n$/)
  })
