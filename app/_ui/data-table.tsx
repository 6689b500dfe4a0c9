import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type Column<Row> = {
  key: string
  label: ReactNode
  cell: (row: Row) => ReactNode
  /** The row's own name (case number): a row header. */
  head?: boolean
  num?: boolean
  nowrap?: boolean
  /** On a phone, what the column's head said. Leave out where the cell speaks for itself. */
  card?: string
  /** Where a click on the head leads, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

/** Sorted, filtered and paged by address alone. Few elements: at 50 rows they are what the page costs. */
export function DataTable<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  empty,
  foot,
  pager,
  cards = true,
  twoLines = false,
  wide,
}: {
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty: ReactNode
  foot?: ReactNode
  pager?: ReactNode
  /** On a phone each row is a card. */
  cards?: boolean
  /** Where there is room a row has two lines: what a `Second` line cannot hold ends in … and is its title. */
  twoLines?: boolean
  /** Scrolls sideways inside a named region; the head then does not stick. */
  wide?: { label: string }
}) {
  const region = wide ? ({ role: 'region', tabIndex: 0, 'aria-label': wide.label } as const) : {}
  return (
    <div className={wide ? 'tbl wide' : 'tbl'} {...region}>
      {rows.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <table className={`${cards ? 'cards' : ''}${twoLines ? ' two-lines' : ''}` || undefined}>
          <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ key, cell, head, num, nowrap, card }) => {
                  const className = num ? 'num' : nowrap ? 'nw' : undefined
                  return head ? (
                    <th key={key} scope="row" className={className} data-label={card}>
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} className={className} data-label={card}>
                      {cell(row)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          {foot && <tfoot>{foot}</tfoot>}
        </table>
      )}
      {pager}
    </div>
  )
}

function Head<Row>({ column: { label, num, sort } }: { column: Column<Row> }) {
  const arrow = sort?.now && (sort.now === 'ascending' ? 'g g-up' : 'g g-down')
  return (
    <th scope="col" className={num ? 'num' : undefined} aria-sort={sort?.now}>
      {sort ? (
        <Link href={sort.href} className={arrow}>
          {label}
        </Link>
      ) : (
        label
      )}
    </th>
  )
}

/** A cell's second line. */
export const Second = ({ children }: { children: string }) => <small title={children}>{children}</small>

/** Next and previous by key, page sizes, and how many there are. Each given as a finished address. */
export function Pager({
  label,
  count,
  previous,
  next,
  sizes,
}: {
  label: string
  count?: ReactNode
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
  sizes?: { label: string; items: readonly { n: number; href: string; current: boolean }[] }
}) {
  return (
    <nav className="pager" aria-label={label}>
      {count && <span>{count}</span>}
      {sizes && (
        <span>
          {sizes.label}{' '}
          {sizes.items.map(({ n, href, current }) => (
            <Link key={n} href={href} aria-current={current ? 'true' : undefined}>
              {n}
            </Link>
          ))}
        </span>
      )}
      {(previous ?? next) && (
        <span className="end row">
          {previous && <Link href={previous.href}>{previous.label}</Link>}
          {next && <Link href={next.href}>{next.label}</Link>}
        </span>
      )}
    </nav>
  )
}
