import type { AnyColumn, SQL } from 'drizzle-orm'
import type { Reader, Seats } from '#lib/ports/case-store'
import { and, eq, or, sql } from '../orm.ts'

export type Who = Parameters<Reader['listNotices']>[0]

/** Addressed to one of the seats. Nobody without a seat is meant. */
export const atSeat = (unitId: AnyColumn, post: AnyColumn, seats: Seats): SQL => or(...seatsOf(unitId, post, seats)) ?? sql`false`
export const seatsOf = (unitId: AnyColumn, post: AnyColumn, seats: Seats): (SQL | undefined)[] =>
  seats.map((seat) => and(eq(unitId, seat.unitId), eq(post, seat.post)))

export const unitsOf = ({ seats }: Who): string[] => [...new Set(seats.map(({ unitId }) => unitId))]
