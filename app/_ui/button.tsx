import { useId, type ComponentProps, type ReactNode } from 'react'
import { FileLink, Link } from './link.tsx'

type Look = { kind?: 'plain' | 'primary' | 'danger' | 'link'; size?: 'normal' | 'large' | 'small' }

/** Never disabled to say that something is missing: the server says what is, next to the field. */
export function SubmitButton({
  kind = 'plain',
  size = 'normal',
  children,
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'type' | 'className' | 'disabled'>) {
  return (
    <button type="submit" className={classOf(kind, size)} {...rest}>
      {children}
    </button>
  )
}

/** Looks like a button, leads to a page. `file` for what a route handler answers (downloads). */
export function LinkButton({
  kind = 'plain',
  size = 'normal',
  file = false,
  children,
  ...rest
}: Look & { file?: boolean; href: string; children: ReactNode; id?: string; 'aria-describedby'?: string }) {
  const To = file ? FileLink : Link
  return (
    <To className={classOf(kind, size)} {...rest}>
      {children}
    </To>
  )
}

/** What this person may do, but not now: shown, disabled, with the reason beside it. */
export function NotNow({ reason, size = 'normal', children }: { reason: ReactNode; size?: Look['size']; children: ReactNode }) {
  const id = useId()
  return (
    <span className="not-now">
      <button type="button" className={classOf('plain', size)} disabled aria-describedby={id}>
        {children}
      </button>
      <span id={id}>{reason}</span>
    </span>
  )
}

function classOf(kind: Look['kind'], size: Look['size']): string {
  return ['btn', kind !== 'plain' && kind, size !== 'normal' && size].filter(Boolean).join(' ')
}
