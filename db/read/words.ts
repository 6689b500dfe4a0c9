/**
 * A list that is to hold words. Few that do are found by their index, and the list is made of them; where many do, the list is walked in its
 * own order and each row's words are looked at, since the page is soon full. Only what can be in the reader's lists is looked through.
 */
import type { AnyColumn, SQL } from 'drizzle-orm'
import { type CaseScope, readingScope, type TrackScope } from '#lib/domain/policy/scope'
import { type Sought, soughtIn } from '#lib/domain/words'
import type { ShownState } from '#lib/views/shown-states'
import { placeWord, stateWord } from '#lib/views/words'
import { hot, together } from '../database.ts'
import { and, eq, exists, or, sql } from '../orm.ts'
import { caseIn, ONE } from '../scope.ts'
import type { Readable, WordIndex } from '../words.ts'

/** More than so many are walked to, and not sorted. */
const FEW = 3_000
/** Of what is counted as far as a thousand, so many are looked at before all are. */
const SAMPLE = 3_000
/** `values`: what stands in a question's places. `shape`: what makes another question. Null: nothing can hold what was typed. */
export type Found = Readonly<{
  values: Record<string, string>
  hasFew: boolean
  indexes: readonly WordIndex[]
  pieces: number
  shape: unknown
}>
/** Whose words: cases and letters may be asked for in one question. */
type Of = 'case' | 'track'

export type Finder = Readonly<{
  /** What its row shows may be sought together with words, or alone. */
  inCases: (text: string, scope: CaseScope, state?: ShownState) => Promise<Found | null>
  inTracks: (text: string, scope: TrackScope) => Promise<Found | null>
}>
export function finder({ db, words }: Readable): Finder {
  const asked = (index: WordIndex) =>
    hot<{ ref: string }>(db.select({ ref: sql<string>`ref` }).from(sql`(${words.refs(index, QUERY)} limit ${FEW + 1}) as found`))
  const [open, named] = [asked('open'), asked('named')]
  const batched = together<{ ref: string }[]>()
  const refsOf = async (index: WordIndex, query: string): Promise<readonly string[]> =>
    (await batched(`${index} ${query}`, () => (index === 'open' ? open : named)({ query }))).map(({ ref }) => ref)
  const find = async (of: Of, text: string, places: Partial<Record<WordIndex, readonly string[]>>, more: readonly Sought[] = []) => {
    const said = soughtIn(text)
    const indexes = (['named', 'open'] as const).filter((index) => (places[index] ?? []).length > 0)
    if ((text !== '' && said.length === 0) || indexes.length === 0) return null
    const sought = [...said, ...more]
    const queries = indexes.map((index) => words.written(sought, places[index] ?? []))
    const refs = await Promise.all(indexes.map((index, i) => refsOf(index, queries[i] ?? '')))
    const most = Math.max(...refs.map(({ length }) => length))
    if (most === 0) return null
    const hasFew = most <= FEW
    const values = indexes.map((index, i) => [`${of} ${index}`, hasFew ? JSON.stringify(refs[i]) : (queries[i] ?? '')])
    const pieces = sought.map(({ word, begins }, i) => [`${of} piece ${i}`, ` ${word}${begins ? '' : ' '}`])
    return {
      values: Object.fromEntries([...values, ...pieces]),
      hasFew,
      indexes,
      pieces: sought.length,
      shape: [indexes, hasFew || sought.length],
    }
  }
  return {
    inCases: (text, scope, state) => {
      const [all, read] = [placesOf(scope), placesOf(readingScope(scope))]
      const more = state ? [{ word: stateWord(state), begins: false }] : []
      // What is read is found by its names, its number among them.
      return find('case', text, { named: read, open: all.length > read.length ? all : [] }, more)
    },
    inTracks: (text, scope) => find('track', text, { named: placesOfTracks(scope) }),
  }
}
const QUERY = sql`${sql.placeholder('query')}`

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

/** `how`: among those that were found, among a sample from the index, or by looking at the row's own words. */
type How = 'found' | 'sample' | 'row'
function holdsIn({ db, t: { word }, words }: Readable, of: Of, { pieces }: Found, how: How, index: WordIndex, ref: AnyColumn): SQL {
  const given = sql`${sql.placeholder(`${of} ${index}`)}`
  if (how === 'found') return sql`${ref} in (${words.listed(given)})`
  if (how === 'sample') return sql`${ref} in (${words.refs(index, given)} limit ${SAMPLE})`
  const text = sql`' ' || ${word[index]} || ' '`
  const each = Array.from({ length: pieces }, (_, i) => words.hasPiece(text, sql`${sql.placeholder(`${of} piece ${i}`)}`))
  return exists(
    db
      .select(ONE)
      .from(word)
      .where(and(eq(word.ref, ref), ...each)),
  )
}
const best = ({ hasFew }: Found): How => (hasFew ? 'found' : 'row')

/** One condition for each index that is asked, on a case's row or what says the same of it: by names only where the case is read. */
export const caseHolds = (
  base: Readable,
  found: Found,
  scope: CaseScope,
  row: Parameters<typeof caseIn>[2] = base.t.caseRow,
  how = best(found),
): SQL[] =>
  found.indexes.map((index) => {
    const holds = holdsIn(base, 'case', found, how, index, row.caseId)
    return index === 'open' ? holds : sql`(${holds} and ${caseIn(base, readingScope(scope), row)})`
  })
export const anyHolds = (holds: readonly SQL[]): SQL => or(...holds) ?? sql`false`
export const trackHolds = (base: Readable, found: Found, trackId: AnyColumn, how = best(found)): SQL =>
  holdsIn(base, 'track', found, how, 'named', trackId)
