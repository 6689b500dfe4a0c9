/** Cases, sorted and paged by address. Few elements a row: at 100 rows they are what the page costs. */
import { DataTable, Pager, Second, type Column } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import type { OpenCase } from '#lib/domain/case/state'
import type { Actor } from '#lib/domain/result'
import { can } from '#lib/domain/policy/can'
import { formatDay, formatInstantShort, type Lang } from '#lib/i18n/dates'
import { fundShort } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { formatAtMost, formatFen } from '#lib/i18n/numbers'
import type { CaseRow } from '#lib/views/rows'
import type { Names } from '#lib/usecases/directory'
import { caseStatuses } from '../_case/status.ts'
import { hrefOf, placeOf, SIZES, type Sort, type Wanted } from './query.ts'

export const MOST_COUNTED = 1_000
type Given = Readonly<{
  actor: Actor
  wanted: Wanted
  rows: readonly ListedCase[]
  hasMore: boolean
  count: number
  empty: string
  t: Messages
  lang: Lang
  now: string
  nameOf: Names['of']
}>
/** `state`: without its evidence. `items`: how many of the dossier there are to this reader; null where none are. */
export type ListedCase = CaseRow & Readonly<{ state: OpenCase; items: number | null }>
type Shown = ListedCase & Readonly<{ statuses: ReturnType<typeof caseStatuses>; reads: boolean }>

export function CaseTable({ actor, wanted, rows, hasMore, count, empty, t, lang, now, nameOf }: Given) {
  const shown = rows.map((row): Shown => {
    const { state } = row
    return {
      ...row,
      statuses: row.isEnded ? [...caseStatuses(t, state, nameOf), { kind: 'rest', word: t.clist.ended }] : caseStatuses(t, state, nameOf),
      reads: can(actor, 'ReadContent', state) !== null,
    }
  })
  const last = rows.at(-1)
  return (
    <DataTable
      caption={t.clist.caption}
      columns={columnsOf(wanted, t, lang, now)}
      twoLines
      rows={shown}
      rowKey={({ caseId }) => caseId}
      empty={empty}
      pager={
        <Pager
          label={t.list.pages}
          count={t.clist.count(formatAtMost(count, MOST_COUNTED))}
          sizes={{ label: t.list.perPage, items: SIZES.map((n) => ({ n, href: hrefOf(wanted, { size: n }), current: n === wanted.size })) }}
          previous={wanted.after ? { href: hrefOf(wanted), label: t.clist.first } : undefined}
          next={hasMore && last ? { href: hrefOf(wanted, { after: placeOf(last, wanted.sort) }), label: t.list.next } : undefined}
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
      label: t.clist.no,
      head: true,
      cell: ({ caseId, caseNo, title, reads }) => (
        <>
          <Link className="nw" href={`/cases/${caseId}`}>
            {caseNo}
          </Link>
          <Second>{reads ? title : t.clist.hidden}</Second>
        </>
      ),
    },
    {
      key: 'status',
      label: t.clist.status,
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
      label: t.clist.funds,
      card: t.clist.funds,
      nowrap: true,
      cell: ({ funds }) => shortFunds(funds, lang).join(t.cpage.join),
    },
    {
      key: 'amount',
      label: t.clist.amount,
      card: t.clist.amount,
      num: true,
      sort: sort('amountFen'),
      cell: ({ amountFen }) => (amountFen === 0 ? t.list.none : formatFen(amountFen)),
    },
    { key: 'items', label: t.clist.items, card: t.clist.items, num: true, cell: ({ items }) => items ?? t.list.none },
    {
      key: 'registered',
      label: t.clist.registered,
      card: t.clist.registered,
      nowrap: true,
      sort: sort('registeredAt'),
      cell: ({ registeredAt }) => formatDay(registeredAt, lang),
    },
    {
      key: 'last',
      label: t.clist.lastAt,
      card: t.clist.lastAt,
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
