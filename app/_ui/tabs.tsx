import { Link } from './link.tsx'

export type Tab = { href: string; label: string; count?: number | string | undefined; current?: boolean }

/** Real pages with addresses, shown as tabs. `box` sits on a table, `line` under a head. */
export function Tabs({ label, items, look = 'line' }: { label: string; items: readonly Tab[]; look?: 'line' | 'box' }) {
  return (
    <nav className={look === 'box' ? 'tabs box' : 'tabs'} aria-label={label}>
      {items.map(({ href, label: word, count, current = false }) => (
        <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
          {word}
          {count !== undefined && <i> {count}</i>}
        </Link>
      ))}
    </nav>
  )
}
