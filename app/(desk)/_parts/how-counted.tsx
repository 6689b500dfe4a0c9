/** 期限怎么算的: the steps by which a due time was reached, so that anyone can reckon it again (D16, docs/handbook.md §3.4). */
import { runClock } from '#lib/domain/clocks/run-clock'
import type { Steps } from '#lib/domain/clocks/running'
import { addDays, beijingDay } from '#lib/domain/time'
import { formatDay, formatInstant, type Lang } from '#lib/i18n/dates'
import { say, sourcesOf } from '#lib/i18n/law'
import { lengthWords } from '#lib/i18n/lengths'
import type { Messages } from '#lib/i18n/messages'
import { endOf, rowOfDuty } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'

export function HowCounted({ duty, lang, t }: { duty: Duty; lang: Lang; t: Messages }) {
  const lines = linesOf(duty, lang, t)
  if (lines.length === 0) return null
  return (
    <details>
      <summary>{t.clock.how}</summary>
      <ul className="how">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function linesOf(duty: Duty, lang: Lang, t: Messages): string[] {
  const row = rowOfDuty(duty)
  if (!row) return duty.code === 'sign-for-decision' ? [t.casePage.dayOfReceipt] : []
  const run = runClock(duty.clock, duty.startedAt)
  const texts = sourcesOf(row.citations, beijingDay(duty.startedAt), lang)
  return [
    ...stepLines(say(row.starts, lang), run?.steps ?? null, duty.dueAt === run?.dueAt, lang, t),
    ...(run && run.dueAt !== run.dueStrictAt && duty.dueAt === run.dueStrictAt ? [t.howCounted.grace(formatInstant(run.dueAt, lang))] : []),
    ...(run?.steps.unit === 'hour' ? [t.howCounted.due(formatInstant(endOf(duty), lang))] : []),
    ...(duty.code === 'reconsider' ? [t.casePage.right] : []),
    ...(run?.calendarUnknown ? [t.howCounted.unknownCalendar] : []),
    ...(row.tag === 'D' ? [t.howCounted.internal] : row.targetOnly && row.length !== null ? [t.howCounted.unverified] : []),
    ...texts.map((text) => t.howCounted.text(text)),
  ]
}

/** What starts it, how long it is, where it ends. `rolls`: it is judged by the tolerant time, which holidays at the end move. */
function stepLines(event: string, steps: Steps | null, rolls: boolean, lang: Lang, t: Messages): string[] {
  const starts = t.howCounted.event(event)
  if (!steps) return [starts]
  const { startedAt, leftOut, hoursFrom, length, unit, skipped, lastDay, rolledOver } = steps
  const start = formatInstant(startedAt, lang)
  const together = (...sentences: string[]): string => sentences.filter((sentence) => sentence !== '').join(lang === 'en' ? ' ' : '')
  const limit = t.howCounted.limit(lengthWords(length, unit, lang))
  if (unit === 'hour') {
    const from = hoursFrom ? t.howCounted.fullHourFrom(formatInstant(hoursFrom, lang)) : t.howCounted.hoursFrom(start)
    return [together(starts, from), together(limit, t.howCounted.noHoliday, t.howCounted.pauses)]
  }
  const holidays = unit !== 'workday' ? t.howCounted.noHoliday : skipped.length > 0 ? t.howCounted.skipped(skipped.length) : ''
  const rolledTo = lastDay && formatDay(addDays(lastDay, rolledOver.length), lang)
  const end =
    lastDay &&
    (rolls && rolledOver.length > 0
      ? t.howCounted.rolled(formatDay(lastDay, lang), rolledOver.length, rolledTo ?? '')
      : t.howCounted.lastDay(formatDay(lastDay, lang)))
  return [
    together(starts, leftOut ? t.howCounted.dayLeftOut(start, formatDay(leftOut, lang)) : ''),
    together(limit, holidays, t.howCounted.pauses),
    ...(end ? [end] : []),
  ]
}
