/** The worklist by heat. Counts and lists ask the same questions. */
import { scopesOf } from '#lib/domain/policy/scope'
import type { Actor, Instant } from '#lib/domain/result'
import type { CaseReader, DutyFilter, DutyRow, Page } from '#lib/ports/case-store'
import { afterDuty } from '#lib/ports/pages'
import { rangeOf, type DutyHeat } from '#lib/views/heat'
import { shownOf, type Shown } from './pages.ts'

export type { DutyRow } from '#lib/ports/case-store'
export type WorkFilter = Omit<DutyFilter, 'heat'>
export type HeatCounts = Readonly<Record<DutyHeat, number>>
/** Counting stops here: the page says 1,000+. */
export const COUNT_CAP = 1_000

export function worklistOf(read: CaseReader, actor: Actor, now: Instant) {
  const { cases, tracks: all } = scopesOf(actor)
  const tracks = { ...all, formerUnits: [] } // what the next body owes is no word to the one before
  const within = (filter: WorkFilter, heat: DutyHeat | null): DutyFilter => (heat ? { ...filter, heat: rangeOf(heat, now) } : filter)
  const count = (filter: WorkFilter, heat: DutyHeat | null = null) =>
    read.countDuties(actor, cases, tracks, within(filter, heat), COUNT_CAP)
  return {
    count: (filter: WorkFilter): Promise<number> => count(filter),
    countHeats: async (filter: WorkFilter): Promise<HeatCounts> => {
      const [red, amber, green, none] = await Promise.all([
        count(filter, 'red'),
        count(filter, 'amber'),
        count(filter, 'green'),
        count(filter, 'none'),
      ])
      return { red, amber, green, none }
    },
    /** By due time, the late ones first. */
    list: (filter: WorkFilter, heat: DutyHeat | null, page: Page): Promise<Shown<DutyRow>> =>
      shownOf((asked) => read.listDuties(actor, cases, tracks, within(filter, heat), asked), page, afterDuty),
  }
}

/** Does this filter leave out nothing of the side? */
export const isWhole = ({ side, ...rest }: WorkFilter, of: WorkFilter['side']): boolean => side === of && Object.keys(rest).length === 0
export const sumOf = ({ red, amber, green, none }: HeatCounts): number => red + amber + green + none
