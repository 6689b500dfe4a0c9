import { Card } from '#app/_ui/card'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import type { TrackPlan } from '#lib/domain/case/events'
import type { OpenCase, WrittenReport } from '#lib/domain/case/state'
import { basisOf, whyOtherwise } from '#lib/domain/transfer/basis'
import { routeBasis } from '#lib/i18n/law'
import { formatFen, formatSize } from '#lib/i18n/numbers'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { amountOf, itemsOf } from './plan.ts'
import { chargesText, routeText } from './words.ts'

/** The report as written: its four texts, and each track with what that body is to learn. */
export function ReportView({ page, report }: { page: CasePage; report: WrittenReport }) {
  const { t } = page
  const several = report.tracks.length > 1
  return (
    <>
      <Card title={t.report.texts}>
        <div className="stack">
          <Text title={t.report.investigation} text={report.investigation} empty={t.report.empty} />
          <Text title={t.report.facts} text={report.facts} empty={t.report.empty} />
          <Text title={t.report.law} text={report.law} empty={t.report.empty} />
          <Text title={t.report.proposal} text={report.proposal} empty={t.report.empty} />
        </div>
      </Card>
      {report.tracks.map((plan, i) => (
        <TrackCard
          key={plan.trackId}
          page={page}
          plan={plan}
          title={several ? t.report.trackOf(i + 1, page.names.of(plan.to)) : t.report.oneTrack(page.names.of(plan.to))}
        />
      ))}
    </>
  )
}

function Text({ title, text, empty }: { title: string; text: string; empty: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={text ? 'lines' : 'sec'}>{text || empty}</p>
    </div>
  )
}

function TrackCard({ page, plan, title }: { page: CasePage; plan: TrackPlan; title: string }) {
  const { t, state, me } = page
  const { route, to } = plan
  const [basis, other] = [basisOf(route, to.kind), whyOtherwise(route, to.kind)]
  const why = [
    routeText(route, t, me.lang),
    basis !== '' && `${t.clock.basis}${me.lang === 'en' ? ': ' : '：'}${routeBasis(basis, me.lang)}`,
    route.basis === '' && t.send.noBasis(page.names.of(to)),
  ].filter((line) => typeof line === 'string')
  const items: SummaryItem[] = [
    { key: 'to', label: t.report.recipient, value: page.names.of(plan.to) },
    ...(plan.copyTo ? [{ key: 'copy', label: t.report.copyTo, value: page.names.of(plan.copyTo) }] : []),
    {
      key: 'subjects',
      label: t.report.subjects,
      value: plan.subjectIds.flatMap((id) => state.subjects[id]?.name ?? []).join(t.report.join),
    },
    { key: 'charges', label: t.report.charges, value: chargesText(plan.charges, t, me.lang) },
    { key: 'amount', label: t.report.amount, value: t.report.yuan(formatFen(amountOf(state, plan.subjectIds))) },
    { key: 'route', label: t.report.route, value: why.map((line) => <div key={line}>{line}</div>) },
    ...(other ? [{ key: 'reason', label: t.send.whyBody, value: <blockquote className="quote lines">{other}</blockquote> }] : []),
    { key: 'files', label: t.report.files, value: <Files state={state} plan={plan} t={t} /> },
    ...(plan.facts ? [{ key: 'facts', label: t.report.ownFacts, value: <span className="lines">{plan.facts}</span> }] : []),
    ...(plan.law ? [{ key: 'law', label: t.report.ownLaw, value: <span className="lines">{plan.law}</span> }] : []),
    ...(plan.investigation
      ? [{ key: 'investigation', label: t.report.ownInvestigation, value: <span className="lines">{plan.investigation}</span> }]
      : []),
  ]
  return (
    <Card title={title}>
      <SummaryList items={items} />
    </Card>
  )
}

function Files({ state, plan, t }: { state: OpenCase; plan: TrackPlan; t: CasePage['t'] }) {
  const files = itemsOf(state, plan)
  if (files.length === 0) return t.report.noFiles
  return (
    <details>
      <summary>{t.report.showFiles(files.length)}</summary>
      <ul className="plain-list">
        {files.map(({ itemId, name, size, voided }) => (
          <li key={itemId}>
            {name} <span className="sec">{formatSize(size)}</span>
            {voided && <span className="sec s-block"> {t.evidence.voided}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
