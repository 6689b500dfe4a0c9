/** A first start that is broken off, a world on another database, and what `npm run verify` says of a place. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ROOT } from '../setup/browser.ts'

type Variables = Readonly<Record<string, string>>
const variables = (dataDir: string, more: Variables) => ({ ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, ...more })

/** A data folder in which only the secrets are that the build was made with. */
export function emptyFolder(): string {
  const run = process.env['E2E_RUN'] ?? ''
  const dataDir = join(run, `faults-${randomUUID()}`)
  mkdirSync(dataDir, { mode: 0o700 })
  cpSync(join(run, 'seed/secrets.json'), join(dataDir, 'secrets.json'))
  return dataDir
}

/** As a power cut does, when the first cases of the demo world are there and the others are not. */
export async function killWhileSeeding(dataDir: string, more: Variables = {}): Promise<string> {
  const env = { ...variables(dataDir, { DEMO: '1', PORT: '0', HOST: '', ORIGIN: '', ...more }) }
  const child = spawn(process.execPath, ['lib/server/boot/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  const hear = (chunk: Buffer): void => {
    log += chunk.toString()
    if (/Cases 10 of \d+/.test(log)) child.kill('SIGKILL')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  await once(child, 'exit')
  return log
}

/** The demo world on another database, by the way that README names: a backup, restored. Seeding there takes much longer. */
export function restoredWorld(more: Variables): string {
  const run = process.env['E2E_RUN'] ?? ''
  const [dataDir, file] = [join(run, `faults-${randomUUID()}`), join(run, `faults-${randomUUID()}.zip`)]
  runOrder('backup.ts', [file], variables(join(run, 'seed'), {}))
  runOrder('restore.ts', [file], variables(dataDir, more))
  return dataDir
}

/** The portal of commit b86e016 (lib/server/backup/golden.postgres.test.ts), by the same way: with the secrets that the build here was made with. */
export function restoredGolden(more: Variables): string {
  const run = process.env['E2E_RUN'] ?? ''
  const [dataDir, file] = [join(run, `faults-${randomUUID()}`), join(run, `faults-${randomUUID()}.zip`)]
  cpSync(join(ROOT, 'db/testing/golden-b86e016.zip'), file)
  runOrder('restore.ts', [file], variables(dataDir, more))
  cpSync(join(run, 'seed/secrets.json'), join(dataDir, 'secrets.json'))
  return dataDir
}
function runOrder(command: string, words: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, stderr } = spawnSync(process.execPath, [`lib/server/backup/${command}`, ...words], { cwd: ROOT, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
}

/** What `npm run verify` says, with its exit code before it: `0 All … as sealed.` */
export function verified(dataDir: string, more: Variables = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/server/backup/verify.ts'], {
    cwd: ROOT,
    env: variables(dataDir, more),
    encoding: 'utf8',
  })
  return `${status} ${stdout}${stderr}`
}
