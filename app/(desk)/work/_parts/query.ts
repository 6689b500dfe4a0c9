/** The worklist's address: read once, and written again for each link, filter and page. */
import type { Actor, Post } from '#lib/domain/result'
import { parseYuan } from '#lib/domain/money'
import type { FieldCode } from '#lib/schemas/codes'
import { WorkQuery } from '#lib/schemas/work'
import type { DutyCode } from '#lib/views/rows'

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
const homeTab = ({ seats }: Actor): WorkQuery['tab'] => (seats.some(({ post }) => OWING.includes(post)) ? 'mine' : 'waiting')
const OWING: readonly Post[] = ['handler', 'approver', 'reviewer', 'intake']

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
  if (side === 'waiting') return CODES
  const codes = new Set(seats.flatMap(({ post, unitKind }) => OWED_BY[post]?.[unitKind === 'bureau' ? 'bureau' : 'body'] ?? []))
  return CODES.filter((code) => codes.has(code))
}
const OWED_BY: Readonly<Partial<Record<Post, Readonly<{ bureau: readonly DutyCode[]; body: readonly DutyCode[] }>>>> = {
  handler: {
    bureau: ['submit-report', 'confirm-report', 'send', 'supplement', 'sign-for-decision', 'hand-over', 'reconsider'],
    body: ['open-examination'],
  },
  reviewer: { bureau: ['give-opinion'], body: [] },
  approver: { bureau: ['decide'], body: ['examine'] },
  intake: { bureau: [], body: ['sign-receipt'] },
}
const CODES: readonly DutyCode[] = [
  'submit-report',
  'confirm-report',
  'give-opinion',
  'decide',
  'send',
  'sign-receipt',
  'open-examination',
  'examine',
  'supplement',
  'sign-for-decision',
  'hand-over',
  'reconsider',
]
