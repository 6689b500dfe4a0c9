import { Counts } from '#app/_ui/counts'
import type { Messages } from '#lib/i18n/messages'
import { formatAtMost } from '#lib/i18n/numbers'
import { COUNT_CAP, type ColourCounts as Numbers } from '#lib/usecases/worklist'
import { DUTY_COLOURS, type DutyColour } from '#lib/views/clock-colour'
import { addressOf, type Wanted } from './query.ts'

/** How many are late, near, on track, without a time: each leads to exactly those, with the filters that stand. Pressed again it leads back. */
export function ColourCounts({ counts, wanted, t }: { counts: Numbers; wanted: Wanted; t: Messages }) {
  const items = DUTY_COLOURS.map((heat) => ({
    key: heat,
    state: heat === 'none' ? ('hold' as const) : heat,
    label: colourWord(heat, t),
    n: formatAtMost(counts[heat], COUNT_CAP),
    href: addressOf(wanted, { heat: wanted.heat === heat ? null : heat }),
    current: wanted.heat === heat,
  }))
  return <Counts label={t.clock.filter} items={items} />
}

export const colourWord = (heat: DutyColour, t: Messages): string => t.clock[heat]
