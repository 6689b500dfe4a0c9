import { Fragment, type ReactNode } from 'react'
import { Link } from './link.tsx'

export type SummaryItem = {
  key: string
  label: ReactNode
  value: ReactNode
  /** `what` is read out after the word: 修改 基本情况. */
  change?: { href: string; label: string; what: string } | undefined
}

/** Labels and values; `two` sets two pairs on a line where there is room. */
export function SummaryList({ items, two = false }: { items: readonly SummaryItem[]; two?: boolean }) {
  return (
    <dl className={two ? 'dl two' : 'dl'}>
      {items.map(({ key, label, value, change }) => (
        <Fragment key={key}>
          <dt>{label}</dt>
          <dd>
            {change && (
              <Link className="btn link" href={change.href}>
                {change.label}
                <span className="vh"> {change.what}</span>
              </Link>
            )}
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
