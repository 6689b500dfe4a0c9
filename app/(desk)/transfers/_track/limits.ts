/** What binds a body when it asks or passes on: the clocks of its kind; where no text gives a number, none. */
import { runClock } from '#lib/domain/clocks/run-clock'
import type { ClockId } from '#lib/domain/law/clocks'
import { supplementTime, type TimeId, timeOn } from '#lib/domain/law/soft-times'
import type { UnitKind } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { isReceived } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { TransferPageData } from './open.ts'

type Deed = 'ask' | 'pass-on'
const CLOCK: Readonly<Record<Deed, Readonly<Partial<Record<UnitKind, ClockId>>>>> = {
  ask: { police: 'CL14' },
  'pass-on': { police: 'CL13', commission: 'CL32' },
}

/** 24 小时, 5 个工作日; null where it is only 及时. */
export const limitOf = ({ me, t, track }: TransferPageData, deed: Deed): string | null => lengthOf(CLOCK[deed][track.to.kind], me.today, t)
/** Until when, from the receipt on, as others are judged (D16). */
export function dueOf({ me, track }: TransferPageData, deed: Deed): string | null {
  const clock = CLOCK[deed][track.to.kind]
  const due = clock && isReceived(track) ? runClock(clock, track.receipt.at) : null
  return due && formatInstant(due.dueAt, me.lang)
}
/** How long the sender has to supply what is missing; null where no text says. */
export const supplyLimit = ({ me, t, track }: TransferPageData): string | null =>
  lengthOf(supplementTime(track.to.kind) || undefined, beijingDay(me.now), t)

function lengthOf(clock: TimeId | undefined, day: string, t: Messages): string | null {
  const row = clock && timeOn(clock, day)
  return row && row.length !== null ? t.chow[row.unit](row.length) : null
}
