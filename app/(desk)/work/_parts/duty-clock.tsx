import { ClockMark } from '#app/_ui/clock-mark'
import { formatInstantShort, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { rowOfDuty } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'
import { clockOf } from '#app/(desk)/_parts/duty-clock'

/** How much time is left, and until when: or why there is no such time, and since when it stands. */
export function DutyClock({ duty, now, lang, t }: { duty: Duty; now: string; lang: Lang; t: Messages }) {
  const clock = clockOf(duty, now, lang, t, (end) => formatInstantShort(end, now, lang))
  if (clock) return <ClockMark {...clock} />
  const since = t.worklist.since(formatInstantShort(duty.startedAt, now, lang))
  return <ClockMark state="hold" stateWord={t.clock.none} text={rowOfDuty(duty) ? t.worklist.promptly : t.clock.none} when={since} />
}
