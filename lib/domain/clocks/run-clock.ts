/** A clock or internal time by its id, over our calendar. `timeOn` gives its row: who owes, by which text. */
import { HOLIDAYS } from '../law/holidays.ts'
import { type TimeId, timeOn } from '../law/soft-times.ts'
import type { UnitKind } from '../result.ts'
import { beijingDay, type Instant } from '../time.ts'
import { runClock as runRule, type Due } from './running.ts'

/** Null where no row of that id was in force on the day it starts, or where the law names no number. */
export function runClock(id: TimeId | '', startedAt: Instant): Due | null {
  const row = timeOn(id, beijingDay(startedAt))
  return row && runRule(row, startedAt, HOLIDAYS)
}

/** D16: the bureau is judged by its strict time, everybody else by the tolerant one. A policy switch, in this one place. */
export const judgedAt = ({ dueStrictAt, dueAt }: Pick<Due, 'dueStrictAt' | 'dueAt'>, kind: UnitKind): Instant =>
  kind === 'bureau' ? dueStrictAt : dueAt
