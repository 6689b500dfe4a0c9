/** What binds a body when it asks or passes on, and the sender after it: where no text gives a number, nothing. */
import { runClock } from '#lib/domain/clocks/run-clock'
import { timeOn } from '#lib/domain/law/soft-times'
import { timeOfStep, type Step } from '#lib/domain/law/step-clocks'
import { beijingDay } from '#lib/domain/time'
import { isReceived } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import type { TransferPageData } from './open.ts'

type Deed = Extract<Step, 'ask-supplement' | 'pass-on' | 'supplement'>

/** 24 小时, 5 个工作日; null where it is only 及时. */
export function limitOf({ me: { today }, t, track }: TransferPageData, deed: Deed): string | null {
  const row = timeOn(timeOfStep(deed, track.to.kind, today), today)
  return row && row.length !== null ? t.chow[row.unit](row.length) : null
}
/** Until when, from the receipt on, as others are judged (D16). */
export function dueOf({ me, track }: TransferPageData, deed: Deed): string | null {
  const due = isReceived(track) ? runClock(timeOfStep(deed, track.to.kind, beijingDay(track.receipt.at)), track.receipt.at) : null
  return due && formatInstant(due.dueAt, me.lang)
}
