/** Amounts line by line, and items: the same tables on their own page and on paper. */
import { totalFen, totalRecovered } from '#lib/domain/case/state'
import { DataTable } from '#app/_ui/data-table'
import type { Absent, AmountLine, Item, Subject } from '#lib/domain/case/events'
import { formatDay } from '#lib/i18n/dates'
import { fundName } from '#lib/i18n/law'
import { formatFen } from '#lib/i18n/numbers'
import type { CasePage } from '../cases/_case/open.ts'

/** Of one's own case, or of a letter. */
type Shown<T> = Pick<CasePage, 'me' | 't'> & Readonly<{ state: Readonly<{ subjects: Readonly<Record<string, Subject>> } & T> }>

/** The last row of a table of money. */
export function Total({ label, span, cells, heads }: { label: string; span: number; cells: readonly number[]; heads: readonly string[] }) {
  return (
    <tr>
      <th scope="row" colSpan={span}>
        {label}
      </th>
      {cells.map((fen, i) => (
        <td key={heads[i]} className="num" data-label={heads[i]}>
          {formatFen(fen)}
        </td>
      ))}
    </tr>
  )
}

export function AmountsTable({ page: { me, t, state } }: { page: Shown<{ lines: readonly AmountLine[] }> }) {
  const { lines, subjects } = state
  const foot = (
    <Total
      label={t.subjects.total}
      span={3}
      cells={[totalFen(lines), totalRecovered(lines)]}
      heads={[t.subjects.amount, t.subjects.recovered]}
    />
  )
  return (
    <DataTable
      caption={t.subjects.amountsCaption}
      rows={lines}
      rowKey={({ lineId }) => lineId}
      empty={t.subjects.noAmounts}
      foot={foot}
      columns={[
        { key: 'subject', label: t.amounts.subject, head: true, cell: ({ subjectId }) => subjects[subjectId]?.name ?? t.list.none },
        { key: 'fund', label: t.subjects.fund, card: t.subjects.fund, cell: ({ fund }) => fundName(fund, me.lang) },
        {
          key: 'period',
          label: t.subjects.period,
          card: t.subjects.period,
          cell: ({ from, to }) => t.cover.periodOf(formatDay(from, me.lang), formatDay(to, me.lang)),
        },
        { key: 'fen', label: t.subjects.amount, card: t.subjects.amount, num: true, cell: ({ fen }) => formatFen(fen) },
        {
          key: 'recovered',
          label: t.subjects.recovered,
          card: t.subjects.recovered,
          num: true,
          cell: ({ recoveredFen }) => formatFen(recoveredFen),
        },
      ]}
    />
  )
}

export function ItemsTable({ page: { t, state } }: { page: Shown<{ items: readonly Item[]; absent: Absent }> }) {
  const rows = state.items.map((item, i) => ({ ...item, no: i + 1 }))
  const dash = (text: string): string => text || t.list.none
  return (
    <DataTable
      caption={t.items.caption}
      rows={rows}
      rowKey={({ no }) => String(no)}
      empty={state.absent.items ? t.cover.absent(state.absent.items) : t.subjects.noItems}
      columns={[
        {
          key: 'name',
          label: t.items.name,
          head: true,
          cell: ({ no, name, spec }) => (
            <>
              {no}. {name}
              {spec && <small>{spec}</small>}
            </>
          ),
        },
        {
          key: 'quantity',
          label: t.items.quantity,
          card: t.items.quantity,
          cell: ({ quantity, unit }) => dash([quantity, unit].filter((text) => text !== '').join(' ')),
        },
        { key: 'condition', label: t.items.condition, card: t.items.condition, cell: ({ condition }) => dash(condition) },
        { key: 'place', label: t.items.place, card: t.items.place, cell: ({ place }) => dash(place) },
        { key: 'origin', label: t.items.origin, card: t.items.origin, cell: ({ origin }) => dash(origin) },
        {
          key: 'subject',
          label: t.items.subject,
          card: t.items.subject,
          cell: ({ subjectId }) => state.subjects[subjectId]?.name ?? t.items.nobody,
        },
        {
          key: 'value',
          label: t.items.value,
          card: t.items.value,
          num: true,
          cell: ({ valueFen }) => (valueFen === null ? t.list.none : formatFen(valueFen)),
        },
      ]}
    />
  )
}
