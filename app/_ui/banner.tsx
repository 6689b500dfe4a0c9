import type { ReactNode } from 'react'
import { Link } from './link.tsx'

/** What happened and what is next. It stays until dismissed or navigation; nothing hides by itself. */
export function Banner({
  kind = 'info',
  title,
  dismiss,
  live = false,
  children,
}: {
  kind?: 'ok' | 'info' | 'warn' | 'bad'
  title?: ReactNode
  /** The address of this page without the message, and the word for it. */
  dismiss?: { href: string; label: string } | undefined
  /** For the answer to something just done: read out when it appears. */
  live?: boolean
  children?: ReactNode
}) {
  return (
    <div className={kind === 'info' ? 'banner' : `banner b-${kind}`} role={live ? 'status' : undefined}>
      {title && <h2>{title}</h2>}
      {children}
      {dismiss && <Link href={dismiss.href}>{dismiss.label}</Link>}
    </div>
  )
}
