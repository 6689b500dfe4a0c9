/**
 * Times with which nobody is late. Internal ones, 内部时限: what the house asks where no text sets a time for the body that a track goes
 * to (docs/handbook.md §3.1 J, §3.3 CL12). And rights: they end, and then there is nothing more to be done.
 */
import type { Day } from '../time.ts'
import { clockRowOn, type ClockId, type ClockRow } from './clocks.ts'

const internal = <const Id extends string>(
  row: Pick<ClockRow, 'owes' | 'unit' | 'length' | 'starts' | 'duty'> & Readonly<{ id: Id }>,
): ClockRow & Readonly<{ id: Id }> => ({
  counting: 'none',
  force: 'must',
  pausable: false,
  rollsInCustody: true,
  extensions: [],
  citations: [],
  tag: 'D',
  dateTag: 'D',
  from: null,
  to: null,
  targetOnly: true,
  ...row,
})

export const INTERNAL_TIMES = [
  internal({
    id: 'IN09',
    owes: ['bureau'],
    unit: 'day',
    length: 3,
    starts: { zh: '收到移送报告', en: 'The transfer report is received' },
    duty: { zh: '决定批准或者不批准移送', en: 'Approve the transfer or not' },
  }),
  internal({
    id: 'IN10',
    owes: ['bureau'],
    unit: 'hour',
    length: 24,
    starts: { zh: '批准移送', en: 'The transfer is approved' },
    duty: { zh: '移送', en: 'Transfer' },
  }),
  internal({
    id: 'IN12',
    owes: ['procuratorate', 'commission'],
    unit: 'day',
    length: null,
    starts: { zh: '移送材料送达', en: 'The package is delivered' },
    duty: { zh: '在回执上签字', en: 'Sign the receipt' },
  }),
] as const satisfies readonly ClockRow[]
type InternalId = (typeof INTERNAL_TIMES)[number]['id']
/** What a duty may run under. */
export type TimeId = ClockId | InternalId
export const isInternal = (id: string): boolean => INTERNAL_TIMES.some((row) => row.id === id)

/** A decision not signed for after this alarms the liaison and the superior (docs/handbook.md §3.4 rule 8). */
export const SILENCE_HOURS = 24

/** To ask for reconsideration, and to propose supervision after it (Order 310 art. 9). */
export const RIGHTS: readonly string[] = ['CL17', 'CL19'] satisfies readonly ClockId[]
export const isRight = (id: string): boolean => RIGHTS.includes(id)

/** Null where no row of that id is in force on the day. */
export const timeOn = (id: TimeId | '', day: Day): ClockRow | null => {
  if (id === '') return null
  return INTERNAL_TIMES.find((row) => row.id === id) ?? clockRowOn(id as ClockId, day) // safe: not one of ours, so a clock's
}
