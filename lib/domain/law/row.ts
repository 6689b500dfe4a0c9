/** What every row of law has: how well we know it, in two languages, from when to when (docs/handbook.md §0.1). */
import type { Day } from '../time.ts'

/** V checked against the text, S second hand, U unverified: shown as 未核验 and never blocks (docs/decisions.md D8), D our own design. */
export type Tag = 'V' | 'S' | 'U' | 'D'
export type Words = Readonly<{ zh: string; en: string }>
/** First and last day in force. `from: null`: the day was not seen; `to: null`: still in force. */
export type InForce = Readonly<{ from: Day | null; to: Day | null }>

export const isInForce = ({ from, to }: InForce, day: Day): boolean => (from === null || from <= day) && (to === null || day <= to)
