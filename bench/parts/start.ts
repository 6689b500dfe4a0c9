/** What it takes to be there: time to the first page, room on the disk, memory, and what a browser is sent. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, kb, median, mib, ms } from '../figures.ts'
import { startBareNext } from '../bare-next.ts'
import { mainThread } from '../browser.ts'
import { HANDLER, worldOf } from '../generate/world.ts'
import { CACHE, ROOT } from '../place.ts'
import { openPortal, type Portal } from '../portal.ts'

const KB = 1_000
const LARGEST_SCRIPTS = 150
const LARGEST_STYLES = 12

export async function start(isQuick: boolean): Promise<Figure[]> {
  const { dataDir, openId } = await worldOf(1_000)
  const times: number[] = []
  for (let n = 0; n < (isQuick ? 2 : 5); n++) {
    const began = performance.now()
    const portal = await openPortal(dataDir, { probe: false }) // which would wait until it is idle
    await portal.ask('/api/auth/csrf')
    times.push(performance.now() - began)
    await portal.stop()
  }
  const portal = await openPortal(dataDir)
  const idle = (await portal.read()).rss
  const cookie = await portal.signIn(HANDLER)
  const paths = ['/work', '/cases', `/cases/${openId}`, `/cases/${openId}/evidence`, '/notices', '/cases/register']
  for (let n = 0; n < (isQuick ? 20 : 200); n++) for (const path of paths) await portal.ask(path, { headers: { cookie } })
  const { rss } = await portal.read()
  const [worklist, bareList] = [
    await mainThread(portal.address, '/work?size=20', cookie, isQuick ? 3 : 9),
    await mainThread(portal.address, '/bare/work?size=20', cookie, isQuick ? 3 : 9),
  ]
  const weights = await Promise.all(paths.map(async (path) => ({ path, ...(await weigh(portal, path, cookie)) })))
  await portal.stop()
  const next = await startBareNext()
  const bare = (what: string, measured: string): Figure => ({ part: 'start', what, measured, control: '', ratio: null, aim: null })
  const against = (what: string, is: number, ought: number, aim: number | null, said: (n: number) => string): Figure => ({
    ...bare(what, said(is)),
    control: said(ought),
    ratio: is / ought,
    aim,
  })
  const packages = runtimePackages()
  const node = packages.filter((path) => /node_modules.node-[a-z]+-/.test(path))
  return [
    against('cold start to the first answer, against a bare Next app', median(times), next.ms, 2, ms),
    against('memory, idle, against a bare Next app', idle, next.rss, 2, mib),
    against('memory, after use, against 500 MB', rss, 500e6, 1, mib),
    against('installed: packages to run without Node, against 450 MB', sizeOf(packages) - sizeOf(node), 450e6, 1, mib),
    against('browser: main thread to the first worklist, against 60 ms', median(worklist), 60, 1, ms),
    against('browser: the same against a bare page', median(worklist), median(bareList), null, ms),
    bare('installed: packages to run', mib(sizeOf(packages))),
    bare('installed: packages to develop and test as well', mib(sizeOf([join(ROOT, 'node_modules')]))),
    bare('installed: the build', mib(sizeOf(['server', 'static'].map((name) => join(CACHE, 'app/.next', name))))),
    against('memory, after use, against idle', rss, idle, null, mib),
    ...weights.flatMap(({ path, scripts, styles }) => {
      const page = path.replace(openId, '[caseId]')
      return [
        {
          part: 'start',
          what: `JavaScript gz, ${page}`,
          measured: kb(scripts),
          control: `${LARGEST_SCRIPTS} KB`,
          ratio: scripts / KB / LARGEST_SCRIPTS,
          aim: 1,
        },
        {
          part: 'start',
          what: `CSS gz, ${page}`,
          measured: kb(styles),
          control: `${LARGEST_STYLES} KB`,
          ratio: styles / KB / LARGEST_STYLES,
          aim: 1,
        },
      ]
    }),
  ]
}

/** Everything the page's own tags name, pressed as the server presses it; scripts for kernels without modules are not fetched by others. */
async function weigh(portal: Portal, path: string, cookie: string): Promise<{ scripts: number; styles: number }> {
  const { body } = await portal.ask(path, { headers: { cookie, 'accept-encoding': 'identity' } })
  const tags = [...body.toString().matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const named = (pattern: RegExp) => [...new Set(tags.flatMap((tag) => (/nomodule/i.test(tag) ? [] : (pattern.exec(tag)?.[1] ?? []))))]
  const sum = async (urls: readonly string[]) => {
    const files = await Promise.all(urls.map((url) => portal.ask(url, { headers: { 'accept-encoding': 'identity' } })))
    return files.reduce((total, file) => total + gzipSync(file.body).length, 0)
  }
  return { scripts: await sum(named(/src="(\/_next\/[^"]+\.js[^"]*)"/)), styles: await sum(named(/href="(\/_next\/[^"]+\.css[^"]*)"/)) }
}

/** By the lock file: what `npm ci --omit=dev` would install on this machine. */
function runtimePackages(): string[] {
  const { packages }: { packages: Record<string, { dev?: boolean; devOptional?: boolean }> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  )
  return Object.entries(packages).flatMap(([path, { dev }]) =>
    path !== '' && !dev && !/node_modules\/.*node_modules\//.test(path) ? [join(ROOT, path)] : [],
  )
}
function sizeOf(paths: readonly string[]): number {
  const sizes = paths.map((path): number => {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) return 0 // for another system
    return found.isDirectory() ? sizeOf(readdirSync(path).map((name) => join(path, name))) : found.size
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}
