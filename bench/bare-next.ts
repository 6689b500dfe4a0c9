/** The least that Next can be, of the same version: one page that says a word. What it takes to start and to sit there is nobody's doing here. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CACHE, ROOT } from './place.ts'

const HERE = join(CACHE, 'bare-next')
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')
const FILES = {
  'app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) { return <html><body>{children}</body></html> }`,
  'app/page.tsx': `import { headers } from 'next/headers'\nexport default async function Page() { return <h1>{(await headers()).get('host')}</h1> }`,
  'next.config.ts': `export default { typescript: { ignoreBuildErrors: true } }`,
  'package.json': '{ "type": "module" }',
}
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const

/** Cold start to the first answer in ms, and resident bytes a while after it. */
export async function startBareNext(): Promise<Readonly<{ ms: number; rss: number }>> {
  build()
  const began = performance.now()
  const child = spawn(process.execPath, [NEXT, 'start', '-p', '0'], { cwd: HERE, env, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const address = await new Promise<string>((ready, failed) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const [said] = /http:\/\/localhost:\d+/.exec(chunk.toString()) ?? []
        if (said) ready(said)
      })
      child.once('exit', (code) => failed(new Error(`next start ended with ${code}`)))
    })
    const { status } = await fetch(address)
    if (status !== 200) throw new Error(`it answered ${status}`)
    const ms = performance.now() - began
    await wait(1_000)
    return { ms, rss: Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4_096 }
  } finally {
    child.kill('SIGKILL')
  }
}

function build(): void {
  if (existsSync(join(HERE, '.next/BUILD_ID'))) return
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(HERE, name, '..'), { recursive: true })
    writeFileSync(join(HERE, name), text)
  }
  const built = spawnSync(process.execPath, [NEXT, 'build'], { cwd: HERE, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The bare app does not build:\n${built.stdout}${built.stderr}`)
}
