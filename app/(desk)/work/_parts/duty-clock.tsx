import { ClockMark } from '#app/_ui/clock-mark'
import { msBetween } from '#lib/domain/time'
import { formatInstantShort, untilText, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { amberFromOf, heatOf, rowOfDuty } from '#lib/views/heat'
import type { Duty } from '#lib/views/rows'

type Given = Readonly<{ duty: Duty; now: string; lang: Lang; t: Messages }>

/** How much time is left, and until when: or why there is no such time. */
export function DutyClock({ duty, now, lang, t }: Given) {
  const is = heatOf(duty, now)
  if (is === 'none') return <ClockMark state="hold" stateWord={t.clock.none} {...standing({ duty, now, lang, t })} />
  return (
    <ClockMark
      state={is}
      stateWord={t.clock[is]}
      text={untilText(msBetween(now, duty.dueAt), lang)}
      when={t.clock.due(formatInstantShort(duty.dueAt, now, lang))}
      due={duty.dueAt}
      amberFrom={amberFromOf(duty) ?? undefined}
    />
  )
}

/** A right lapses and nobody is late with it; other duties stand since they began. */
function standing({ duty, now, lang, t }: Given): Readonly<{ text: string; when: string }> {
  const since = t.wl.since(formatInstantShort(duty.startedAt, now, lang))
  if (duty.code === 'reconsider' && duty.dueStrictAt !== '') {
    if (now > duty.dueStrictAt) return { text: t.wl.rightOver, when: since }
    return { text: untilText(msBetween(now, duty.dueStrictAt), lang), when: t.wl.mayUntil(formatInstantShort(duty.dueStrictAt, now, lang)) }
  }
  return { text: rowOfDuty(duty) ? t.wl.promptly : t.clock.none, when: since }
}
