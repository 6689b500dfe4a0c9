import type { ReactNode } from 'react'
import type { ClockState } from './clock-mark.tsx'

/** The one thing that is next: what, by which rule, until when, and the button. Its colour is the clock's. */
export function NextStep({
  state,
  label,
  what,
  basisLabel,
  basis,
  clock,
  children,
}: {
  /** Without a clock the strip has no colour. */
  state?: ClockState | undefined
  /** 下一步（由你办理）, 等待…办理 */
  label: string
  what: ReactNode
  basisLabel: string
  basis: ReactNode
  /** ClockMark, and the disclosure of how it is worked out. */
  clock?: ReactNode
  /** One primary button, or a reminder where it is someone else's turn. */
  children?: ReactNode
}) {
  return (
    <section className={state ? `next n-${state}` : 'next'} aria-label={label}>
      <dl>
        <dt>{label}</dt>
        <dd className="what">{what}</dd>
      </dl>
      <dl>
        <dt>{basisLabel}</dt>
        <dd>{basis}</dd>
      </dl>
      <div>{clock}</div>
      {children}
    </section>
  )
}
