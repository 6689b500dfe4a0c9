/** A colour of the worklist as a condition (lib/views/clock-colour.ts): asked for again and again, each time at other times. */
import type { SQL } from 'drizzle-orm'
import type { ColourRange } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'
import type { Base } from '../database.ts'
import { and, gte, inArray, lte, not, or, sql } from '../orm.ts'

/** Its times stand outside the kept query, in these places. */
const place = (name: string): string => sql.placeholder(name) as unknown as string // safe: a place is filled before the query runs
export const placesOf = ({ amber, only, unless }: ColourRange): ColourRange => ({
  from: place('from'),
  to: place('to'),
  ...(only && { only }),
  ...(unless && { unless: { ...unless, before: place('before') } }),
  ...(amber && {
    amber: { ...amber, until: amber.until.map(({ clocks }, i) => ({ clocks, from: place(`since${i}`), at: place(`until${i}`) })) },
  }),
})
export const timesOf = (colour?: ColourRange): Record<string, string> => ({
  ...(colour && { from: colour.from, to: colour.to }),
  ...(colour?.unless && { before: colour.unless.before }),
  ...Object.fromEntries(
    colour?.amber?.until.flatMap(({ from, at }, i) => [[`since${i}`, from] as const, [`until${i}`, at] as const]) ?? [],
  ),
})
/** What of it makes another query. */
export const clocksOf = ({ amber, only, unless }: ColourRange) => [
  amber?.is,
  amber?.until.map(({ clocks }) => clocks),
  only,
  unless?.clocks,
]

export function isHot({ clock, sortAt }: Base['t']['duty'], { amber, only, unless }: ColourRange): SQL | undefined {
  const among = (clocks: readonly string[]) => inArray(clock, clocks as Duty['clock'][]) // safe: another clock matches no row
  return and(
    only && among(only),
    unless && or(gte(sortAt, unless.before), not(among(unless.clocks))),
    amber && isAmber(amber.until, amber.is),
  )

  function isAmber(until: NonNullable<ColourRange['amber']>['until'], is: boolean): SQL {
    const some = or(...until.map(({ clocks, from, at }) => and(among(clocks), gte(sortAt, from), lte(sortAt, at)))) ?? sql`false`
    return is ? some : not(some)
  }
}
