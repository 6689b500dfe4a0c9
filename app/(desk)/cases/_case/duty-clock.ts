/** A duty's clock in full, as the case page shows it: with the weekday, and a right that lapses as such (ux.md §3 Clocks). */
import type { ClockState } from '#app/_ui/clock-mark'
import type { Instant } from '#lib/domain/result'
import { msBetween } from '#lib/domain/time'
import { formatInstantWithWeekday, untilText, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { amberFromOf, heatOf } from '#lib/views/heat'
import type { Duty } from '#lib/views/rows'

export type ShownClock = Readonly<{
  state: ClockState
  stateWord: string
  text: string
  when?: string | undefined
  due?: string | undefined
  amberFrom?: string | undefined
}>

/** Null where the law names no number: such a duty has no clock, and nobody is late with it. */
export function clockOf(duty: Duty, now: Instant, lang: Lang, t: Messages): ShownClock | null {
  const isRight = duty.code === 'reconsider'
  // A right stands in its row without a due time, so that nobody is called overdue; here its end is shown all the same.
  const timed = isRight ? { ...duty, dueAt: duty.dueStrictAt } : duty
  const state = heatOf(timed, now)
  if (state === 'none') return null
  const when = t.clock.due(formatInstantWithWeekday(timed.dueAt, lang))
  if (isRight && now > timed.dueAt) return { state: 'hold', stateWord: t.clock.hold, text: t.cpage.rightOver, when }
  return {
    state,
    stateWord: t.clock[state],
    text: untilText(msBetween(now, timed.dueAt), lang),
    when,
    due: isRight ? undefined : timed.dueAt,
    amberFrom: amberFromOf(timed) ?? undefined,
  }
}
