/** To whom the letter of a transfer is copied, by the body it goes to (docs/handbook.md §5.2). Of duty-crime clues no text says so: none. */
import type { UnitKind } from '../result.ts'
import type { Day } from '../time.ts'
import type { Citation } from './citation.ts'
import { isInForce, type InForce, type Tag } from './row.ts'

type CopyRow = InForce & Readonly<{ recipient: UnitKind; copy: UnitKind; citations: readonly Citation[]; tag: Tag; dateTag: Tag }>

const COPIES: readonly CopyRow[] = [
  {
    recipient: 'police',
    copy: 'procuratorate',
    citations: [{ source: 'YJ2006', article: '1' }],
    from: '2006-01-26',
    to: null,
    tag: 'V',
    dateTag: 'U',
  },
]

/** The kind of body of the same level; null where the letter is copied to none. */
export const copyKindOn = (recipient: UnitKind, day: Day): UnitKind | null =>
  COPIES.find((row) => row.recipient === recipient && isInForce(row, day))?.copy ?? null
