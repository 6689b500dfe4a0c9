/** A colour of the worklist as a condition (lib/views/heat.ts): asked for again and again, each time at other times. */
import { and, inArray, lte, not, or, type SQL, sql } from 'drizzle-orm'
import type { HeatRange } from '#lib/views/heat'
import type { Duty } from '#lib/views/rows'
import type { Base } from '../database.ts'

/** Its times stand outside the kept query, in these places. */
const place = (name: string): string => sql.placeholder(name) as unknown as string // safe: a place is filled before the query runs
export const placesOf = ({ amber }: HeatRange): HeatRange => ({
  from: place('from'),
  to: place('to'),
  ...(amber && { amber: { ...amber, until: amber.until.map(({ clocks }, i) => ({ clocks, at: place(`until${i}`) })) } }),
})
export const timesOf = (heat?: HeatRange): Record<string, string> => ({
  ...(heat && { from: heat.from, to: heat.to }),
  ...Object.fromEntries(heat?.amber?.until.map(({ at }, i) => [`until${i}`, at]) ?? []),
})
/** What of it makes another query. */
export const clocksOf = ({ amber }: HeatRange) => [amber?.is, amber?.until.map(({ clocks }) => clocks)]

export function isHot({ clock, sortAt }: Base['t']['duty'], { amber }: HeatRange): SQL | undefined {
  if (!amber) return undefined
  const isAmber = or(...amber.until.map(({ clocks, at }) => and(inArray(clock, clocks as Duty['clock'][]), lte(sortAt, at)))) ?? sql`false` // safe: another clock matches no row
  return amber.is ? isAmber : not(isAmber)
}
