import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAccessLog } from '#db/access/open-access'
import { entry } from '#lib/ports/access-log.contract'

/** As somebody checks it who has the file and this description only: sorted keys, no space, a line feed after the digest before. */
const digestOf = (before: string, { digest: _, ...said }: Record<string, unknown>): string =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(Object.fromEntries(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))))}`)
    .digest('hex')

describe('npm run access:export (found J13)', () => {
  let dataDir = ''
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'export-'))
    const log = await openAccessLog({ dataDir })
    await log.append(Array.from({ length: 1_500 }, (_, i) => entry(`p-${i}`)))
    await log.close()
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))
  const exported = (...names: string[]) =>
    spawnSync(process.execPath, ['lib/server/session/export-access.ts', ...names], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    })

  it('writes every row in the order of its chain, into a file that its owner alone reads', () => {
    const file = join(dataDir, 'log.jsonl')
    const { status, stdout } = exported(file)
    expect(stdout).toContain('1500')
    expect(status).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const [head, ...rows] = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(head).toMatchObject({ format: 'xianjie-access-log', version: 1, before: { n: 0 } })
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 1_500 }, (_, i) => i + 1))
    let before = head.before.digest
    for (const row of rows) expect((before = digestOf(before, row))).toBe(row.digest)
  })

  it('replaces no file, and says how it is used', () => {
    const file = join(dataDir, 'there')
    writeFileSync(file, 'mine')
    expect(exported(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('is not overwritten') })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(exported()).toMatchObject({ status: 1, stderr: expect.stringContaining('access:export -- FILE') })
  })
})
