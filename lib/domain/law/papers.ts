/** The papers that the portal draws up, each by its number in the handbook (docs/handbook.md §7.2), and the texts by which they speak. What they say: lib/views/papers. */
import type { UnitKind } from '../result.ts'
import type { Day } from '../time.ts'
import type { Citation } from './citation.ts'
import { LAST_OF_P } from './step-clocks.ts'

export const PAPER_NOS = {
  report: 'W04',
  letter: 'W07',
  'clue-letter': 'W08',
  'duty-letter': 'W07',
  'duty-clue-letter': 'W07',
  receipt: 'W09',
  'file-list': 'W10',
  reconsideration: 'W17',
  supervision: 'W19',
  'hand-over': 'W21',
} as const
export type PaperId = keyof typeof PAPER_NOS
export type RequestId = Extract<PaperId, 'reconsideration' | 'supervision'>
/** Letters of the sender after the decision (procedure/stages.ts). */
export type StagePaperId = Extract<PaperId, 'reconsideration' | 'supervision' | 'hand-over'>
export type LetterId = Extract<PaperId, 'letter' | 'clue-letter' | 'duty-letter' | 'duty-clue-letter'>

/** By which letter a body is written to; `until`: the last day of the form. The first row that fits is the one. */
type LetterRow = Readonly<{ letter: LetterId; until?: Day }>
const CRIME: readonly LetterRow[] = [{ letter: 'letter' }]
/** Of 2001, art. 18, an official's case went to the procuratorate by analogy; since then, by art. 19 of 2020, what goes there is a clue (docs/handbook.md §0.3, §3.1). */
const LETTERS: Readonly<Record<UnitKind, readonly LetterRow[]>> = {
  police: CRIME,
  commission: [{ letter: 'clue-letter' }],
  procuratorate: [{ letter: 'duty-letter', until: LAST_OF_P }, { letter: 'duty-clue-letter' }],
  bureau: CRIME,
  agency: CRIME,
  medical: CRIME,
  court: CRIME,
  justice: CRIME,
  platform: CRIME,
}
/** `day`: of sending. */
export const letterTo = (kind: UnitKind, day: Day): LetterId =>
  LETTERS[kind].find(({ until }) => until === undefined || day <= until)?.letter ?? 'letter'

/** By which texts a crime is transferred to the police. To the others it is the text that allows the body (suggest-route.ts). */
export const OF_CRIMES: readonly Citation[] = [
  { source: 'R310-2001', article: '3' },
  { source: 'R310-2020', article: '3' },
  { source: 'XCF', article: '27' },
]
/** What the sender promises and asks for: hand-over within 3 days of the filing notice, a written answer, the file back (arts 12 and 8). */
export const PROMISED: readonly Citation[] = [
  { source: 'R310-2001', article: '12' },
  { source: 'R310-2020', article: '12' },
]
export const ASKED: readonly Citation[] = [
  { source: 'R310-2001', article: '8' },
  { source: 'R310-2020', article: '8' },
]
/** Of a case sent to it a procuratorate told in writing whether it filed; since 2021 no text says so, and it is asked for. */
export const ANSWERED_BY_PROCURATORATE: readonly Citation[] = [
  { source: 'HJ2001', article: '5' },
  { source: 'HJ2001', article: '6' },
]
