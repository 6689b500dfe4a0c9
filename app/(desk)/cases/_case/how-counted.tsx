/** 期限怎么算的: the steps by which a due time was reached, so that anyone can reckon it again (D16, domain.md §3.4). */
import { runClock } from '#lib/domain/clocks/run-clock'
import type { Steps } from '#lib/domain/clocks/running'
import { addDays, beijingDay } from '#lib/domain/time'
import { formatDay, formatInstant, type Lang } from '#lib/i18n/dates'
import { say, sourcesOf } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { rowOfDuty } from '#lib/views/heat'
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

export function linesOf(duty: Duty, lang: Lang, t: Messages): string[] {
  const row = rowOfDuty(duty)
  if (!row) return duty.code === 'sign-for-decision' ? [t.cpage.dayOfReceipt] : []
  const run = runClock(duty.clock, duty.startedAt)
  const texts = sourcesOf(row.citations, beijingDay(duty.startedAt), lang)
  return [
    t.chow.event(say(row.starts, lang)),
    ...(run ? stepLines(run.steps, duty.dueAt === run.dueAt, lang, t) : []),
    ...(run && run.dueAt !== run.dueStrictAt && duty.dueAt === run.dueStrictAt ? [t.chow.grace(formatInstant(run.dueAt, lang))] : []),
    ...(duty.dueAt || duty.dueStrictAt ? [t.chow.due(formatInstant(duty.dueAt || duty.dueStrictAt, lang))] : []),
    ...(duty.code === 'reconsider' ? [t.cpage.right] : []),
    ...(run?.calendarUnknown ? [t.chow.unknownCalendar] : []),
    ...(row.targetOnly && row.length !== null ? [t.chow.unverified] : []),
    ...texts.map((text) => t.chow.text(text)),
  ]
}

/** `rolls`: it is judged by the tolerant time, which holidays at the end move. */
function stepLines(steps: Steps, rolls: boolean, lang: Lang, t: Messages): string[] {
  const { startedAt, leftOut, hoursFrom, length, unit, skipped, lastDay, rolledOver } = steps
  const start = formatInstant(startedAt, lang)
  const limit = t.chow.limit(t.chow[unit](length))
  if (unit === 'hour') return [hoursFrom ? t.chow.fullHourFrom(formatInstant(hoursFrom, lang)) : t.chow.hoursFrom(start), limit, t.chow.noHoliday]
  const rolled = rolls && lastDay && rolledOver.length > 0
  return [
    ...(leftOut ? [t.chow.dayLeftOut(start, formatDay(leftOut, lang))] : []),
    limit,
    ...(unit !== 'workday' ? [t.chow.noHoliday] : skipped.length > 0 ? [t.chow.skipped(skipped.length)] : []),
    ...(lastDay && !rolled ? [t.chow.lastDay(formatDay(lastDay, lang))] : []),
    ...(rolled ? [t.chow.rolled(formatDay(lastDay, lang), rolledOver.length, formatDay(addDays(lastDay, rolledOver.length), lang))] : []),
    t.chow.pauses,
  ]
}
