import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { makeFolder } from '#lib/adapters/disk'
import { DEMO_PASSWORD } from './demo.ts'
import { StartupError, sentenceFor } from './startup-error.ts'
import { atOnceOf, descriptorLimit } from './descriptors.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { refuseOldPackages } from './floors.ts'
import { health } from '../edge/health.ts'
import { readSecrets } from './secrets.ts'
import { serve } from '../edge/serve.ts'
import { unavailable } from '../edge/unavailable.ts'
import { trusting } from '../edge/trusting.ts'
import { errorPages } from '../edge/error-pages.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const MEBI = 2 ** 20
const MOST_AT_ONCE = 128
/** How often it is looked what is due (jobs.ts). */
const SWEEP_EVERY_MS = 20_000
/** What takes files: evidence, a paper's scan, a decision. */
const WITH_FILES = /^\/api\/(?:cases\/[^/]+\/(?:evidence|tracks\/[^/]+\/paper)|transfers\/[^/]+\/decision)(?:$|[/?])/
let place = { port: 0, host: '', dataDir: '' }
try {
  await start(readEnvironment(process.env))
} catch (error) {
  console.error(sentenceFor(error, place) ?? error)
  process.exit(1)
}

async function start(environment: Environment): Promise<void> {
  const { port, host, origin, dataDir, patienceMs } = (place = environment)
  const atOnce = atOnceOf(descriptorLimit(), MOST_AT_ONCE, environment.databaseUrl !== undefined)
  const keepAlive = atOnce === MOST_AT_ONCE
  refuseOldPackages(ROOT)
  await tryWriting(dataDir)
  setForNext(environment)

  // Listening comes first: a taken port is found before the database is touched, and early visitors hear "starting".
  const hosts = new Set<string>()
  const origins = new Set<string>()
  let progress = ''
  let handle: RequestListener = (_req, res) => starting(res, progress)
  let isServing = false
  let container: Awaited<ReturnType<typeof import('./container.ts').openContainer>> | null = null
  const { server, stop } = serve(
    (req, res) => void handle(req, res),
    async () => container?.sweep(),
    {
      hosts,
      origins,
      bodyBytes,
      isHttps: origin?.startsWith('https:') ?? false,
      atOnce,
      keepAlive,
      sessions: {
        has: (cookie) => container?.known.has(cookie) ?? false,
        learn: async (cookie) => container?.known.learn(cookie) ?? false,
      },
      trusts: trusting(environment.trustedProxies),
      sweepEveryMs: SWEEP_EVERY_MS,
      patienceMs,
    },
    health(async () => {
      await container?.ping()
      return isServing
    }),
  )
  await once(server.listen({ port, host, ...(!keepAlive && { backlog: atOnce }) }), 'listening')
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  for (const known of addressesOf(host, actual, origin)) {
    hosts.add(known.host)
    origins.add(known.origin)
  }

  let leaving = false
  const leave = async (code: number) => {
    if (leaving) return // Ctrl-C reaches us twice: from the terminal and from the launcher
    leaving = true
    isServing = false
    setTimeout(() => process.exit(1), 15_000).unref()
    container?.leave()
    await stop()
    await container?.close()
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(0))
  // One page's lost promise must not end everybody's session; after an uncaught throw nothing can be trusted.
  process.on('unhandledRejection', (reason) => console.error(reason))
  process.on('uncaughtException', (error) => {
    console.error(error)
    void leave(1)
  })

  const { openContainer, foundOffice } = await import('./container.ts') // after the environment is set
  container = await openContainer(environment, (sentence) => (progress = sentence))
  const links = environment.demo ? [] : await foundOffice()
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: ROOT, hostname: host, port: actual })
  await app.prepare().catch((error: unknown) => {
    throw /production build/.test(String(error)) ? new StartupError('还没有构建。 There is no build; run `npm run build`.') : error
  })
  await container.catchUp() // told now, not in a minute; reading the whole ledger for what was left behind can wait
  handle = unavailable(container.recording(errorPages(app.getRequestHandler())))
  isServing = !leaving
  const home = origin ?? `http://${named(host)}:${actual}`
  for (const { login, token } of links) console.log(`首次登录 First sign-in, once, as ${login}: ${home}/welcome/${token}`)
  if (environment.demo)
    console.log(`演示账号 Demo sign-ins: chenmin, zhoukai, wangjianping, haoqiang, jianning …, 口令 password ${DEMO_PASSWORD}`)
  console.log(`衔接 Xianjie: ${home}`)
  void container.sweep().catch(console.error) // what a crash left behind, and the silence of the time between
}

/** A folder that looks writable may be full, read-only or somebody else's: the only proof is to write. */
async function tryWriting(dataDir: string): Promise<void> {
  await makeFolder(dataDir)
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    writeFileSync(probe, new Uint8Array(MEBI / 4))
  } finally {
    rmSync(probe, { force: true })
  }
}

/** With an origin next-auth uses it; without one it follows the Host header, which our allow-list has checked. */
function setForNext({ origin, dataDir }: Environment): void {
  const { nextAuth, serverActions } = readSecrets(dataDir)
  delete process.env.NEXTAUTH_URL
  delete process.env.AUTH_TRUST_HOST
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_SECRET: nextAuth,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActions,
    ...(origin ? { NEXTAUTH_URL: origin } : { AUTH_TRUST_HOST: 'true' }),
  })
}

/** Routes that take files count each file where they read it: 2 GiB a file, and several in a form without scripts. Everything else is a form. */
function bodyBytes(path: string): number {
  return WITH_FILES.test(path) ? Number.MAX_SAFE_INTEGER : MEBI
}

function addressesOf(host: string, port: number, origin: string | undefined): URL[] {
  const origins = ['localhost', '127.0.0.1', named(host)].map((name) => `http://${name}:${port}`)
  return [...origins, ...(origin ? [origin] : [])].map((text) => new URL(text))
}

function named(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function starting(res: ServerResponse, progress: string): void {
  res.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  res.end(['系统正在启动，请稍候。 Starting; please wait a moment.', progress].filter(Boolean).join('\n'))
}
