import { useId, type ReactNode } from 'react'

/** A titled box. `tag` stands after the title, `end` at the right; `flush` when a table or list fills it to the edge. */
export function Card({
  title,
  tag,
  end,
  flush = false,
  id,
  children,
}: {
  title: ReactNode
  tag?: ReactNode
  end?: ReactNode
  flush?: boolean
  id?: string | undefined
  children: ReactNode
}) {
  const heading = useId()
  return (
    <section className="card" id={id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {tag}
        {end && <span className="end">{end}</span>}
      </header>
      {flush ? children : <div className="card-body">{children}</div>}
    </section>
  )
}
