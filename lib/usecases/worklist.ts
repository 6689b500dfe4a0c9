/**
 * The worklist by heat. What is late and what has no time are ranges of the due time; where amber ends hangs on each clock's
 * own length, so what is due within the widest amber is looked at row by row. Counts and lists ask the same questions.
 */
import { scopesOf } from '#lib/domain/policy/scope'
import type { Actor, Instant } from '#lib/domain/result'
import { addHours } from '#lib/domain/time'
import type { CaseReader, DutyFilter, DutyRow, Page } from '#lib/ports/case-store'
import { afterDuty } from '#lib/ports/pages'
import { heatOf, WIDEST_AMBER_HOURS, type DutyHeat } from '#lib/views/heat'
import { shownOf, type Shown } from './pages.ts'

export type { DutyRow } from '#lib/ports/case-store'
export type WorkFilter = Omit<DutyFilter, 'heat'>
export type HeatCounts = Readonly<Record<DutyHeat, number>>
/** Counting stops here: the page says 1,000+. */
export const COUNT_CAP = 1_000
type Range = NonNullable<DutyFilter['heat']>

export function worklistOf(read: CaseReader, actor: Actor, now: Instant) {
  const { cases, tracks: all } = scopesOf(actor)
  const tracks = { ...all, formerUnits: [] } // what the next body owes is no word to the one before
  const soon = addHours(now, WIDEST_AMBER_HOURS + 1)
  const list = (filter: WorkFilter, heat: Range | null, page: Page) =>
    read.listDuties(actor, cases, tracks, heat ? { ...filter, heat } : filter, page)
  const count = (filter: WorkFilter, heat: Range | null = null) =>
    read.countDuties(actor, cases, tracks, heat ? { ...filter, heat } : filter, COUNT_CAP)

  async function countHeats(filter: WorkFilter): Promise<HeatCounts> {
    const [red, near, far, none] = await Promise.all([
      count(filter, { from: '', to: now }),
      read.listDueTimes(actor, cases, tracks, { ...filter, heat: { from: now, to: soon } }, COUNT_CAP + 1),
      count(filter, { from: soon, to: NEVER.from }),
      count(filter, NEVER),
    ])
    const amber = near.filter((duty) => heatOf(duty, now) === 'amber').length
    return { red, amber, green: near.length - amber + far, none }
  }

  async function rowsOf(filter: WorkFilter, heat: DutyHeat | null, { after, size }: Page): Promise<readonly DutyRow[]> {
    if (heat === null || heat === 'red' || heat === 'none') return list(filter, rangeOf(heat, now), { after, size })
    const range = { from: now, to: heat === 'amber' ? soon : NEVER.from }
    const found: DutyRow[] = []
    for (let place = after; ;) {
      const rows = await list(filter, range, { after: place, size })
      found.push(...rows.filter((duty) => heatOf(duty, now) === heat))
      const last = rows.at(-1)
      if (!last || rows.length < size || found.length >= size) return found.slice(0, size)
      place = afterDuty(last)
    }
  }

  return {
    count: (filter: WorkFilter): Promise<number> => count(filter),
    countHeats,
    /** By due time, the late ones first. */
    list: (filter: WorkFilter, heat: DutyHeat | null, page: Page): Promise<Shown<DutyRow>> =>
      shownOf((asked) => rowsOf(filter, heat, asked), page, afterDuty),
  }
}

/** Does this filter leave out nothing of the side? */
export const isWhole = ({ side, ...rest }: WorkFilter, of: WorkFilter['side']): boolean => side === of && Object.keys(rest).length === 0
export const sumOf = ({ red, amber, green, none }: HeatCounts): number => red + amber + green + none

const rangeOf = (heat: 'red' | 'none' | null, now: Instant): Range | null =>
  heat === 'red' ? { from: '', to: now } : heat === 'none' ? NEVER : null
/** Where duties without a time stand in the order (lib/views/duties.ts): after every date. */
const NEVER: Range = { from: '9999', to: 'A' }
