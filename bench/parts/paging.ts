/** Lists are read by key: the hundredth page costs what the first does, and a count stops at a thousand. */
import { type Figure, median, ms } from '../figures.ts'
import { HANDLER, worldOf } from '../generate/world.ts'
import { openPortal, type Portal } from '../portal.ts'
import { sizeOf } from './pages.ts'

const PAGES = 100
const TIMES = 20

export async function paging(isQuick: boolean): Promise<Figure[]> {
  const { cases, dataDir } = await worldOf(sizeOf(isQuick).large)
  const portal = await openPortal(dataDir)
  const cookie = await portal.signIn(HANDLER)
  const figures: Figure[] = []
  for (const list of ['/work?tab=mine', '/cases']) {
    const first = await read(portal, list, cookie)
    if (cases >= 10_000 && !first.includes('1,000+')) throw new Error(`${list} does not say 1,000+`)
    let place = list
    let depth = 1
    for (let next: string | undefined = nextOf(first); next && depth < PAGES; depth++) {
      place = next
      next = nextOf(await read(portal, next, cookie))
    }
    const [near, far] = [await cost(portal, list, cookie), await cost(portal, place, cookie)]
    figures.push({
      part: 'paging',
      what: `${list}, page ${depth} by key`,
      measured: ms(far),
      control: `${ms(near)} page 1`,
      ratio: far / near,
      aim: 1.1,
    })
  }
  await portal.stop()
  return figures
}

async function read(portal: Portal, path: string, cookie: string): Promise<string> {
  const { status, body } = await portal.ask(path, { headers: { cookie, 'accept-encoding': 'identity' } })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return body.toString()
}
const nextOf = (page: string): string | undefined => /href="([^"]*[?&;]after=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')

async function cost(portal: Portal, path: string, cookie: string): Promise<number> {
  const each: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const before = (await portal.read()).cpu
    await read(portal, path, cookie)
    each.push(((await portal.read()).cpu - before) / 1_000)
  }
  return median(each)
}
