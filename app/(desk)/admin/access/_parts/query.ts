/** The log's address: read once, and written again for each filter, link and page. */
import { parseDay, type DayFault } from '#lib/domain/names'
import type { Day } from '#lib/domain/result'
import { AccessQuery } from '#lib/schemas/work'

export const PATH = '/admin/access'
export type Wanted = AccessQuery &
  Readonly<{ days: Readonly<{ from?: Day; to?: Day }>; faults: Readonly<{ from?: DayFault; to?: DayFault }> }>

export function wantedOf(query: Readonly<Record<string, string | string[] | undefined>>): Wanted {
  const asked = AccessQuery.parse({ person: '', object: '', kind: null, result: null, from: '', to: '', size: '20', after: null, ...query })
  const [from, to] = [readDay(asked.from), readDay(asked.to)]
  return {
    ...asked,
    days: { ...(from.day && { from: from.day }), ...(to.day && { to: to.day }) },
    faults: { ...(from.fault && { from: from.fault }), ...(to.fault && { to: to.fault }) },
  }
}
/** A day that cannot be read filters nothing. */
function readDay(typed: string): Readonly<{ day?: Day; fault?: DayFault }> {
  const parsed = typed === '' ? null : parseDay(typed)
  return !parsed ? {} : parsed.ok ? { day: parsed.day } : { fault: parsed.code }
}

/** The same list with something changed; the place in it is kept only where `after` is given. */
export function hrefOf(wanted: Wanted, changes: Partial<AccessQuery> = {}): string {
  const { person, object, kind, result, from, to, size, after }: AccessQuery = { ...wanted, after: null, ...changes }
  const pairs = {
    person,
    object,
    kind,
    result,
    from,
    to,
    size: size === 20 ? '' : String(size),
    after: after === null ? '' : String(after),
  }
  const given = Object.entries(pairs).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `${PATH}?${new URLSearchParams(given)}` : PATH
}
export const isFiltered = ({ person, object, kind, result, from, to }: Wanted): boolean =>
  [person, object, kind, result, from, to].some(Boolean)
