/**
 * A disk that is full, a folder or a disk that is closed: the portal says so, goes on reading where it can, and goes on writing when
 * it is over. Full and closed are real: a small filesystem of its own, which only root can mount.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { en, zh } from '#lib/i18n/fault'
import { openPortal, type Portal } from '../setup/server.ts'
import { verified } from './seeding.ts'
import { caseOf, freshWorld, rows, signIn, visitor } from './visitor.ts'

const mounted: string[] = []
const portals: Portal[] = []
test.afterEach(async () => {
  for (const portal of portals.splice(0)) await portal.stop()
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
})
const open = async (dataDir: string): Promise<Portal> => {
  const portal = await openPortal(dataDir)
  portals.push(portal)
  return portal
}

/** A tool of the system, not of npm; null where it is not there. */
const system = (tool: string, ...words: readonly string[]): number | null => spawnSync(tool, words).status

/** The demo world on a disk of 24 MB. */
function smallDisk(): string {
  const world = freshWorld()
  const disk = `${world}-disk`
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'tmpfs', disk])
  mounted.push(disk)
  cpSync(world, disk, { recursive: true })
  return disk
}
/** Takes every block that is left. */
function fill(disk: string): string {
  const file = join(disk, 'filler')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(file, new Uint8Array(bavail * bsize))
  return file
}
test('a full disk is said, nothing is half done, and the portal goes on when there is space', async () => {
  test.skip(process.getuid?.() !== 0, 'a disk of its own can be mounted by root only; lib/server/boot/faults.test.ts has the rest')
  const disk = smallDisk()
  const caseId = caseOf(disk, 'p-chenmin')
  const portal = await open(disk)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const before = await chen.sends(caseId)
  expect(before.answer.status()).toBe(200)

  const filler = fill(disk)
  // What the log has room for already is still taken: so many that it must grow, each no longer than a text may be.
  let draft = await chen.saves('fault:0', '')
  for (let i = 1; i < 200 && draft.status() === 200; i++) draft = await chen.saves(`fault:${i}`, 'x'.repeat(60_000))
  expect(draft.status()).toBe(503)
  expect(draft.headers()).toMatchObject({ 'retry-after': '10', 'content-type': 'application/json; charset=utf-8' })
  expect(await draft.json()).toEqual({ ok: false, text: `${zh.fault.because['fault.no-space']} ${en.fault.because['fault.no-space']}` })
  const stored = readdirSync(join(disk, 'blobs'), { recursive: true })
  const upload = await chen.sends(caseId, 900_000)
  expect([503, 507]).toContain(upload.answer.status())
  expect(readdirSync(join(disk, 'blobs'), { recursive: true }), 'nothing half is left').toEqual(stored)
  expect(await upload.answer.json()).toMatchObject({ ok: false, text: expect.stringMatching(/\S/) })
  expect((await chen.opens(`/cases/${caseId}/evidence`)).status()).toBe(200)

  rmSync(filler)
  const after = await chen.sends(caseId)
  expect(after.answer.status()).toBe(200)
  expect((await chen.saves('fault:1', 'again')).status()).toBe(200)
  const listed = rows<{ sha256: string }>(disk, 'select sha256 from evidence').map(({ sha256 }) => sha256)
  expect(listed).toEqual(expect.arrayContaining([before.sha256, after.sha256]))
  expect(listed).not.toContain(upload.sha256)
  await chen.leaves()

  await portal.stop()
  fill(disk)
  await expect(openPortal(disk)).rejects.toThrow('磁盘已满')
})

test('on a full disk people go on reading and downloading, and the access log says afterwards what it missed (found J13)', async () => {
  test.skip(
    process.getuid?.() !== 0,
    'a disk of its own can be mounted by root only; lib/server/session/gather-access.test.ts has the rest',
  )
  const disk = smallDisk()
  const caseId = caseOf(disk, 'p-chenmin')
  const portal = await open(disk)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const [item] = rows<{ id: string }>(disk, `select item_id as id from evidence where case_id = '${caseId}' and voided_at = ''`)
  const file = `/api/cases/${caseId}/evidence/${item?.id}`
  expect((await chen.opens(file)).status()).toBe(200)
  const logged = () => rows<Logged>(disk, 'select kind, object_id, result, reason from access_log order by n', 'access.db')
  expect(logged(), 'written before its first byte').toContainEqual({ kind: 'download', object_id: item?.id, result: 'ok', reason: '' })

  const filler = fill(disk)
  // What the log of the log has room for already is still taken.
  for (let i = 0; i < 500 && !portal.log().includes('SQLITE_FULL'); i++) expect((await chen.opens(file)).status()).toBe(200)
  expect(portal.log()).toContain('SQLITE_FULL')
  for (const path of [file, `/cases/${caseId}`, '/work']) expect((await chen.opens(path)).status()).toBe(200)

  rmSync(filler)
  expect((await chen.opens(file)).status()).toBe(200)
  const gap = logged().at(-1)
  expect(gap).toMatchObject({ kind: 'gap', result: 'gap', reason: expect.stringMatching(/^lost:0 late:[1-9]\d*$/) })
  await chen.leaves()
  await portal.stop()
  expect(verified(disk)).toMatch(/^0 /)
})
type Logged = Readonly<{ kind: string; object_id: string; result: string; reason: string }>

