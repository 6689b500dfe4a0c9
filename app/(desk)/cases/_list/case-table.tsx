/** Cases, sorted and paged by address. Few elements a row: at 100 rows they are what the page costs. */
import { DataTable, Pager, Second, type Column } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { formatDay, formatInstantShort, type Lang } from '#lib/i18n/dates'
import { fundShort } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { formatAtMost, formatFen } from '#lib/i18n/numbers'
import type { Names } from '#lib/usecases/directory'
import type { ListedCase } from '#lib/usecases/list-cases'
import { caseStatuses } from '#app/(desk)/_parts/status'
import { hrefOf, SIZES, type Sort, type Wanted } from './query.ts'

export const MOST_COUNTED = 1_000
type Given = Readonly<{
  wanted: Wanted
  rows: readonly ListedCase[]
  next: Wanted['after']
  count: number
  empty: string
  t: Messages
  lang: Lang
  now: string
  nameOf: Names['of']
}>
type Shown = ListedCase & Readonly<{ statuses: ReturnType<typeof caseStatuses> }>

export function CaseTable({ wanted, rows, next, count, empty, t, lang, now, nameOf }: Given) {
  const shown = rows.map((row): Shown => {
    const statuses = caseStatuses(t, row.status, nameOf)
    return { ...row, statuses: row.isEnded ? [...statuses, { kind: 'rest', word: t.caseList.ended }] : statuses }
  })
  return (
    <DataTable
      caption={t.caseList.caption}
      columns={columnsOf(wanted, t, lang, now)}
      twoLines
      rows={shown}
      rowKey={({ caseId }) => caseId}
      empty={empty}
      pager={
        <Pager
          label={t.list.pages}
          count={t.caseList.count(formatAtMost(count, MOST_COUNTED))}
          sizes={{ label: t.list.perPage, items: SIZES.map((n) => ({ n, href: hrefOf(wanted, { size: n }), current: n === wanted.size })) }}
          previous={wanted.after ? { href: hrefOf(wanted), label: t.caseList.first } : undefined}
          next={next ? { href: hrefOf(wanted, { after: next }), label: t.list.next } : undefined}
        />
      }
    />
  )
}

function columnsOf(wanted: Wanted, t: Messages, lang: Lang, now: string): Column<Shown>[] {
  const sort = (by: Sort): NonNullable<Column<Shown>['sort']> => {
    const isNow = wanted.sort === by
    return {
      href: hrefOf(wanted, { sort: by, descending: isNow ? !wanted.descending : true }),
      now: isNow ? (wanted.descending ? 'descending' : 'ascending') : undefined,
    }
  }
  return [
    {
      key: 'no',
      label: t.caseList.no,
      head: true,
      cell: ({ caseId, caseNo, title }) => (
        <>
          <Link className="nw" href={`/cases/${caseId}`}>
            {caseNo}
          </Link>
          <Second>{title ?? t.caseList.hidden}</Second>
        </>
      ),
    },
    {
      key: 'status',
      label: t.caseList.status,
      cell: ({ statuses }) => (
        <span className="tags">
          {statuses.map(({ kind, word }) => (
            <Tag key={word} kind={kind}>
              {word}
            </Tag>
          ))}
        </span>
      ),
    },
    {
      key: 'funds',
      label: t.caseList.funds,
      card: t.caseList.funds,
      nowrap: true,
      cell: ({ funds }) => shortFunds(funds, lang).join(t.casePage.join),
    },
    {
      key: 'amount',
      label: t.caseList.amount,
      card: t.caseList.amount,
      num: true,
      sort: sort('amountFen'),
      cell: ({ amountFen }) => (amountFen === 0 ? t.list.none : formatFen(amountFen)),
    },
    { key: 'items', label: t.caseList.items, card: t.caseList.items, num: true, cell: ({ items }) => items ?? t.list.none },
    {
      key: 'registered',
      label: t.caseList.registered,
      card: t.caseList.registered,
      nowrap: true,
      sort: sort('registeredAt'),
      cell: ({ registeredAt }) => formatDay(registeredAt, lang),
    },
    {
      key: 'last',
      label: t.caseList.lastAt,
      card: t.caseList.lastAt,
      nowrap: true,
      sort: sort('lastAt'),
      cell: ({ lastAt }) => formatInstantShort(lastAt, now, lang),
    },
  ]
}

function shortFunds(json: string, lang: Lang): string[] {
  const ids: readonly string[] = JSON.parse(json) // safe: lib/views/case-views.ts writes a list of ids
  return [...new Set(ids.map((id) => fundShort(id, lang)))]
}
