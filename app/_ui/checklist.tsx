import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type Check = {
  key: string
  /** Where an error summary may lead. */
  id?: string | undefined
  state: 'pass' | 'warn' | 'block' | 'todo'
  stateWord: string
  title: ReactNode
  href?: string | undefined
  detail?: ReactNode
  action?: ReactNode
  /** What opens below the row: a choice, a reason. */
  children?: ReactNode
}

/** What was checked, one a row. `lines` sets the detail on the title's line. */
export function Checklist({ items, lines = false, label }: { items: readonly Check[]; lines?: boolean; label?: string }) {
  return (
    <ul className={lines ? 'check lines' : 'check'} aria-label={label}>
      {items.map(({ key, id, state, stateWord, title, href, detail, action, children }) => (
        <li key={key} id={id} tabIndex={id ? -1 : undefined} className={`g ${state}`}>
          <div>
            <i className="vh">{stateWord} </i>
            {href ? <Link href={href}>{title}</Link> : title}
            {detail && <small>{detail}</small>}
          </div>
          {action}
          {children && <div className="check-more">{children}</div>}
        </li>
      ))}
    </ul>
  )
}
