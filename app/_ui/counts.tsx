import type { ClockState } from './clock-mark.tsx'
import { Link } from './link.tsx'

export type Count = { key: string; state: ClockState; label: string; n: number | string; href: string; current?: boolean }

/** How many are late, near, on track, paused; each leads to exactly those. */
export function Counts({ label, items }: { label: string; items: readonly Count[] }) {
  return (
    <nav className="counts" aria-label={label}>
      {items.map(({ key, state, label: word, n, href, current = false }) => (
        <Link key={key} href={href} className={`count g ${state}`} aria-current={current ? 'true' : undefined}>
          {word} <b>{n}</b>
        </Link>
      ))}
    </nav>
  )
}
