/** By which texts a letter says that it transfers (domain.md §7.2 W07, W08). To a commission it is the routing rule's own citation. */
import type { UnitKind } from '../result.ts'
import type { Citation } from './citation.ts'

const OF_CRIMES: readonly Citation[] = [
  { source: 'R310-2001', article: '3' },
  { source: 'R310-2020', article: '3' },
  { source: 'XCF', article: '27' },
]
export const letterCitations = (to: UnitKind): readonly Citation[] => (to === 'commission' ? [] : OF_CRIMES)

/** What the sender promises and asks for: hand-over within 3 days of the filing notice, a written answer, the file back (arts 12 and 8). */
export const PROMISED: readonly Citation[] = [
  { source: 'R310-2001', article: '12' },
  { source: 'R310-2020', article: '12' },
]
export const ASKED: readonly Citation[] = [
  { source: 'R310-2001', article: '8' },
  { source: 'R310-2020', article: '8' },
]
