/** What a page costs the server, in CPU of its process, against a bare page with the same rows; and a large store against a small one. */
import { HANDLER, type World, worldOf } from '../generate/world.ts'
import { type Figure, median, ms } from '../figures.ts'
import { openPortal, type Portal } from '../portal.ts'

type Size = Readonly<{ small: number; large: number; rounds: number; requests: number }>
export const sizeOf = (isQuick: boolean): Size =>
  isQuick ? { small: 1_000, large: 5_000, rounds: 5, requests: 25 } : { small: 1_000, large: 100_000, rounds: 7, requests: 40 }

export async function pages(isQuick: boolean): Promise<Figure[]> {
  const size = sizeOf(isQuick)
  const [small, large] = [await open(size.small), await open(size.large)]
  const figures: Figure[] = []
  for (const { what, path, bare, as = HANDLER, aim = 1.5 } of PAGES) {
    const [one, there] = [await signedIn(small, as), await signedIn(large, as)]
    const costs = await inTurns([visit(one, path), visit(there, path), visit(one, bare), visit(there, bare)], size)
    const [inSmall, inLarge, bareSmall, bareLarge] = costs
    if (!inSmall || !inLarge || !bareSmall || !bareLarge) throw new Error('each visit has its costs')
    figures.push(
      ratio(`${what}, ${size.small} cases`, inSmall, bareSmall, aim),
      ratio(`${what}, ${size.large} cases`, inLarge, bareLarge, aim),
      ratio(`${what}: ${size.large} against ${size.small} cases`, inLarge, inSmall, 1.2),
    )
  }
  await Promise.all([small.portal.stop(), large.portal.stop()])
  return figures
}

/** Lists of everybody who has one, each by somebody of whom there is one in every demo world; a body's transfers have the rows of a case list. */
const LISTS = [
  ['cases of a liaison', 'hexiaodong', '/cases'],
  ['cases of a head', 'wangjianping', '/cases'],
  ['cases of a reviewer', 'lifang', '/cases'],
  ['cases of a superior', 'baixue', '/cases'],
  ['cases of an overseer', 'sijian', '/cases'],
  ['transfers of a body', 'haoqiang', '/transfers'],
  ['copies of a body', 'guanqing', '/transfers?tab=copied'],
] as const
/** What many hold, what few do, and what nobody does. */
const WORDS = { many: '诈骗', few: '赵某祥', none: '鳜鱼' }
/** A list with a filter against the same list without one. */
const FILTERED = [
  ['worklist', HANDLER, '/work'],
  ['cases', HANDLER, '/cases'],
  ['cases of a liaison', 'hexiaodong', '/cases'],
  ['cases of a superior', 'baixue', '/cases'],
] as const
const PAGES: readonly Readonly<{ what: string; path: Address; bare: Address; as?: string; aim?: number }>[] = [
  ...[20, 50].map((n) => ({ what: `worklist, ${n} rows`, path: () => `/work?size=${n}`, bare: () => `/bare/work?size=${n}` })),
  ...[20, 50].map((n) => ({ what: `case list, ${n} rows`, path: () => `/cases?size=${n}`, bare: () => `/bare/cases?size=${n}` })),
  ...LISTS.map(([what, as, page]) => ({ what, as, path: () => page, bare: () => '/bare/cases?size=20' })),
  ...FILTERED.flatMap(([what, as, page]) =>
    Object.entries(WORDS).map(([how, text]) => ({
      what: `${what}, words of ${how}, against no filter`,
      as,
      path: () => `${page}?text=${encodeURIComponent(text)}`,
      bare: () => page,
      aim: 2,
    })),
  ),
  { what: 'case page', path: ({ openId }) => `/cases/${openId}`, bare: ({ openId }) => `/bare/case?id=${openId}` },
]

type Address = (world: World) => string
type Open = Readonly<{ world: World; portal: Portal; cookie: string }>
async function open(cases: number): Promise<Open> {
  const world = await worldOf(cases)
  const portal = await openPortal(world.dataDir)
  return { world, portal, cookie: await portal.signIn(HANDLER) }
}

const signedIn = async (open: Open, login: string): Promise<Open> => ({ ...open, cookie: await open.portal.signIn(login) })

type Visit = Readonly<{ portal: Portal; go: () => Promise<void> }>
function visit({ portal, world, cookie }: Open, address: Address): Visit {
  const path = address(world)
  const go = async () => {
    const { status } = await portal.ask(path, { headers: { cookie } })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
  }
  return { portal, go }
}

/** Each visit's CPU in every round, one after the other: what disturbs the machine meets them alike. */
async function inTurns(visits: readonly Visit[], { rounds, requests }: Size): Promise<number[][]> {
  const costs = visits.map((): number[] => [])
  for (const { go } of visits) for (let n = 0; n < requests; n++) await go() // warm: compiled, prepared, cached
  for (let round = 0; round < rounds; round++)
    for (const [i, { portal, go }] of visits.entries()) {
      const before = (await portal.read()).cpu
      for (let n = 0; n < requests; n++) await go()
      costs[i]?.push(((await portal.read()).cpu - before) / requests / 1_000)
    }
  return costs
}

/** The middle of the rounds' own ratios, not the ratio of two middles. */
function ratio(what: string, costs: readonly number[], against: readonly number[], aim: number): Figure {
  const each = costs.map((cost, i) => cost / (against[i] ?? Number.NaN))
  return { part: 'pages', what, measured: ms(median(costs)), control: ms(median(against)), ratio: median(each), aim }
}
