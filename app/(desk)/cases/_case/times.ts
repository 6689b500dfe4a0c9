/** What is asked of the bureau with this report, by law or by the house, from a moment on. */
import { judgedAt, runClock } from '#lib/domain/clocks/run-clock'
import { isInternal, type TimeId } from '#lib/domain/law/soft-times'
import { timeOfStep, type Step } from '#lib/domain/law/step-clocks'
import { beijingDay, type Instant } from '#lib/domain/time'
import { formatInstant, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { CaseStatus } from '#lib/views/case-status'

type Planned = Pick<CaseStatus, 'report'>

/** `isEstimated`: reckoned by weekends alone, since the holidays of a year are not entered. */
type Until = Readonly<{ at: Instant; isEstimated: boolean }>
export function dueText({ at, isEstimated }: Until, lang: Lang, t: Messages): string {
  const text = formatInstant(at, lang)
  return isEstimated ? t.clock.estimated(text) : text
}

/** A step of the whole report: by all bodies that it is planned for. */
export const timeOf = (step: Step, { report }: Planned, from: Instant): TimeId | '' =>
  timeOfStep(step, report?.tracks.map(({ to }) => to.kind) ?? [], beijingDay(from))
/** Does no text set these times, because all of it goes where Order 310 sets none? */
export const isOwnTime = (state: Planned, from: Instant): boolean => isInternal(timeOf('decide', state, from))

/** Until when the head decides, and until when it is sent once approved, if that begins at `from`. */
export const decideBy = (state: Planned, from: Instant): Until => by('decide', state, from)
export const sendBy = (state: Planned, from: Instant): Until => by('send', state, from)
function by(step: Step, state: Planned, from: Instant): Until {
  const due = runClock(timeOf(step, state, from), from)
  return due ? { at: judgedAt(due, 'bureau'), isEstimated: due.calendarUnknown } : { at: from, isEstimated: false }
}
