/**
 * The disk fails under a portal that goes on: Linux then lets nobody write on it until it was taken off and checked. The disk is an
 * image of its own, and the failure the one that ext4 keeps for tests.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../setup/browser.ts'
import { openPortal } from '../setup/server.ts'
import { caseOf, freshWorld, rows, signIn, visitor } from './visitor.ts'

const run = (file: string, ...words: string[]): string => execFileSync(file, words, { encoding: 'utf8', stdio: 'pipe' })
const takenOff: (() => void)[] = []
test.afterEach(() => {
  for (const takeOff of takenOff.splice(0)) takeOff()
})

type Disk = Readonly<{ folder: string; fail: () => void; mend: () => void }>
/** Null where this machine lets us mount no image. */
function ownDisk(): Disk | null {
  const world = freshWorld()
  const [image, folder] = [`${world}.img`, `${world}-disk`]
  const mount = () => run('mount', '-o', 'loop,errors=remount-ro', image, folder)
  mkdirSync(folder)
  writeFileSync(image, '')
  truncateSync(image, 64 * 2 ** 20)
  try {
    run('mkfs.ext4', '-q', '-F', image)
    mount()
  } catch {
    return null
  }
  takenOff.push(() => run('umount', folder))
  cpSync(world, folder, { recursive: true })
  run('chmod', '0700', folder)
  run('sync', '-f', folder) // the copies are the test's own; what the portal answers it has flushed itself
  const trigger = () => `/sys/fs/ext4/${basename(run('findmnt', '-n', '-o', 'SOURCE', folder).trim())}/trigger_fs_error`
  if (!existsSync(trigger())) return null
  return {
    folder,
    fail: () => writeFileSync(trigger(), '1'),
    mend: () => {
      run('umount', folder)
      spawnSync('e2fsck', ['-f', '-y', image]) // says 1 where it mended something
      mount()
    },
  }
}

test('a disk that turns read-only under the portal is said to writers, readers read on, and what was answered is there when it is mended', async () => {
  const disk = ownDisk()
  test.skip(disk === null, 'an image can be mounted by root only, and here not even by root; lib/server/faults.test.ts has the codes')
  if (!disk) return
  const caseId = caseOf(disk.folder, 'p-chenmin')
  const portal = await openPortal(disk.folder)
  const cookies = await signIn(portal, 'chenmin', 'demo-2026-yanshi')
  const chen = await visitor(portal, cookies)
  const before = await chen.sends(caseId)
  expect(before.answer.status()).toBe(200)
  expect((await chen.saves('fault:1', 'answered')).status()).toBe(200)

  disk.fail()
  const draft = await chen.saves('fault:1', 'x'.repeat(20_000))
  const upload = await chen.sends(caseId)
  expect(draft.status()).toBe(503)
  expect(draft.headers()['retry-after']).toBe('10')
  expect([503, 507]).toContain(upload.answer.status())
  for (const { answer } of [{ answer: draft }, upload])
    expect(await answer.json()).toMatchObject({ ok: false, text: expect.stringMatching(/硬盘|磁盘|写入/) })
  for (const path of ['/work', '/cases', `/cases/${caseId}/evidence`]) expect((await chen.opens(path)).status(), path).toBe(200)
  await chen.leaves()
  await portal.stop()
  disk.mend()
  const again = await openPortal(disk.folder)
  const back = await visitor(again, cookies)
  const after = await back.sends(caseId)
  expect(after.answer.status()).toBe(200)
  const listed = rows<{ sha256: string }>(disk.folder, 'select sha256 from evidence').map(({ sha256 }) => sha256)
  expect(listed).toEqual(expect.arrayContaining([before.sha256, after.sha256]))
  expect(listed).not.toContain(upload.sha256)
  expect(rows<{ text: string }>(disk.folder, `select "values" as text from draft where form = 'fault:1'`)[0]?.text).toContain('answered')
  await back.leaves()
  await again.stop()
  const env = { ...process.env, DATA_DIR: disk.folder, DATABASE_URL: '' }
  const verified = spawnSync(process.execPath, ['lib/server/verify.ts'], { cwd: ROOT, env, encoding: 'utf8' })
  expect(verified.status, verified.stdout + verified.stderr).toBe(0)
})
