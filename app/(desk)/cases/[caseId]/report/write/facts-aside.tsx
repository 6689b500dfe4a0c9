import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { SummaryList } from '#app/_ui/summary-list'
import { totalFen } from '#lib/domain/case/state'
import { formatFen } from '#lib/i18n/numbers'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { amountOf, mainItems } from '../_parts/plan.ts'
import { chargesText, tierText } from '../_parts/words.ts'

/** What is on record, beside the form that tells of it: nobody has to leave the page to look it up. */
export function FactsAside({ page: { state, t, me } }: { page: CasePage }) {
  const { caseId, subjects, assessments, basics } = state
  const people = Object.entries(subjects).map(([id, { name, employer, position }]) => {
    const found = assessments.filter(({ subjectId }) => subjectId === id)
    const lines = [
      t.report.yuan(formatFen(amountOf(state, [id]))),
      chargesText(
        found.map(({ charge }) => charge),
        t,
        me.lang,
      ),
      found.map((one) => tierText(one, t, me.lang)).join(t.report.join),
      [employer, position].filter(Boolean).join(' '),
    ]
    return { key: id, label: name, value: lines.filter(Boolean).map((line) => <div key={line}>{line}</div>) }
  })
  return (
    <div className="stack">
      <Card title={t.report.amounts} end={<Link href={`/cases/${caseId}/subjects`}>{t.list.view}</Link>}>
        {people.length > 0 ? (
          <SummaryList
            items={[...people, { key: 'total', label: t.report.total, value: <b>{t.report.yuan(formatFen(totalFen(state.lines)))}</b> }]}
          />
        ) : (
          t.write.noSubjects
        )}
      </Card>
      <Card title={t.case.basics}>
        <p className="lines">{basics.conduct}</p>
      </Card>
      <Card
        title={t.evidence.title}
        tag={<span className="sec">{t.report.nFiles(mainItems(state).length)}</span>}
        end={<Link href={`/cases/${caseId}/evidence`}>{t.list.view}</Link>}
      >
        <ul className="plain-list">
          {mainItems(state)
            .slice(0, 12)
            .map(({ itemId, name }) => (
              <li key={itemId}>{name}</li>
            ))}
        </ul>
      </Card>
    </div>
  )
}
