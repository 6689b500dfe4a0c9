/** A colour of the worklist as a condition (lib/views/heat.ts): asked for again and again, each time at other times. */
import type { SQL } from 'drizzle-orm'
import type { HeatRange } from '#lib/views/heat'
import type { Duty } from '#lib/views/rows'
import type { Base } from '../database.ts'
import { and, gte, inArray, lte, not, or, sql } from '../orm.ts'

/** Its times stand outside the kept query, in these places. */
const place = (name: string): string => sql.placeholder(name) as unknown as string // safe: a place is filled before the query runs
export const placesOf = ({ amber, only, unless }: HeatRange): HeatRange => ({
  from: place('from'),
  to: place('to'),
  ...(only && { only }),
  ...(unless && { unless: { ...unless, before: place('before') } }),
  ...(amber && {
    amber: { ...amber, until: amber.until.map(({ clocks }, i) => ({ clocks, from: place(`since${i}`), at: place(`until${i}`) })) },
  }),
})
export const timesOf = (heat?: HeatRange): Record<string, string> => ({
  ...(heat && { from: heat.from, to: heat.to }),
  ...(heat?.unless && { before: heat.unless.before }),
  ...Object.fromEntries(heat?.amber?.until.flatMap(({ from, at }, i) => [[`since${i}`, from] as const, [`until${i}`, at] as const]) ?? []),
})
/** What of it makes another query. */
export const clocksOf = ({ amber, only, unless }: HeatRange) => [amber?.is, amber?.until.map(({ clocks }) => clocks), only, unless?.clocks]

export function isHot({ clock, sortAt }: Base['t']['duty'], { amber, only, unless }: HeatRange): SQL | undefined {
  const among = (clocks: readonly string[]) => inArray(clock, clocks as Duty['clock'][]) // safe: another clock matches no row
  return and(
    only && among(only),
    unless && or(gte(sortAt, unless.before), not(among(unless.clocks))),
    amber && isAmber(amber.until, amber.is),
  )

  function isAmber(until: NonNullable<HeatRange['amber']>['until'], is: boolean): SQL {
    const some = or(...until.map(({ clocks, from, at }) => and(among(clocks), gte(sortAt, from), lte(sortAt, at)))) ?? sql`false`
    return is ? some : not(some)
  }
}
