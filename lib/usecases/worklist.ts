/** The worklist by heat. Counts and lists ask the same questions. */
import { scopesOf } from '#lib/domain/policy/scope'
import type { Actor, Instant } from '#lib/domain/result'
import type { Reader, DutyFilter, DutyRow, Page } from '#lib/ports/case-store'
import { afterDuty } from '#lib/ports/pages'
import { endedRights, type HeatRange, isInRange, rangeOf, type DutyHeat } from '#lib/views/heat'
import { type Place, shownOf, type Shown } from './pages.ts'

export type { DutyRow } from '#lib/ports/case-store'
export type WorkFilter = Omit<DutyFilter, 'heat'>
export type HeatCounts = Readonly<Record<DutyHeat, number>>
/** Counting stops here: the page says 1,000+. */
export const COUNT_CAP = 1_000

export function worklistOf(read: Reader, actor: Actor, now: Instant) {
  const { cases, tracks: all } = scopesOf(actor)
  const tracks = { ...all, formerUnits: [] } // what the next body owes is no word to the one before
  const ended = endedRights(now)
  const countIn = (filter: WorkFilter, heat?: HeatRange) =>
    read.countDuties(actor, cases, tracks, { ...filter, ...(heat && { heat }) }, COUNT_CAP)
  const listIn = (filter: WorkFilter, heat: HeatRange, page: Page) =>
    page.size > 0 ? read.listDuties(actor, cases, tracks, { ...filter, heat }, page) : Promise.resolve([])
  const placeOf = (row: DutyRow): Place => {
    const place = afterDuty(row)
    return isInRange(row, ended) ? { ...place, key: ENDED + place.key } : place
  }
  return {
    count: (filter: WorkFilter): Promise<number> => countIn(filter),
    countHeats: async (filter: WorkFilter): Promise<HeatCounts> => {
      const count = (heat: DutyHeat) => countIn(filter, rangeOf(heat, now))
      const [red, amber, green, none, over] = await Promise.all([
        count('red'),
        count('amber'),
        count('green'),
        count('none'),
        countIn(filter, ended),
      ])
      return { red, amber, green, none: none + over }
    },
    /** By due time, the late ones first; rights that have ended are last. */
    list: (filter: WorkFilter, heat: DutyHeat | null, page: Page): Promise<Shown<DutyRow>> =>
      shownOf(
        async ({ after, size }) => {
          const isPast = after?.key.startsWith(ENDED) ?? false
          const open = isPast ? [] : await listIn(filter, rangeOf(heat, now), { after, size })
          if (heat !== null && heat !== 'none') return open
          const from = isPast && after ? { ...after, key: after.key.slice(ENDED.length) } : null
          return [...open, ...(await listIn(filter, ended, { after: from, size: size - open.length }))]
        },
        page,
        placeOf,
      ),
  }
}
/** Before the place of a right that has ended. */
const ENDED = 'ended-'

/** Does this filter leave out nothing of the side? */
export const isWhole = ({ side, ...rest }: WorkFilter, of: WorkFilter['side']): boolean => side === of && Object.keys(rest).length === 0
export const sumOf = ({ red, amber, green, none }: HeatCounts): number => red + amber + green + none
