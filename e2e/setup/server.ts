import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, ROOT } from './browser.ts'

const builds = join(CACHE, 'e2e')
const env = (more: Record<string, string>) => ({
  ...process.env,
  NEXT_DIST_DIR: process.env['NEXT_DIST_DIR'] ?? '.cache/build',
  DATABASE_URL: '',
  ORIGIN: '',
  HOST: '',
  SESSIONS: '500', // tests sign the same few people in again and again
  ...more,
})

export type Portal = Readonly<{
  address: string
  dataDir: string
  log: () => string
  stop: () => Promise<void>
  /** As a power cut does: nothing is finished. */ kill: () => Promise<void>
}> &
  Sleeper
/** It may be stopped as a machine that is out of memory or moved elsewhere: everything stays as it is, until it goes on. */
type Sleeper = Readonly<{ sleep: () => void; wake: () => void }>

/** Builds beside a running portal, and says where the secrets are that the build was made with. */
export function buildPortal(): string {
  const build = spawnSync(process.execPath, ['scripts/start.mjs', '--build'], {
    cwd: ROOT,
    env: env({ DATA_DIR: builds }),
    stdio: 'inherit',
  })
  if (build.status !== 0) throw new Error('The build failed; see above.')
  return join(builds, 'secrets.json')
}

/** Builds, seeds the demo world once, and says where. */
export async function seedWorld(): Promise<string> {
  const secrets = buildPortal()
  const run = mkdtempSync(join(CACHE, 'e2e-run-'))
  const seed = join(run, 'seed')
  mkdirSync(seed, { mode: 0o700 })
  cpSync(secrets, join(seed, 'secrets.json'))
  const portal = await openPortal(seed)
  await portal.stop()
  return run
}

type Where = Parameters<typeof startPortal>
/** A process and a data folder of one's own: nothing is shared, so nothing is cleaned up after. */
export const openPortal = (...where: Where): Promise<Portal> => startPortal(...where).serving

/** `serving` when it says where it listens. */
export function startPortal(
  dataDir: string,
  more: Record<string, string> = {},
  root: string = ROOT,
  /** How many files it may hold open at once. */ descriptors?: number,
): Readonly<{ serving: Promise<Portal> }> & Sleeper {
  const limited = ['-c', `ulimit -n ${descriptors}; exec "$0" "$@"`, process.execPath] as const
  const [command, words] = descriptors === undefined ? [process.execPath, []] : ['bash', limited]
  const child = spawn(command, [...words, 'lib/server/boot/main.ts'], {
    cwd: root,
    env: env({ DATA_DIR: dataDir, DEMO: '1', PORT: '0', ...more }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const listening = new Promise<string>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString()
      const said = /: (http:\S+:\d+)$/m.exec(log)?.[1]
      if (said) ready(said)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => failed(new Error(`The portal ended with ${code}:\n${log}`)))
  })
  const sleeper: Sleeper = { sleep: () => void child.kill('SIGSTOP'), wake: () => void child.kill('SIGCONT') }
  const ends = { stop: () => ended(child), kill: () => ended(child, 'SIGKILL') }
  return { ...sleeper, serving: listening.then((address) => ({ address, dataDir, log: () => log, ...ends, ...sleeper })) }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGCONT') // who sleeps hears of nothing
  child.kill(signal)
  await gone
}
