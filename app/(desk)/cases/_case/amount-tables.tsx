/** Amounts line by line, and items: the same tables on their own page and on paper. */
import { totalFen, totalRecovered } from '#lib/domain/case/state'
import { DataTable } from '#app/_ui/data-table'
import type { Absent, AmountLine, Item, Subject } from '#lib/domain/case/events'
import { formatDay } from '#lib/i18n/dates'
import { fundName } from '#lib/i18n/law'
import { formatFen } from '#lib/i18n/numbers'
import type { CasePageData } from './open.ts'

/** Of one's own case, or of a letter. */
type Told<T> = Pick<CasePageData, 'me' | 't'> & Readonly<{ state: Readonly<{ subjects: Readonly<Record<string, Subject>> } & T> }>

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

export function AmountsTable({ page: { me, t, state } }: { page: Told<{ lines: readonly AmountLine[] }> }) {
  const { lines, subjects } = state
  const foot = (
    <Total label={t.csub.total} span={3} cells={[totalFen(lines), totalRecovered(lines)]} heads={[t.csub.amount, t.csub.recovered]} />
  )
  return (
    <DataTable
      caption={t.csub.amountsCaption}
      rows={lines}
      rowKey={({ lineId }) => lineId}
      empty={t.csub.noAmounts}
      foot={foot}
      columns={[
        { key: 'subject', label: t.camt.subject, head: true, cell: ({ subjectId }) => subjects[subjectId]?.name ?? t.list.none },
        { key: 'fund', label: t.csub.fund, card: t.csub.fund, cell: ({ fund }) => fundName(fund, me.lang) },
        {
          key: 'period',
          label: t.csub.period,
          card: t.csub.period,
          cell: ({ from, to }) => t.cover.periodOf(formatDay(from, me.lang), formatDay(to, me.lang)),
        },
        { key: 'fen', label: t.csub.amount, card: t.csub.amount, num: true, cell: ({ fen }) => formatFen(fen) },
        {
          key: 'recovered',
          label: t.csub.recovered,
          card: t.csub.recovered,
          num: true,
          cell: ({ recoveredFen }) => formatFen(recoveredFen),
        },
      ]}
    />
  )
}

export function ItemsTable({ page: { t, state } }: { page: Told<{ items: readonly Item[]; absent: Absent }> }) {
  const rows = state.items.map((item, i) => ({ ...item, no: i + 1 }))
  const dash = (text: string): string => text || t.list.none
  return (
    <DataTable
      caption={t.citem.caption}
      rows={rows}
      rowKey={({ no }) => String(no)}
      empty={state.absent.items ? t.cover.absent(state.absent.items) : t.csub.noItems}
      columns={[
        {
          key: 'name',
          label: t.citem.name,
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
          label: t.citem.quantity,
          card: t.citem.quantity,
          cell: ({ quantity, unit }) => dash([quantity, unit].filter((text) => text !== '').join(' ')),
        },
        { key: 'condition', label: t.citem.condition, card: t.citem.condition, cell: ({ condition }) => dash(condition) },
        { key: 'place', label: t.citem.place, card: t.citem.place, cell: ({ place }) => dash(place) },
        { key: 'origin', label: t.citem.origin, card: t.citem.origin, cell: ({ origin }) => dash(origin) },
        {
          key: 'subject',
          label: t.citem.subject,
          card: t.citem.subject,
          cell: ({ subjectId }) => state.subjects[subjectId]?.name ?? t.citem.nobody,
        },
        {
          key: 'value',
          label: t.citem.value,
          card: t.citem.value,
          num: true,
          cell: ({ valueFen }) => (valueFen === null ? t.list.none : formatFen(valueFen)),
        },
      ]}
    />
  )
}
