/** A duty's clock in full, as the case page shows it: with the weekday, and what ends without anybody being late as such (docs/ux.md §3 Clocks). */
import type { ClockState } from '#app/_ui/clock-mark'
import { isRight } from '#lib/domain/law/soft-times'
import type { Instant } from '#lib/domain/result'
import { msBetween } from '#lib/domain/time'
import { formatInstantWithWeekday, spanText, untilText, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { amberFromOf, endOf, colourOf, isEstimated } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'

export type ShownClock = Readonly<{
  state: ClockState
  stateWord: string
  text: string
  when?: string | undefined
  due?: string | undefined
  amberFrom?: string | undefined
}>

/** Null where the law names no number: such a duty has no clock, and nobody is late with it. `write`: how the time is written. */
export function clockOf(
  duty: Pick<Duty, 'clock' | 'startedAt' | 'dueAt' | 'dueStrictAt'>,
  now: Instant,
  lang: Lang,
  t: Messages,
  write: (end: Instant) => string = (end) => formatInstantWithWeekday(end, lang),
): ShownClock | null {
  const format = (end: Instant): string => (isEstimated(duty) ? t.clock.estimated(write(end)) : write(end))
  const end = endOf(duty)
  if (end === '') return null
  const left = untilText(msBetween(now, end), lang)
  const colour = colourOf(duty, now)
  if (isRight(duty.clock) && colour === 'none')
    return { state: 'hold', stateWord: t.clock.over, text: t.clock.rightOver, when: t.clock.rightEnded(format(end)) }
  const state = colour === 'none' ? 'hold' : colour
  const stateWord = t.clock[state]
  // Without `due` it stands still: the ticker would call it overdue.
  if (isRight(duty.clock)) return { state, stateWord, text: left, when: t.clock.rightUntil(format(end)) }
  if (duty.dueAt === '')
    return {
      state,
      stateWord,
      text: now > end ? t.clock.internalPast(spanText(msBetween(end, now), lang)) : left,
      when: t.clock.internalUntil(format(end)),
    }
  return { state, stateWord, text: left, when: t.clock.due(format(end)), due: end, amberFrom: amberFromOf(duty) ?? undefined }
}
