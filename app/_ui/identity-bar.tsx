import type { ReactNode } from 'react'

type Parts = { label: string; number: ReactNode; tags?: ReactNode; title: ReactNode; end?: ReactNode }

/**
 * Which case this is, always in sight: number, tags, title; at the right a clock or tools. `tall` gives the title a line
 * of its own; `heading={false}` where the page has another h1. The element around it carries the class `has-idbar`, so
 * that table heads and focus stay clear of it.
 */
export function IdentityBar({
  label,
  number,
  tags,
  title,
  end,
  look = 'tall',
  heading = true,
}: Parts & { look?: 'tall' | 'line'; heading?: boolean }) {
  const name = heading ? <h1>{title}</h1> : <span>{title}</span>
  return (
    <section className={look === 'line' ? 'idbar line' : 'idbar'} aria-label={label}>
      {look === 'tall' ? (
        <div>
          <div className="idbar-line">
            {number}
            {tags}
          </div>
          {name}
        </div>
      ) : (
        <>
          {number}
          {name}
          {tags}
        </>
      )}
      {end && <div className="end row">{end}</div>}
    </section>
  )
}
