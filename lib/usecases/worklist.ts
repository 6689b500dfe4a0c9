/** The worklist by heat. Counts and lists ask the same questions. */
import { scopesOf } from '#lib/domain/policy/scope'
import type { Actor, Instant } from '#lib/domain/result'
import type { Reader, DutyFilter, DutyRow, Page } from '#lib/ports/case-store'
import { afterDuty } from '#lib/ports/pages'
import { endedRights, type ColourRange, isInRange, rangeOf, type DutyColour } from '#lib/views/clock-colour'
import { caseStatus, type CaseStatus } from '#lib/views/case-status'
import { openCase } from '#lib/views/case-views'
import { type Place, shownOf, type Shown } from './pages.ts'

export type { DutyRow } from '#lib/ports/case-store'
export type WorkFilter = Omit<DutyFilter, 'heat'>
export type ColourCounts = Readonly<Record<DutyColour, number>>
/** Counting stops here: the page says 1,000+. */
export const COUNT_CAP = 1_000

export function worklistOf(read: Reader, actor: Actor, now: Instant) {
  const { cases, tracks: all } = scopesOf(actor)
  const tracks = { ...all, formerUnits: [] } // what the next body owes is no word to the one before
  const ended = endedRights(now)
  const countIn = (filter: WorkFilter, colour?: ColourRange) =>
    read.countDuties(actor, cases, tracks, { ...filter, ...(colour && { colour }) }, COUNT_CAP)
  const listIn = (filter: WorkFilter, colour: ColourRange, page: Page) =>
    page.size > 0 ? read.listDuties(actor, cases, tracks, { ...filter, colour }, page) : Promise.resolve([])
  const placeOf = (row: DutyRow): Place => {
    const place = afterDuty(row)
    return isInRange(row, ended) ? { ...place, key: ENDED + place.key } : place
  }
  return {
    count: (filter: WorkFilter): Promise<number> => countIn(filter),
    countColours: async (filter: WorkFilter): Promise<ColourCounts> => {
      const count = (colour: DutyColour) => countIn(filter, rangeOf(colour, now))
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
    list: (filter: WorkFilter, colour: DutyColour | null, page: Page): Promise<Shown<DutyRow>> =>
      shownOf(
        async ({ after, size }) => {
          const isPast = after?.key.startsWith(ENDED) ?? false
          const open = isPast ? [] : await listIn(filter, rangeOf(colour, now), { after, size })
          if (colour !== null && colour !== 'none') return open
          const from = isPast && after ? { ...after, key: after.key.slice(ENDED.length) } : null
          return [...open, ...(await listIn(filter, ended, { after: from, size: size - open.length }))]
        },
        page,
        placeOf,
      ),
  }
}
/** How the cases of these rows stand, by case; of those alone that are read through the case (found A6). */
export async function statusesOfRows(read: Reader, rows: readonly DutyRow[]): Promise<ReadonlyMap<string, CaseStatus>> {
  const ids = [...new Set(rows.filter(({ asRecipient }) => asRecipient === 0).map(({ caseId }) => caseId))]
  const found = await Promise.all(ids.map((caseId) => read.readCaseRow(caseId)))
  return new Map(found.flatMap((row) => (row ? [[row.caseId, caseStatus(openCase(row, []))] as const] : [])))
}
/** Before the place of a right that has ended. */
const ENDED = 'ended-'

/** Does this filter leave out nothing of the side? */
export const isWhole = ({ side, ...rest }: WorkFilter, of: WorkFilter['side']): boolean => side === of && Object.keys(rest).length === 0
export const sumOf = ({ red, amber, green, none }: ColourCounts): number => red + amber + green + none
