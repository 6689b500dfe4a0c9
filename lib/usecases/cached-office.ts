import type { Reader } from '#lib/ports/case-store'

/** A reader for one page: the office is read once, however many of its parts ask for names and units. Not for a deed, which reads what is there now. */
export function cachedOffice(read: Reader): Reader {
  const cached = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
    let asked: Promise<T> | null = null
    return () => (asked ??= ask())
  }
  return {
    ...read,
    listUnits: cached(read.listUnits),
    listUnitNames: cached(read.listUnitNames),
    listPersons: cached(read.listPersons),
    listDirectory: cached(read.listDirectory),
  }
}
