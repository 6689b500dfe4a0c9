import { Pager } from '#app/_ui/data-table'
import type { Messages } from '#lib/i18n/messages'
import { PAGE_SIZES } from '#lib/schemas/work'
import type { Place } from '#lib/usecases/pages'
import { addressOf, placeText, type Wanted } from './query.ts'

/** By key and not by number: forward, or back to the beginning. `by`: which of the page's lists moves on. */
export function WorkPager({
  wanted,
  next,
  count,
  t,
  by = 'after',
}: {
  wanted: Wanted
  next: Place | null
  count?: string
  t: Messages
  by?: 'after' | 'afterTrack'
}) {
  const sizes = PAGE_SIZES.map((n) => ({ n, href: addressOf(wanted, { size: n === 20 ? null : n }), current: wanted.size === n }))
  const isFirst = wanted[by] === null
  return (
    <Pager
      label={t.list.pages}
      count={count}
      sizes={{ label: t.list.perPage, items: sizes }}
      previous={isFirst ? undefined : { href: addressOf(wanted), label: t.worklist.first }}
      next={next ? { href: addressOf(wanted, { [by]: placeText(next) }), label: t.list.next } : undefined}
    />
  )
}
