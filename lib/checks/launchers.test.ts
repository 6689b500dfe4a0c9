import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesIn, ROOT } from './repository.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'launch-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const node = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '0', DATABASE_URL: '', ORIGIN: '', HOST: '' },
  })
const shared = (call: string) => node('--input-type=module', '-e', `import * as shared from './scripts/_shared.mjs'; ${call}`)
const secrets = (): string => readFileSync(join(dataDir, 'secrets.json'), 'utf8')
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const makeSecrets = () => shared(`shared.makeSecrets(${JSON.stringify(dataDir)})`)

describe('the launchers', () => {
  it('run before anything is installed, so they import nothing but node: and each other', () => {
    const imports = filesIn('scripts').flatMap((path) => [
      ...readFileSync(join(ROOT, path), 'utf8').matchAll(/^import .* from '([^']+)'/gm),
    ])
    expect(imports.map(([, from]) => from).filter((from) => !/^(node:|\.\/)/.test(from ?? ''))).toEqual([])
    expect(imports.length).toBeGreaterThan(5)
  })
  it('make secrets for their owner alone, and keep them', () => {
    makeSecrets()
    const first = secrets()
    expect([mode(dataDir), mode(join(dataDir, 'secrets.json'))]).toEqual(['700', '600'])
    makeSecrets()
    expect(secrets()).toBe(first)
  })
  it('add a secret that a newer version needs without touching the others', () => {
    makeSecrets()
    const { nextAuth } = JSON.parse(secrets()) as { nextAuth: string } // safe: made a line above
    writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify({ nextAuth }))
    makeSecrets()
    expect(JSON.parse(secrets())).toEqual({ nextAuth, serverActions: expect.stringMatching(/^.{44}$/) })
  })
  it('make no file where both secrets come from outside, and serve with them alone', () => {
    const outside = { SECRET_SESSIONS: 's'.repeat(40), SECRET_ACTIONS: Buffer.alloc(32, 7).toString('base64') }
    const said = `console.log(shared.hasSecrets(${JSON.stringify(dataDir)}), (shared.makeSecrets(${JSON.stringify(dataDir)}), 'made'))`
    const run = (env: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', `import * as shared from './scripts/_shared.mjs'; ${said}`], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      })
    expect(run(outside).stdout.trim()).toBe('true made')
    expect(readdirSync(dataDir)).toEqual([])
    expect(run({}).stdout).toContain('false made') // and as before without them
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
  })
  it('will not serve without secrets, and say what to do', () => {
    const { status, stderr } = node('scripts/start.mjs', '--serve')
    expect(stderr).toContain('npm run build')
    expect(status).toBe(1)
  })
  it('will not serve with secrets that others can read', () => {
    makeSecrets()
    chmodSync(join(dataDir, 'secrets.json'), 0o644)
    const { status, stderr } = node('lib/server/boot/main.ts')
    expect(stderr).toContain('chmod 600')
    expect(status).toBe(1)
  })
})
