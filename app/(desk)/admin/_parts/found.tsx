/** The two lists of administration: found by a few letters, page by page, all in the address. */
import { SubmitButton } from '#app/_ui/button'
import { Pager } from '#app/_ui/data-table'
import type { Messages } from '#lib/i18n/messages'
import { PAGE_SIZES, type AdminQuery } from '#lib/schemas/work'

type Given = Readonly<{ t: Messages; path: string; asked: AdminQuery }>

export function Finder({ t, asked: { text, size }, label }: Omit<Given, 'path'> & { label: string }) {
  return (
    <form className="filters" method="get" role="search" aria-label={t.list.filter}>
      {size !== 20 && <input type="hidden" name="size" value={size} />}
      <label>
        {label}
        <input className="fld" name="text" defaultValue={text} key={text} autoComplete="off" />
      </label>
      <SubmitButton>{t.list.filter}</SubmitButton>
    </form>
  )
}

export function FoundPager({ t, path, asked, count, next }: Given & { count: number; next: AdminQuery['after'] }) {
  return (
    <Pager
      label={t.list.pages}
      count={t.list.count(count)}
      sizes={{
        label: t.list.perPage,
        items: PAGE_SIZES.map((n) => ({ n, href: addressOf(path, { ...asked, size: n, after: null }), current: asked.size === n })),
      }}
      previous={asked.after ? { href: addressOf(path, { ...asked, after: null }), label: t.worklist.first } : undefined}
      next={next ? { href: addressOf(path, { ...asked, after: next }), label: t.list.next } : undefined}
    />
  )
}

function addressOf(path: string, { text, size, after }: AdminQuery): string {
  const pairs = { ...(text && { text }), ...(size !== 20 && { size: String(size) }), ...(after && { after: `${after.key}~${after.id}` }) }
  const query = new URLSearchParams(pairs).toString()
  return query ? `${path}?${query}` : path
}
