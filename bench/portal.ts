/** The server under measurement: the product's own main.ts on a built copy of the tree, with the bare pages beside it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DEMO_PASSWORD } from '#lib/server/boot/demo'
import { CACHE, digestOf, ROOT } from './place.ts'
import type { Reading } from './probe.ts'
import type { Profile } from './sampling.ts'

/** As `npm start` starts it. */
type Lean = Readonly<{ args: readonly string[]; env: Readonly<Record<string, string>> }>
const { LEAN } = (await import(join(ROOT, 'scripts/_shared.mjs'))) as { LEAN: Lean } // safe: its own shape
const TREE = join(CACHE, 'app')
const SECRETS = join(CACHE, 'secrets.json')
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 30_000 }) // the server ends a socket that was idle for a minute

/** Packages are found above the copy, in the repository's own node_modules; the bare pages exist in the copy alone. */
export function buildCopy(): string {
  const stamp = join(TREE, '.next/made-from')
  const madeFrom = digestOf('app', 'db', 'lib', 'public', 'bench/bare')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return TREE
  console.log('· building a copy with the bare pages (a minute or so)')
  rmSync(TREE, { recursive: true, force: true })
  mkdirSync(join(TREE, '.cache'), { recursive: true })
  for (const name of ['app', 'db', 'lib', 'public', 'package.json', 'next.config.ts', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(TREE, name), { recursive: true })
  cpSync(join(ROOT, 'bench/bare'), join(TREE, 'app/bare'), { recursive: true })
  if (!existsSync(SECRETS)) makeSecrets()
  const { serverActions } = JSON.parse(readFileSync(SECRETS, 'utf8'))
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActions,
  } as const
  const built = spawnSync(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], { cwd: TREE, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, madeFrom)
  return TREE
}

function makeSecrets(): void {
  const secret = (bytes: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64')
  writeFileSync(SECRETS, JSON.stringify({ nextAuth: secret(48), serverActions: secret(32) }), { mode: 0o600 })
}

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number }>
export type Sending = Readonly<{
  method?: string
  headers?: Record<string, string | number>
  body?: string | Buffer | NodeJS.ReadableStream
}>
export type Portal = Readonly<{
  address: string
  pid: number
  /** From the start of the process until it said where it listens. */
  startedMs: number
  read: () => Promise<Reading>
  /** What the process did meanwhile, sampled. */
  profile: (meanwhile: () => Promise<void>) => Promise<Profile>
  ask: (path: string, sending?: Sending) => Promise<Answer>
  /** The cookie header of somebody who has just come in. */
  signIn: (login: string) => Promise<string>
  stop: () => Promise<void>
}>

export async function openPortal(dataDir: string, { probe = true }: { probe?: boolean } = {}): Promise<Portal> {
  copyFileSync(SECRETS, join(dataDir, 'secrets.json'))
  const began = performance.now()
  const watched = probe ? ['--import', join(ROOT, 'bench/probe.ts')] : []
  const child = spawn(process.execPath, [...LEAN.args, ...watched, 'lib/server/boot/main.ts'], {
    cwd: TREE,
    env: {
      ...process.env,
      ...LEAN.env,
      DATA_DIR: dataDir,
      DEMO: '1',
      PORT: '0',
      DATABASE_URL: '',
      ORIGIN: '',
      HOST: '',
      NEXT_DIST_DIR: '.next',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  process.once('exit', () => child.kill('SIGKILL')) // a bench that dies leaves no server behind
  const address = await listening(child)
  const startedMs = performance.now() - began
  const ask = (path: string, sending?: Sending) => send(address, path, sending)
  const read = () => request<Reading>('read')
  const request = <Answer>(what: string): Promise<Answer> => {
    const answer = new Promise<Answer>((done) => child.once('message', (message) => done(message as Answer))) // safe: probe.ts answers each word with its own shape
    child.send(what)
    return answer
  }
  if (probe) await untilIdle(read)
  return {
    address,
    pid: child.pid ?? 0,
    startedMs,
    ask,
    signIn: (login) => signIn(address, login),
    read,
    profile: async (meanwhile) => {
      await request('startProfile')
      await meanwhile()
      return request<Profile>('endProfile')
    },
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** After a start the portal reads its whole ledger, for files that no event names: that is not what a page costs. */
async function untilIdle(read: () => Promise<Reading>): Promise<void> {
  for (let before = (await read()).cpu; ;) {
    await wait(500)
    const { cpu } = await read()
    if (cpu - before < 50_000) return
    before = cpu
  }
}

function listening(child: ChildProcess): Promise<string> {
  let log = ''
  return new Promise((ready, failed) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString()
      const said = /: (http:\S+:\d+)$/m.exec(log)?.[1]
      if (said) ready(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`The portal ended with ${code}:\n${log}`)))
  })
}

function send(address: string, path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
  const began = performance.now()
  return new Promise((done, failed) => {
    // As a browser asks; the origin is what every change must name.
    const all = { 'accept-encoding': 'gzip', ...(method === 'GET' ? {} : { origin: address }), ...headers }
    const req = request(`${address}${path}`, { method, agent, headers: all }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', failed)
      res.on('end', () =>
        done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks), ms: performance.now() - began }),
      )
    })
    req.on('error', failed)
    if (body && typeof body !== 'string' && 'pipe' in body) body.pipe(req)
    else req.end(body)
  })
}

async function signIn(address: string, login: string): Promise<string> {
  const asked = await send(address, '/api/auth/signin?callbackUrl=/sign-in')
  const page = await send(address, '/sign-in', { headers: { cookie: cookiesOf(asked), 'accept-encoding': 'identity' } })
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(page.body.toString())?.[1] ?? ''
  const form = new URLSearchParams({ csrfToken, login, password: DEMO_PASSWORD, callbackUrl: '/work' }).toString()
  const headers = { cookie: cookiesOf(asked), 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length }
  const came = await send(address, '/api/auth/callback/credentials', { method: 'POST', headers, body: form })
  const cookie = [cookiesOf(asked), cookiesOf(came)].join('; ')
  if (!cookie.includes('session-token')) throw new Error(`${login} could not sign in: ${came.status}`)
  return cookie
}
const cookiesOf = ({ headers }: Answer): string => (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
