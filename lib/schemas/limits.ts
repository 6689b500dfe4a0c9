/**
 * How much one form may bring, and a draft keep (found J9: 5,000 rows made a page of 38 MB). Sizes in bytes of UTF-8. It binds what
 * comes in; what is stored already is read, printed and sent as it is.
 */
import type { Fields } from './groups.ts'

export const MOST_ROWS = 300
export const LONGEST_TEXT = 64 * 1024
const LARGEST_FORM = 256 * 1024

export const isTooLong = (text: string): boolean => Buffer.byteLength(text) > LONGEST_TEXT

export function isTooLarge(fields: Fields): boolean {
  const parts = [...partsOf(fields).values()]
  return parts.some((part) => !mayStand(part)) || sizeOf(parts.flat()) > LARGEST_FORM
}

/**
 * What of `fields` is kept where they are too large, part by part (a field, or all rows of a group): as it is where it fits, else as it
 * was kept `before`, else its beginning. Never a row of one beside a row of the other: a sum of both would be nobody's.
 */
export function fitting(fields: Fields, before: Fields): Fields {
  const parts = partsOf(fields)
  const was = partsOf(isTooLarge(before) ? {} : before)
  let room = LARGEST_FORM - sizeOf([...parts.keys()].flatMap((name) => was.get(name) ?? []))
  const kept = [...parts].flatMap(([name, part]) => {
    const old = was.get(name) ?? []
    const most = room + sizeOf(old)
    const chosen = mayStand(part) && sizeOf(part) <= most ? part : old.length > 0 ? old : beginningOf(part, most)
    room = most - sizeOf(chosen)
    return chosen
  })
  return Object.fromEntries(kept)
}

type Part = readonly (readonly [name: string, value: Fields[string]])[]

/** `line.3.fund` belongs to the rows of `line`; any other field stands alone. */
const ROW = /^([A-Za-z]+)\.(\d+)\./
const partsOf = (fields: Fields): Map<string, Part> => Map.groupBy(Object.entries(fields), ([name]) => ROW.exec(name)?.[1] ?? `=${name}`)
const rowsOf = (part: Part): Part[] => [...Map.groupBy(part, ([name]) => ROW.exec(name)?.[2]).values()]
const mayStand = (part: Part): boolean => rowsOf(part).length <= MOST_ROWS && !part.flatMap(([, value]) => value).some(isTooLong)
const sizeOf = (part: Part): number => part.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + lengthOf(value), 0)
const lengthOf = (value: Fields[string]): number =>
  (typeof value === 'string' ? [value] : value).reduce((sum, one) => sum + Buffer.byteLength(one), 0)

/** The first rows of a group, or the beginning of a text. */
function beginningOf(part: Part, most: number): Part {
  const kept: Part[] = []
  let room = most
  for (const row of rowsOf(part).slice(0, MOST_ROWS).map(shortened)) {
    room -= sizeOf(row)
    if (room < 0 || !mayStand(row)) break
    kept.push(row)
  }
  return kept.flat()
}
const shortened = (part: Part): Part =>
  part.map(([name, value]) => [name, typeof value === 'string' && !ROW.test(name) ? cut(value) : value])
/** No character is cut in two. */
const cut = (text: string): string =>
  isTooLong(text) ? new TextDecoder().decode(Buffer.from(text).subarray(0, LONGEST_TEXT), { stream: true }) : text
