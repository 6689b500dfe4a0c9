/** Document numbers, GB/T 9704-2012 7.2.5: 机关代字 + 业务代字 + 〔year〕 + serial + 号; yearly per unit and kind, gapless, never reused (docs/handbook.md §7.1, §8.4). */
import type { Day } from './time.ts'

export type NumberKind = 'case' | 'letter' | 'receipt' | 'reconsideration' | 'hand-over' | 'supervision'
export type TakenNumber = Readonly<{ unitId: string; kind: NumberKind; year: number; serial: number }>

const MARKS: Readonly<Record<NumberKind, string>> = {
  case: '案',
  letter: '移',
  receipt: '收',
  reconsideration: '复',
  'hand-over': '接',
  supervision: '督建',
}
export const formatNo = (code: string, { kind, year, serial }: TakenNumber): string => `${code}${MARKS[kind]}〔${year}〕${serial}号`
/** `formatNo` read back; null for a text of another kind. */
export function numberIn(text: string): Pick<TakenNumber, 'year' | 'serial'> | null {
  const [, year, serial] = /〔(\d{4})〕(\d+)号$/.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), serial: Number(serial) }
}
export const yearOf = (day: Day): number => Number(day.slice(0, 4))
