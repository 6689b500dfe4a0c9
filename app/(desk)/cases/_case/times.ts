/** What is asked of the bureau with this report, by law or by the house, from a moment on. */
import type { OpenCase } from '#lib/domain/case/state'
import { runClock } from '#lib/domain/clocks/run-clock'
import { decideTime, isInternal, type TimeId } from '#lib/domain/law/soft-times'
import { beijingDay, type Instant } from '#lib/domain/time'

export const decideTimeOf = ({ report }: Pick<OpenCase, 'report'>, from: Instant): TimeId =>
  decideTime(report?.tracks.map(({ to }) => to.kind) ?? [], beijingDay(from))
/** Does no text set these times, because all of it goes where Order 310 sets none? */
export const isOwnTime = (state: Pick<OpenCase, 'report'>, from: Instant): boolean => isInternal(decideTimeOf(state, from))

/** Until when the head decides, and until when it is sent once approved, if that begins at `from`. */
export const decideBy = (state: Pick<OpenCase, 'report'>, from: Instant): Instant =>
  runClock(decideTimeOf(state, from), from)?.dueStrictAt ?? from
export const sendBy = (state: Pick<OpenCase, 'report'>, from: Instant): Instant =>
  runClock(isOwnTime(state, from) ? 'IN10' : 'CL10', from)?.dueStrictAt ?? from
