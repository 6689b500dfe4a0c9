import { useId, type ReactNode } from 'react'
import { Link } from './link.tsx'

export type TimelineEntry = {
  key: string
  title: ReactNode
  by?: ReactNode
  /** As people read it, and as programs do. */
  time: string
  instant: string
  detail?: ReactNode
  quote?: string | undefined
  href?: string | undefined
  important?: boolean
}
export type TimelineDay = { key: string; label?: string; entries: readonly TimelineEntry[] }

/** Newest first, by day. It only grows: nothing here can be changed or removed. */
export function Timeline({ days }: { days: readonly TimelineDay[] }) {
  return days.map(({ key, ...day }) => <Day key={key} {...day} />)
}

function Day({ label, entries }: Omit<TimelineDay, 'key'>) {
  const heading = useId()
  return (
    <>
      {label && (
        <h3 className="tl-day" id={heading}>
          {label}
        </h3>
      )}
      <ol className="tl" aria-labelledby={label && heading}>
        {entries.map(({ key, title, by, time, instant, detail, quote, href, important = false }) => (
          <li key={key} className={important ? 'key' : undefined}>
            <b>{href ? <Link href={href}>{title}</Link> : title}</b> {by}
            <div>
              <time dateTime={instant}>{time}</time>
            </div>
            {detail && <p>{detail}</p>}
            {quote && <blockquote className="quote">{quote}</blockquote>}
          </li>
        ))}
      </ol>
    </>
  )
}
