import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import type { Assessment } from '#lib/domain/case/events'
import { totalFen, totalRecovered } from '#lib/domain/case/state'
import { formatFen } from '#lib/i18n/numbers'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { chargesText, tierText } from './words.ts'

type Row = Readonly<{ id: string; name: string; place: string; assessments: readonly Assessment[]; fen: number; recovered: number }>

/** Per subject: what is proposed, which tier a person confirmed, how much, how much is back. Totals are reckoned, never typed. */
export function AmountsCard({ page: { state, t, me } }: { page: CasePage }) {
  const rows = Object.entries(state.subjects).map(([id, subject]): Row => {
    const lines = state.lines.filter((line) => line.subjectId === id)
    const place = [subject.employer, subject.position].filter(Boolean).join(' ')
    return {
      id,
      name: subject.name,
      place,
      assessments: state.assessments.filter((a) => a.subjectId === id),
      fen: totalFen(lines),
      recovered: totalRecovered(lines),
    }
  })
  const recovered = rows.reduce((sum, row) => sum + row.recovered, 0)
  return (
    <Card title={t.report.amounts} flush>
      <DataTable
        caption={t.report.amounts}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t.list.none}
        columns={[
          {
            key: 'name',
            label: t.report.name,
            head: true,
            cell: ({ name, place }) => (
              <>
                {name}
                {place && <small>{place}</small>}
              </>
            ),
          },
          {
            key: 'charge',
            label: t.report.charges,
            card: t.report.charges,
            cell: ({ assessments }) =>
              assessments.length === 0 ? (
                t.list.none
              ) : (
                <>
                  {chargesText(
                    assessments.map((a) => a.charge),
                    t,
                    me.lang,
                  )}
                  <small>{assessments.map((a) => tierText(a, t, me.lang)).join(t.report.join)}</small>
                </>
              ),
          },
          { key: 'fen', label: t.report.fen, card: t.report.fen, num: true, cell: (row) => formatFen(row.fen) },
          { key: 'back', label: t.report.recovered, card: t.report.recovered, num: true, cell: (row) => formatFen(row.recovered) },
        ]}
        foot={
          <tr>
            <td colSpan={2}>{t.report.total}</td>
            <td className="num" data-label={t.report.fen}>
              {formatFen(totalFen(state.lines))}
            </td>
            <td className="num" data-label={t.report.recovered}>
              {formatFen(recovered)}
            </td>
          </tr>
        }
      />
    </Card>
  )
}
