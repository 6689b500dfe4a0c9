import type { Reader } from '#lib/ports/case-store'

/** A reader for one page: the office is read once, however many of its parts ask for names and units. Not for a deed, which reads what is there now. */
export function officeOnce(read: Reader): Reader {
  const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
    let asked: Promise<T> | null = null
    return () => (asked ??= ask())
  }
  return {
    ...read,
    listUnits: once(read.listUnits),
    listUnitNames: once(read.listUnitNames),
    listPersons: once(read.listPersons),
    listDirectory: once(read.listDirectory),
  }
}
