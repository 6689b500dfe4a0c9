/** What is asked of the bureau with this report, by law or by the house, from a moment on. */
import { judgedAt, runClock } from '#lib/domain/clocks/run-clock'
import { isInternal, type TimeId } from '#lib/domain/law/soft-times'
import { timeOfStep, type Step } from '#lib/domain/law/step-clocks'
import { beijingDay, type Instant } from '#lib/domain/time'
import type { CaseStatus } from '#lib/views/case-status'

type Planned = Pick<CaseStatus, 'report'>

/** A step of the whole report: by all bodies that it is planned for. */
export const timeOf = (step: Step, { report }: Planned, from: Instant): TimeId | '' =>
  timeOfStep(step, report?.tracks.map(({ to }) => to.kind) ?? [], beijingDay(from))
/** Does no text set these times, because all of it goes where Order 310 sets none? */
export const isOwnTime = (state: Planned, from: Instant): boolean => isInternal(timeOf('decide', state, from))

/** Until when the head decides, and until when it is sent once approved, if that begins at `from`. */
export const decideBy = (state: Planned, from: Instant): Instant => by('decide', state, from)
export const sendBy = (state: Planned, from: Instant): Instant => by('send', state, from)
function by(step: Step, state: Planned, from: Instant): Instant {
  const due = runClock(timeOf(step, state, from), from)
  return due ? judgedAt(due, 'bureau') : from
}
