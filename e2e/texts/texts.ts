/**
 * npm run texts -- OUT: what pages say to everybody of the demo office, in OUT/<login>/<address>.txt. Of two commits on copies of one
 * data folder `diff -r` shows what people see differently: after a structural change, nothing.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ADMINISTRATORS, PEOPLE } from '#db/seed/office'
import { triesToSignIn, visitorAt } from '../hostile/http.ts'
import { CACHE } from '../setup/browser.ts'
import { buildPortal, openPortal } from '../setup/server.ts'
import { linksOf, routeOf } from '../walk/routes.ts'
import { linesIn } from './lines.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(CACHE, 'texts-data') },
    lang: { type: 'string', default: 'zh-CN' },
    as: { type: 'string', default: '' },
  },
})
const [wanted] = positionals
if (wanted === undefined) throw new Error('npm run texts -- OUT [--data FOLDER] [--lang en] [--as chenmin,haoqiang]')
const out = resolve(wanted)
const kept = resolve(values.data)
const copy = join(CACHE, 'texts-copy')

const PASSWORD = 'demo-2026-yanshi'
const chosen = values.as.split(',').filter(Boolean)
const LOGINS = [...PEOPLE.filter(({ to }) => to === null), ...ADMINISTRATORS]
  .map(({ login }) => login)
  .filter((login) => chosen.length === 0 || chosen.includes(login))
const BEGIN = ['/', '/account', '/notices', '/notices?show=unread', '/no-such-page']
const isSession = (cookie: string): boolean => cookie.endsWith('session-token')
/** Pages of one route and filter that one person opens, and with those that nobody has opened before. */
const OF_A_KIND = { always: 10, unseen: 30 }
const seen = new Set<string>()
/** How the portal itself runs, by the database's clock and the disk's size: no figure is compared, and no order. */
const MASKED = new Set(['/admin'])
/** Of a file's name, in characters. */
const LONGEST = 150

const secrets = buildPortal()
const standing = await standingIn(kept)
rmSync(copy, { recursive: true, force: true })
cpSync(kept, copy, { recursive: true })
cpSync(secrets, join(copy, 'secrets.json')) // the key of this build, whatever build the folder was made by
const clock = pathToFileURL(join(import.meta.dirname, 'pretended-clock.ts'))
const portal = await openPortal(copy, { NOW: standing, NODE_OPTIONS: `--import ${clock}` })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void portal.stop().then(() => process.exit(1)))
try {
  rmSync(out, { recursive: true, force: true })
  for (const [i, login] of LOGINS.entries()) {
    const { jar } = await triesToSignIn(portal.address, login, PASSWORD, '/')
    if (![...jar.keys()].some(isSession)) throw new Error(`${login} cannot sign in`)
    if (i === 0) await follow('guest', new Map([...jar].filter(([name]) => !isSession(name))), ['/', '/sign-in', '/fault'])
    const pages = await follow(login, jar, BEGIN)
    console.log(`· ${i + 1}／${LOGINS.length} ${login}: ${pages} pages`)
  }
  console.log(`· in ${out}, on ${standing}, of ${kept}`)
} finally {
  await portal.stop()
  rmSync(copy, { recursive: true, force: true })
}

/** The moment at which every run looks at this folder. The first one notes it, and makes a demo world where there is no folder. */
async function standingIn(folder: string): Promise<string> {
  if (!existsSync(folder)) {
    const half = `${folder}-half` // whole, or not there
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true, mode: 0o700 })
    cpSync(secrets, join(half, 'secrets.json'))
    await (await openPortal(half)).stop()
    renameSync(half, folder)
  }
  const note = join(folder, 'looked-at')
  if (!existsSync(note)) writeFileSync(note, `${new Date().toISOString()}\n`)
  return readFileSync(note, 'utf8').trim()
}

/** One after the other: what a visit writes, the next one finds. Returns how many there were. */
async function follow(login: string, jar: ReadonlyMap<string, string>, begin: readonly string[]): Promise<number> {
  const visitor = visitorAt(portal.address, login, new Map([...jar, ['lang', values.lang]]))
  const folder = join(out, login)
  mkdirSync(folder, { recursive: true })
  const queue = [...begin]
  const known = new Set(queue)
  const opened = new Map<string, number>()
  let pages = 0
  for (const path of queue) {
    const nth = (opened.get(kindOf(path)) ?? 0) + 1
    if (nth > (seen.has(path) ? OF_A_KIND.always : OF_A_KIND.unseen)) continue
    opened.set(kindOf(path), nth)
    seen.add(path)
    const { status, headers, body } = await visitor.asks(path)
    const to = headers.location ?? ''
    for (const link of linksOf(to ? `<a href="${to}">` : body, portal.address + path))
      if (!known.has(link) && known.add(link)) queue.push(link)
    const lines = [`${status} ${path}${to && ` → ${to}`}`, ...linesIn(body)].map((line) => line.replaceAll(portal.address, ''))
    const said = MASKED.has(path) ? lines.map((line) => line.replaceAll(/\d[\d.,:-]*/g, '#')).toSorted() : lines
    writeFileSync(join(folder, `${nameOf(path)}.txt`), `${said.join('\n')}\n`)
    pages += 1
  }
  return pages
}

function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://x')
  return [routeOf(pathname), ...[...searchParams.keys()].toSorted()].join('?')
}

function nameOf(path: string): string {
  const name = path.slice(1).replaceAll(/[^\w.-]+/g, '_') || 'home'
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`
}