test('a read-only disk is said before anything is touched', async () => {
  test.skip(process.getuid?.() !== 0, 'a disk of its own can be mounted by root only; lib/server/boot/faults.test.ts has the rest')
  const disk = smallDisk()
  execFileSync('mount', ['-o', 'remount,ro', disk])
  await expect(openPortal(disk)).rejects.toThrow('无法写入数据文件夹')
  execFileSync('mount', ['-o', 'remount,rw', disk])
  await (await openPortal(disk)).stop()
})

test('a folder that is closed while the portal runs takes no file, and everything else goes on', async () => {
  test.skip(process.getuid?.() !== 0, 'a disk of its own can be mounted by root only; lib/server/boot/faults.test.ts has the rest')
  const dataDir = freshWorld()
  const caseId = caseOf(dataDir, 'p-chenmin')
  // A disk on which a file is open for writing, as the database always is, cannot be remounted; that of the stored files can.
  const blobs = join(dataDir, 'blobs')
  cpSync(blobs, `${blobs}-kept`, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'tmpfs', blobs])
  mounted.push(blobs)
  cpSync(`${blobs}-kept`, blobs, { recursive: true })
  const portal = await open(dataDir)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const before = await chen.sends(caseId)
  expect(before.answer.status()).toBe(200)

  execFileSync('mount', ['-o', 'remount,ro', blobs])
  const upload = await chen.sends(caseId)
  expect(upload.answer.status()).toBe(503)
  expect(upload.answer.headers()['retry-after']).toBe('10')
  expect(await upload.answer.json()).toEqual({ ok: false, text: `${zh.fault.because['fault.closed']} ${en.fault.because['fault.closed']}` })
  for (const path of ['/work', `/cases/${caseId}/evidence`]) expect((await chen.opens(path)).status()).toBe(200)
  expect((await chen.saves('fault:1', 'a draft is no file')).status()).toBe(200)

  execFileSync('mount', ['-o', 'remount,rw', blobs])
  const after = await chen.sends(caseId)
  expect(after.answer.status()).toBe(200)
  const listed = rows<{ sha256: string }>(dataDir, 'select sha256 from evidence').map(({ sha256 }) => sha256)
  expect(listed).toEqual(expect.arrayContaining([before.sha256, after.sha256]))
  expect(listed).not.toContain(upload.sha256)
  await chen.leaves()
  expect(verified(dataDir)).toMatch(/^0 /)
})

test('a disk that its system makes read-only under the portal is said, and all is there when it is mended', async () => {
  test.skip(process.getuid?.() !== 0, 'a disk of its own can be mounted by root only; lib/server/boot/faults.test.ts has the rest')
  const tools = [system('losetup', '-f'), system('mkfs.ext4', '-V')]
  test.skip(
    tools.some((code) => code !== 0),
    'needs a loop device and ext4',
  )
  const world = freshWorld()
  const [image, disk] = [`${world}-image`, `${world}-ext4`]
  mkdirSync(disk)
  writeFileSync(image, '')
  truncateSync(image, 2 ** 26)
  expect(system('mkfs.ext4', '-q', image)).toBe(0)
  const mount = (): Buffer => execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, disk])
  mount()
  mounted.push(disk)
  cpSync(world, disk, { recursive: true })
  execFileSync('sync', ['-f', disk]) // the world is old; only what the portal writes from here on is its own care
  const caseId = caseOf(disk, 'p-chenmin')
  const portal = await open(disk)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const before = await chen.sends(caseId)
  expect(before.answer.status()).toBe(200)

  execFileSync('mount', ['-o', 'remount,abort', disk]) // what an error of the disk makes ext4 do
  const draft = await chen.saves('fault:1', 'closed')
  const upload = await chen.sends(caseId)
  for (const answer of [draft, upload.answer]) {
    expect(answer.status()).toBe(503)
    expect(answer.headers()['retry-after']).toBe('10')
    expect(await answer.json()).toMatchObject({ ok: false, text: expect.stringMatching(/^服务器(磁盘读写出错|的数据文件夹暂时不能写入)/) })
  }
  for (const path of ['/work', `/cases/${caseId}/evidence`]) expect((await chen.opens(path)).status()).toBe(200)
  await chen.leaves()
  await portal.stop()

  execFileSync('umount', [disk])
  system('e2fsck', '-p', image)
  mount()
  expect(verified(disk)).toMatch(/^0 /)
  const reopened = await open(disk)
  const back = await visitor(reopened, await signIn(reopened, 'chenmin', 'demo-2026-yanshi'))
  expect((await back.sends(caseId)).answer.status()).toBe(200)
  expect((await back.saves('fault:1', 'open')).status()).toBe(200)
  const listed = rows<{ sha256: string }>(disk, 'select sha256 from evidence').map(({ sha256 }) => sha256)
  expect(listed).toContain(before.sha256)
  expect(listed).not.toContain(upload.sha256)
  await back.leaves()
})
