/**
 * The power goes while fifty people write. What was answered is there, nothing that is listed is half, and what was left half is
 * swept. `npm run faults` does this twenty times, `npm test` three times (FAULT_ROUNDS).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openPortal } from '../setup/server.ts'
import { verified } from './seeding.ts'
import { caseOf, freshWorld, rows, signIn, visitor } from './visitor.ts'

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 3)
const AT_ONCE = 50
type Item = Readonly<{ sha256: string; size: number; blobId: string }>

test(`killed ${ROUNDS} times under ${AT_ONCE} writes, the portal loses nothing that it answered`, async () => {
  test.setTimeout(60_000 + ROUNDS * 30_000)
  const dataDir = freshWorld()
  const caseId = caseOf(dataDir, 'p-chenmin')
  const leftOver = join(dataDir, 'blobs/incoming')
  let portal = await openPortal(dataDir)
  const cookies = await signIn(portal, 'chenmin', 'demo-2026-yanshi')
  const sent = new Set<string>()
  const saved = new Map<string, string>()
  for (let round = 1; round <= ROUNDS; round++) {
    const chen = await visitor(portal, cookies)
    let answered = 0
    let dies: Promise<void> | undefined
    const die = 1 + ((round * 7) % 12) // at that many files: early in one round, late in another
    const heard = (): void => {
      if (++answered === die) dies = portal.kill()
    }
    const write = async (nth: number): Promise<void> => {
      if (nth % 2 === 0) {
        const { answer, sha256 } = await chen.sends(caseId, 20_000 * (1 + (nth % 10)))
        if (answer.status() !== 200) return
        sent.add(sha256)
        heard()
      } else {
        const [form, text] = [`fault:${round}-${nth}`, `${round}/${nth}`]
        if ((await chen.saves(form, text)).status() !== 200) return
        saved.set(form, text)
      }
    }
    // Whoever is cut off hears an error; only answers count.
    await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, nth) => write(nth)))
    await dies
    await chen.leaves()
    expect(answered, 'the portal was killed while it was writing').toBeGreaterThanOrEqual(die)

    const items = rows<Item>(dataDir, `select sha256, size, blob_id as blobId from evidence where case_id = '${caseId}'`)
    const listed = new Set(items.map(({ sha256 }) => sha256))
    expect([...sent].filter((sha256) => !listed.has(sha256))).toEqual([])
    for (const { sha256, blobId } of items) {
      const bytes = readFileSync(join(dataDir, 'blobs', blobId.slice(0, 2), blobId))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    const drafts = new Map(
      rows<{ form: string; text: string }>(dataDir, `select form, "values" as text from draft`).map((d) => [d.form, d.text]),
    )
    for (const [form, text] of saved) expect(drafts.get(form)).toContain(text)

    // A day later whatever is half is gone: nobody waits for it here, so it is made old, with one that certainly is there.
    mkdirSync(leftOver, { recursive: true })
    writeFileSync(join(leftOver, 'f'.repeat(32)), 'half')
    for (const name of readdirSync(leftOver)) utimesSync(join(leftOver, name), 0, 0)
    portal = await openPortal(dataDir)
    await expect.poll(() => (existsSync(leftOver) ? readdirSync(leftOver) : [])).toEqual([])
  }
  expect(saved.size, 'drafts were answered too').toBeGreaterThan(0)
  await portal.stop()
  expect(verified(dataDir)).toMatch(/^0 /)
})
