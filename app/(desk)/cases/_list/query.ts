/** The list's address: read once, and written again for each link, filter and page. */
import { CASE_PHASES } from '#lib/domain/procedure/case-phases'
import type { CasePhase } from '#lib/domain/case/state'
import { FUNDS } from '#lib/domain/law/funds'
import { parseYuan, type MoneyFault } from '#lib/domain/money'
import type { Instant } from '#lib/domain/result'
import { type DutyColour, DUTY_COLOURS, rangeOf } from '#lib/views/clock-colour'
import { ENDED, SHOWN_STATES, type ShownState } from '#lib/views/shown-states'
import { one, type Query } from '#app/(desk)/_parts/props'

/** Not by number: as text 10号 comes before 2号. The day of registration is the order of the numbers. */
export const SORTS = ['amountFen', 'registeredAt', 'lastAt'] as const
export type Sort = (typeof SORTS)[number]
export const SIZES = [20, 50, 100] as const
type Size = (typeof SIZES)[number]

export type Wanted = Readonly<{
  text: string
  phase: CasePhase | '' // of addresses from before states could be asked for
  state: ShownState | ''
  heat: DutyColour | ''
  fund: string
  min: string
  minFen: number | null
  minFault: MoneyFault | null // an amount that could not be read filters nothing
  sort: Sort
  descending: boolean
  size: Size
  after: Readonly<{ key: string; id: string }> | null
}>

export function wantedOf(query: Query): Wanted {
  const phase = one(query, 'phase')
  const fund = one(query, 'fund')
  const min = one(query, 'min').trim().slice(0, 30)
  const parsed = min === '' ? null : parseYuan(min)
  const [id, key] = [one(query, 'after'), one(query, 'key')]
  return {
    text: one(query, 'text').trim().slice(0, 100),
    phase: CASE_PHASES.find((known) => known === phase) ?? '',
    state: phase === ENDED ? ENDED : (SHOWN_STATES.find((known) => known === one(query, 'state')) ?? ''),
    heat: DUTY_COLOURS.find((known) => known === one(query, 'heat')) ?? '',
    fund: FUNDS.some((known) => known.id === fund) ? fund : '',
    min,
    minFen: parsed?.ok ? parsed.fen : null,
    minFault: parsed && !parsed.ok ? parsed.code : null,
    sort: SORTS.find((known) => known === one(query, 'sort')) ?? 'lastAt',
    descending: one(query, 'dir') !== 'up',
    size: SIZES.find((known) => String(known) === one(query, 'size')) ?? 20,
    after: /^[A-Za-z0-9-]{1,64}$/.test(id) && key !== '' ? { id, key: key.slice(0, 60) } : null,
  }
}

type Changes = Partial<Pick<Wanted, 'text' | 'phase' | 'state' | 'heat' | 'fund' | 'min' | 'sort' | 'descending' | 'size' | 'after'>>
/** The same list with something changed; the place in it is kept only where `after` is given. */
export function hrefOf(wanted: Wanted, changes: Changes = {}): string {
  const { text, phase, state, heat, fund, min, sort, descending, size, after } = { ...wanted, after: null, ...changes }
  const pairs = [
    ['text', text],
    ['phase', phase],
    ['state', state],
    ['heat', heat],
    ['fund', fund],
    ['min', min],
    ['sort', sort === 'lastAt' ? '' : sort],
    ['dir', descending ? '' : 'up'],
    ['size', size === 20 ? '' : String(size)],
    ['key', after?.key ?? ''],
    ['after', after?.id ?? ''],
  ].filter(([, value]) => value !== '') as [string, string][] // safe: pairs of texts
  return pairs.length > 0 ? `/cases?${new URLSearchParams(pairs)}` : '/cases'
}

export const isFiltered = ({ text, phase, state, heat, fund, minFen }: Wanted): boolean =>
  [text, phase, state, heat, fund].some((value) => value !== '') || minFen !== null
export const filterOf = ({ text, phase, state, heat, fund, minFen }: Wanted, now: Instant) => ({
  ...(text && { text }),
  ...(fund && { fund }),
  ...(minFen !== null && { minFen }),
  ...(phase && { phases: [phase] }),
  ...(state && { state }),
  ...(heat && { heat: rangeOf(heat, now) }),
})
