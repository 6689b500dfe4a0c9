/** What of a filed case has been handed over to the body and what is left (Order 310 art. 12, docs/handbook.md §3.5 T29): by the items of the letter. */
import type { Item } from '../case/events.ts'
import type { Proceeding, Reported, SentTrack } from './state.ts'
import { isOpened, sentFiles, type Opened } from './state.ts'
import type { Thing } from './events.ts'

/** As much of a track as says it; to a copied body it says nothing. */
export type HandedTrack = Readonly<{ snapshot?: SentTrack['snapshot']; proceedings?: readonly Proceeding[]; reports?: readonly Reported[] }>

/** `taken`: both signed; `offered`: that, or the body has not answered yet. What it did not take is as if it had not been offered. */
function handOvers({ proceedings = [] }: HandedTrack, how: 'taken' | 'offered'): readonly Opened[] {
  const all = proceedings.filter(isOpened).filter(({ kind }) => kind === 'hand-over')
  return all.filter(({ answer }) => (answer ? answer.outcome === 'taken' : how === 'offered'))
}

type Numbered = Readonly<{ ref: string; item: Item }>
const keyOf = ({ is, ref }: Pick<Thing, 'is' | 'ref'>): string => `${is} ${ref}`
/** What hand-overs speak of, items and files alike. */
const spokenOf = (track: HandedTrack, how: 'taken' | 'offered'): ReadonlySet<string> =>
  new Set(handOvers(track, how).flatMap(({ things }) => things.map(keyOf)))
/** Items of the letter that no hand-over speaks of, each by its place in the letter's list. */
export function itemsLeft(track: HandedTrack, how: 'taken' | 'offered'): readonly Numbered[] {
  const spoken = spokenOf(track, how)
  const all = (track.snapshot?.items ?? []).map((item, i) => ({ ref: String(i), item }))
  return all.filter(({ ref }) => !spoken.has(keyOf({ is: 'item', ref })))
}
/** The first that was handed over before, or is named twice. */
export function repeated(track: HandedTrack, things: readonly Thing[]): Thing | null {
  const spoken = new Set(spokenOf(track, 'offered'))
  return things.find((thing) => spoken.has(keyOf(thing)) || spoken.add(keyOf(thing)).size === 0) ?? null
}

/** Every item is spoken of; where the letter lists none, something was handed over, or it was said that there is nothing. */
export function isHandedOver(track: HandedTrack, how: 'taken' | 'offered'): boolean {
  if (itemsLeft(track, how).length > 0) return false
  return (track.snapshot?.items ?? []).length > 0 || handOvers(track, how).length > 0 || isDeclared(track)
}
const isDeclared = ({ reports = [] }: HandedTrack): boolean => reports.some(({ stage }) => stage === 'T48')

/** What the form chose, with its names from the letter and the files that were sent; null for what is not of them. */
export function thingOf(
  { snapshot, supplements }: Pick<SentTrack, 'snapshot' | 'supplements'>,
  { is, ref, keptAt }: Pick<Thing, 'is' | 'ref' | 'keptAt'>,
): Thing | null {
  if (is === 'file') {
    const file = sentFiles({ snapshot, supplements }).find(({ itemId }) => itemId === ref)
    return file ? { is, ref, keptAt, name: file.name, quantity: '' } : null
  }
  const item = /^\d{1,4}$/.test(ref) ? snapshot.items[Number(ref)] : undefined
  return item ? { is, ref: String(Number(ref)), keptAt, name: item.name, quantity: `${item.quantity} ${item.unit}`.trim() } : null
}
