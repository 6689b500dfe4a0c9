import { Link } from './link.tsx'

/** The way up; the last is the page itself. On every page below the first level. */
export function Breadcrumb({ label, items }: { label: string; items: readonly { href?: string; label: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="crumb">
        {items.map(({ href, label: word }) => (
          <li key={word} aria-current={href === undefined ? 'page' : undefined}>
            {href === undefined ? word : <Link href={href}>{word}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
