/**
 * A list that is to hold words. Few that do are found by their index, and the list is made of them; where many do, the list is walked in its
 * own order and each row asked, since the page is soon full. Only what can be in the reader's lists is looked through (lib/views/words.ts).
 */
import type { AnyColumn, Placeholder, SQL } from 'drizzle-orm'
import { type CaseScope, readingScope, type TrackScope } from '#lib/domain/policy/scope'
import { soughtIn } from '#lib/domain/words'
import { placeWord } from '#lib/views/words'
import { hot } from '../database.ts'
import { or, sql } from '../orm.ts'
import { caseIn } from '../scope.ts'
import type { Readable, WordIndex } from '../words.ts'

/** More than so many are walked to, and not sorted. */
const FEW = 5_000
/** What stands in a question's places, and how it is best asked. `null`: nothing can hold what was typed. */
export type Found = Readonly<{ values: Readonly<{ open: string; named: string }>; hasFew: boolean; indexes: readonly WordIndex[] }> | null

export type Finder = Readonly<{
  inCases: (text: string, scope: CaseScope) => Promise<Found>
  inTracks: (text: string, scope: TrackScope) => Promise<Found>
}>
export function finder({ db, words }: Readable): Finder {
  const counted = (index: WordIndex) =>
    hot(db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(sql`(${words.refs(index, PLACES[index])} limit ${FEW + 1}) as found`))
  const counts = { open: counted('open'), named: counted('named') }
  const find = async (text: string, places: Readonly<Record<WordIndex, readonly string[]>>): Promise<Found> => {
    const sought = soughtIn(text)
    const indexes = (['named', 'open'] as const).filter((index) => places[index].length > 0)
    if (sought.length === 0 || indexes.length === 0) return null
    const values = { open: words.written(sought, places.open), named: words.written(sought, places.named) }
    const found = await Promise.all(indexes.map((index) => counts[index]({ [index]: values[index] })))
    const most = Math.max(...found.map(([row]) => row?.n ?? 0))
    return most === 0 ? null : { values, hasFew: most <= FEW, indexes }
  }
  return {
    inCases: (text, scope) => {
      const [all, read] = [placesOf(scope), placesOf(readingScope(scope))]
      return find(text, { named: read, open: all.length > read.length ? all : [] }) // what is read is found by its names, its number among them
    },
    inTracks: (text, scope) => find(text, { named: placesOfTracks(scope), open: [] }),
  }
}
const PLACES = { open: sql`${sql.placeholder('open')}`, named: sql`${sql.placeholder('named')}` }

function placesOf({ handlerUnits, liaisonUnits, reviewerUnits, approverUnits, superiorOf, overseerDivisions }: CaseScope): string[] {
  const bureaus = [...new Set([handlerUnits, liaisonUnits, reviewerUnits, approverUnits].flat())]
  return [
    ...bureaus.map((id) => placeWord('bureau', id)),
    ...approverUnits.map((id) => placeWord('deciding', id)),
    ...superiorOf.map((id) => placeWord('superior', id)),
    ...overseerDivisions.map((id) => placeWord('division', id)),
  ]
}
const placesOfTracks = ({ recipientUnits, handlerUnits, formerUnits, copiedUnits }: TrackScope): string[] => [
  ...[...new Set([...recipientUnits, ...handlerUnits])].map((id) => placeWord('recipient', id)),
  ...formerUnits.map((id) => placeWord('former', id)),
  ...copiedUnits.map((id) => placeWord('copied', id)),
]

/** Does the row with this id hold them, where only some of the index is asked? */
const holdsIn = ({ words }: Readable, { hasFew }: NonNullable<Found>, index: WordIndex, ref: AnyColumn, query: SQL = PLACES[index]): SQL =>
  hasFew ? sql`${ref} in (${words.refs(index, query)})` : words.holds(index, ref, query)

/** One condition for each index that is asked, on a case's row or what says the same of it: by names only where the case is read. */
export const caseHolds = (base: Readable, found: NonNullable<Found>, scope: CaseScope, row?: Parameters<typeof caseIn>[2]): SQL[] =>
  found.indexes.map((index) => {
    const holds = holdsIn(base, found, index, (row ?? base.t.caseRow).caseId)
    return index === 'open' ? holds : sql`(${holds} and ${caseIn(base, readingScope(scope), row)})`
  })
export const anyHolds = (holds: readonly SQL[]): SQL => or(...holds) ?? sql`false`
/** `query`: where the words of letters stand in a place of their own, beside those of cases. */
export const trackHolds = (base: Readable, found: NonNullable<Found>, trackId: AnyColumn, query?: Placeholder): SQL =>
  holdsIn(base, found, 'named', trackId, query && sql`${query}`)
