// Runs before anything is installed: Node 18 or later, and nothing but node:.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const at = (...parts) => join(ROOT, ...parts)
export const say = (text) => console.log(`· ${text}`)
export const fail = (sentence) => {
  throw Object.assign(new Error(sentence), { plain: true })
}

/**
 * How the portal's process is started: what Node compiled is kept for the next start (a third of its time), and it holds a fifth less memory
 * for a few per cent of time (bench/README.md). Whoever sets these differently is heard.
 */
export const LEAN = {
  args: ['--max-semi-space-size=8'],
  env: {
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || at('.cache/compiled'),
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || '2',
  },
}

/** Runs a command to its end; its output is shown as it comes, or kept and shown only when it fails. */
export function run(command, args, { env = {}, quiet = false, cwd = ROOT } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: quiet ? 'pipe' : 'inherit' })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, pass)
    const orphaned = whenOrphaned(() => pass('SIGTERM'))
    const end = (code, text = output) => {
      clearInterval(orphaned)
      for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, pass)
      done({ code, output: text })
    }
    child.once('error', (error) => end(1, String(error)))
    child.once('close', (code) => end(code ?? 1))
  })
}

/** npm hands a signal to the shell between us, which dies of it and tells nobody; what is left to see is a new parent. */
function whenOrphaned(then) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => process.ppid !== parent && then(), 500).unref()
}

/** Installs when a package of the lock file is absent or of another version. */
export async function install() {
  const missing = firstMissing()
  if (!missing) return
  say(`installing packages (${missing})`)
  // npm's own node and script, when npm started us: `npm ci` removes the node that lives in node_modules.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const [command, before] = npm && node ? [node, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const { code, output } = await run(command, [...before, 'ci', '--loglevel=error'], { quiet: true })
  if (code !== 0) fail(`${output.trim()}\nnpm ci failed; see above.`)
}

function firstMissing() {
  const wanted = readJson('package-lock.json').packages
  if (!existsSync(at('node_modules/.package-lock.json'))) return 'first time'
  const found = readJson('node_modules/.package-lock.json').packages
  const differs = ([path, { version, optional }]) => path !== '' && (found[path] ? found[path].version !== version : !optional)
  return Object.entries(wanted).find(differs)?.[0].replace('node_modules/', '')
}

const readJson = (path) => JSON.parse(readFileSync(at(path), 'utf8'))

/** The path of Node 24: the one from npm, or the system's. */
export function node24() {
  const suffix = process.platform === 'win32' ? 'node.exe' : 'bin/node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const own = at(`node_modules/node-${platform}-${process.arch}`, suffix)
  if (existsSync(own)) return own
  const major = (command) => Number(spawnSync(command, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.split('.')[0])
  const found = [process.execPath, 'node'].find((command) => major(command) >= 24)
  return found ?? fail('This system gets no Node 24 from npm: install Node.js 24 or later and start again.')
}

/** A package's command, run by Node 24 itself: `npx` would leave children behind. */
export function binary(name, command = name) {
  const { bin } = readJson(`node_modules/${name}/package.json`)
  return at('node_modules', name, typeof bin === 'string' ? bin : bin[command])
}

const SECRETS = { nextAuth: 48, serverActions: 32 } // bytes
const secretsFile = (dataDir) => join(dataDir, 'secrets.json')

/** Both from outside, as lib/server/boot/secrets.ts says: then nothing is kept in a file. */
const hasSecretsOutside = () => Boolean(process.env.SECRET_SESSIONS && process.env.SECRET_ACTIONS)
export const hasSecrets = (dataDir) => hasSecretsOutside() || existsSync(secretsFile(dataDir))

/** Makes what is missing and keeps what is there: a form opened before an upgrade must still submit after it. */
export function makeSecrets(dataDir) {
  if (hasSecretsOutside()) return
  const file = secretsFile(dataDir)
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const made = Object.entries(SECRETS).filter(([name]) => !kept[name])
  if (made.length === 0) return
  const first = mkdirSync(dataDir, { recursive: true, mode: 0o700 }) ?? file
  chmodSync(dataDir, 0o700)
  for (const [name, bytes] of made) kept[name] = randomBytes(bytes).toString('base64')
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true })
  for (let at = file; at.length >= first.length; at = dirname(at)) flushNames(dirname(at))
  say(`secrets made in ${file}`)
}

/** As lib/adapters/disk.ts does: a power cut can forget the name of a file whose bytes are safe. */
function flushNames(folder) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Builds when a source, the lock file or the server-action key differs from what was built last. */
export async function build(dataDir) {
  const key = hasSecretsOutside() ? process.env.SECRET_ACTIONS : JSON.parse(readFileSync(secretsFile(dataDir), 'utf8')).serverActions
  const distDir = process.env.NEXT_DIST_DIR || '.next'
  const stamp = at(distDir, 'built-from')
  const digest = digestOf(key)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say(`building into ${distDir} (a minute or so)`)
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: distDir, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }
  const { code, output } = await run(node24(), [binary('next'), 'build'], { env, quiet: true })
  if (code !== 0) fail(`${output.trim()}\nThe build failed; see above.`)
  const fixed = Object.keys(readJson(join(distDir, 'prerender-manifest.json')).routes).filter(
    (route) => !/^\/_global-error$|\.\w+$/.test(route),
  )
  if (fixed.length > 0) fail(`Prerendered pages have no nonce, so their scripts are blocked; make them dynamic: ${fixed.join(', ')}`)
  writeFileSync(stamp, digest)
}

function digestOf(key) {
  const hash = createHash('sha256').update(createHash('sha256').update(key).digest('hex'))
  const sources = ['app', 'db', 'lib'].flatMap(filesIn).filter((file) => !/\.test\.tsx?$|\.md$/.test(file))
  for (const file of [...sources, 'next.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    hash.update(`\n${file}\n`).update(readFileSync(at(file)))
  return hash.digest('hex')
}

const filesIn = (folder) =>
  readdirSync(at(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))

/** A plain sentence for what a person can mend, the stack for a bug. */
export const tell = (error) => console.error(error?.plain ? error.message : error)
