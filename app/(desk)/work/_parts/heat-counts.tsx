import { Counts } from '#app/_ui/counts'
import type { Messages } from '#lib/i18n/messages'
import { formatAtMost } from '#lib/i18n/numbers'
import { COUNT_CAP, type HeatCounts as Numbers } from '#lib/usecases/worklist'
import { HEATS, type DutyHeat } from '#lib/views/heat'
import { addressOf, type Wanted } from './query.ts'

/** How many are late, near, on track, without a time: each leads to exactly those, with the filters that stand. Pressed again it leads back. */
export function HeatCounts({ counts, wanted, t }: { counts: Numbers; wanted: Wanted; t: Messages }) {
  const items = HEATS.map((heat) => ({
    key: heat,
    state: heat === 'none' ? ('hold' as const) : heat,
    label: heatWord(heat, t),
    n: formatAtMost(counts[heat], COUNT_CAP),
    href: addressOf(wanted, { heat: wanted.heat === heat ? null : heat }),
    current: wanted.heat === heat,
  }))
  return <Counts label={t.clock.filter} items={items} />
}

export const heatWord = (heat: DutyHeat, t: Messages): string => t.clock[heat]
