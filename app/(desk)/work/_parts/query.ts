/** The worklist's address: read once, and written again for each link, filter and page. */
import type { Actor, Post } from '#lib/domain/result'
import { parseYuan } from '#lib/domain/money'
import type { FieldCode } from '#lib/schemas/codes'
import { WorkQuery } from '#lib/schemas/work'
import { DUTIES, DUTY_CODES, type DutyCode } from '#lib/domain/procedure/duty'

export type Query = Readonly<Record<string, string | string[] | undefined>>
/** What the address says, and what of it is a filter. `minFault`: the amount could not be read, and filters nothing. */
export type Wanted = WorkQuery & Readonly<{ minFen: number | null; minFault: FieldCode | null }>

export function wantedOf(query: Query, actor: Actor): Wanted {
  const asked = WorkQuery.parse({
    tab: homeTab(actor),
    heat: null,
    code: '',
    fund: '',
    text: '',
    min: '',
    size: '20',
    after: null,
    afterTrack: null,
    ...query,
  })
  const min = asked.min === '' ? null : parseYuan(asked.min)
  return { ...asked, minFen: min?.ok ? min.fen : null, minFault: min && !min.ok ? min.code : null }
}

/** Who owes nothing by any post (liaison, overseer) begins with what others owe. */
const homeTab = ({ seats }: Actor): WorkQuery['tab'] => (seats.some(({ post }) => OWING.has(post)) ? 'mine' : 'waiting')
const OWING: ReadonlySet<Post> = new Set(DUTY_CODES.map((code) => DUTIES[code].post))

type Changes = Readonly<Partial<Record<keyof WorkQuery, string | number | null>>>
/** The same list with something changed; the place in it is kept only where `after` is given. */
export function addressOf(wanted: WorkQuery, changes: Changes = {}): string {
  const { tab, heat, code, fund, text, min, size } = wanted
  const all: Changes = { tab, heat, code, fund, text, min, size: size === 20 ? null : size, ...changes }
  const pairs = Object.entries(all).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]]))
  return `/work?${new URLSearchParams(pairs)}`
}
export const placeText = ({ key, id }: Readonly<{ key: string; id: string }>): string => `${key}~${id}`

/** What somebody with these posts can owe; of others, anything. */
export function codesOf(side: 'mine' | 'waiting', { seats }: Actor): readonly DutyCode[] {
  if (side === 'waiting') return DUTY_CODES
  return DUTY_CODES.filter((code) => {
    const { post, by } = DUTIES[code]
    return seats.some((seat) => seat.post === post && (seat.unitKind === 'bureau') === (by === 'bureau'))
  })
}
