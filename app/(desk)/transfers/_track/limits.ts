/** What binds a body when it asks or passes on, and the sender after it: where no text gives a number, nothing. */
import { judgedAt, runClock } from '#lib/domain/clocks/run-clock'
import { timeOfStep, type Step } from '#lib/domain/law/step-clocks'
import { beijingDay } from '#lib/domain/time'
import { isReceived } from '#lib/domain/transfer/state'
import { lengthOn } from '#lib/i18n/lengths'
import { dueText } from '#app/(desk)/cases/_case/times'
import type { TransferPage } from './open.ts'

type Deed = Extract<Step, 'ask-supplement' | 'pass-on' | 'supplement' | 'hand-over' | 'reconsider'>

/** 24 小时, 5 个工作日; null where it is only 及时. */
export const limitOf = ({ me: { lang, today }, track }: TransferPage, deed: Deed): string | null =>
  lengthOn(timeOfStep(deed, track.to.kind, today), today, lang) || null
/** Until when, from the receipt on. */
export function dueOf({ me, t, track }: TransferPage, deed: Deed): string | null {
  const due = isReceived(track) ? runClock(timeOfStep(deed, track.to.kind, beijingDay(track.receipt.at)), track.receipt.at) : null
  return due && dueText({ at: judgedAt(due, track.to.kind), isEstimated: due.calendarUnknown }, me.lang, t)
}
