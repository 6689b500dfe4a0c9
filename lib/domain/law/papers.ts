/** The papers that the portal draws up, each by its number in the handbook (docs/handbook.md §7.2), and the texts by which they speak. What they say: lib/views/papers. */
import type { UnitKind } from '../result.ts'
import type { Citation } from './citation.ts'

export const PAPER_NOS = { letter: 'W07', 'clue-letter': 'W08', receipt: 'W09', 'file-list': 'W10' } as const
export type PaperId = keyof typeof PAPER_NOS
export type LetterId = Extract<PaperId, 'letter' | 'clue-letter'>
export const letterTo = (kind: UnitKind): LetterId => (kind === 'commission' ? 'clue-letter' : 'letter')

/** By which texts a crime is transferred. To a commission it is the routing rule's own citation. */
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
