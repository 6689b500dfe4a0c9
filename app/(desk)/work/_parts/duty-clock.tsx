import { ClockMark } from '#app/_ui/clock-mark'
import { formatInstantShort, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { rowOfDuty } from '#lib/views/heat'
import type { Duty } from '#lib/views/rows'
import { clockOf } from '../../cases/_case/duty-clock.ts'

/** How much time is left, and until when: or why there is no such time, and since when it stands. */
export function DutyClock({ duty, now, lang, t }: { duty: Duty; now: string; lang: Lang; t: Messages }) {
  const clock = clockOf(duty, now, lang, t, (end) => formatInstantShort(end, now, lang))
  if (clock) return <ClockMark {...clock} />
  const since = t.wl.since(formatInstantShort(duty.startedAt, now, lang))
  return <ClockMark state="hold" stateWord={t.clock.none} text={rowOfDuty(duty) ? t.wl.promptly : t.clock.none} when={since} />
}
