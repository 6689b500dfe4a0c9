/** 专案组: how many officers handle a case at least (Order 310 art. 5¶1; XCF art. 42). */
import type { Citation } from './citation.ts'
import type { Tag } from './row.ts'

export const TEAM: Readonly<{ atLeast: number; citations: readonly Citation[]; tag: Tag }> = {
  atLeast: 2,
  citations: [
    { source: 'R310-2001', article: '5¶1' },
    { source: 'R310-2020', article: '5¶1' },
    { source: 'XCF', article: '42' },
  ],
  tag: 'V',
}

export const isTeam = (personIds: readonly string[]): boolean => new Set(personIds).size >= TEAM.atLeast
