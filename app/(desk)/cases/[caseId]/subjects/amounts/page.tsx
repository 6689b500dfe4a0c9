import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Form } from '#app/_ui/form'
import { formatDay } from '#lib/i18n/dates'
import { fundName } from '#lib/i18n/law'
import { formatFen } from '#lib/i18n/numbers'
import { denied } from '#lib/server/session/access-notes'
import { doneOf, readForm } from '#lib/server/forms/forms'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import { conflictFields } from '#app/(desk)/cases/_case/conflict-form'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { isBeyond, rowsShown, textOf, type Row } from '#app/(desk)/cases/_case/rows-form'
import { recordAmountsAction } from './actions.ts'
import { AmountRows, NO_LINE } from './amount-rows.tsx'
import { AssessmentFields, assessmentRow } from './assessment-fields.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.amounts.title, { form: `amounts:${(await params).caseId}` })
}

export default async function AmountsPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state, may } = page
  const answer = may('RecordAmounts').is
  if (answer === 'never') denied()
  const hasSubjects = Object.keys(state.subjects).length > 0
  const done = doneOf(await searchParams)
  return (
    <CaseFrame page={page} tab="subjects" current={t.amounts.title} compact>
      <DoneBanner t={t} done={done} address={`/cases/${state.caseId}/subjects/amounts`} />
      {answer === 'not-now' ? (
        <NotNowCard t={t} title={t.amounts.title} reason={t.subjects.closed} />
      ) : hasSubjects ? (
        <Amounts page={page} />
      ) : (
        <NobodyYet page={page} />
      )}
    </CaseFrame>
  )
}

const NobodyYet = ({ page: { t, state } }: { page: CasePage }) => (
  <div className="stack sub-page narrow">
    <h1>{t.amounts.title}</h1>
    <Banner kind="warn" title={t.amounts.needsSubjects}>
      <LinkButton href={`/cases/${state.caseId}/subjects/new`}>{t.subjects.add}</LinkButton>
    </Banner>
  </div>
)

async function Amounts({ page }: { page: CasePage }) {
  const { me, t, state } = page
  const name = `amounts:${state.caseId}`
  const form = await readForm(me, name, {})
  const said = sentencesOf(t, form.errors, { 'case.no-amounts': 'line.0.subjectId' })
  const saved = savedLines(page)
  const lines = rowsShown(form.kept, 'line', saved, NO_LINE)
  const { base, key, hidden } = conflictFields(form, state.sections.amounts)
  return (
    <FormCard page={page} title={t.amounts.title} lead={t.amounts.lead} form={form} said={said} wide>
      <Form key={key} action={recordAmountsAction.bind(null, state.caseId)} formKey={me.newId()} hidden={hidden} draft={name}>
        <Conflict
          page={page}
          base={base}
          types={['AmountsRecorded']}
          fields={[{ name: 'line', label: t.amounts.lines, mine: inWords(page, lines), theirs: inWords(page, saved) }]}
        />
        {isBeyond(saved) && <Banner kind="warn" title={t.form.rowsBeyond(String(saved.length))} />}
        <AmountRows page={page} rows={lines} said={said} />
        <div id="more">
          <SubmitButton name="more" value="line">
            {t.amounts.more}
          </SubmitButton>
        </div>
        {Object.keys(state.subjects).map((subjectId, index) => (
          <AssessmentFields key={subjectId} page={page} index={index} values={assessmentRow(form.kept, state, subjectId)} said={said} />
        ))}
        <Send t={t} label={t.amounts.save} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}

const savedLines = ({ state }: CasePage): Row[] =>
  state.lines.map(({ lineId, subjectId, fund, from, to, fen, recoveredFen }) => ({
    lineId,
    subjectId,
    fund,
    from,
    to,
    amount: formatFen(fen),
    recovered: recoveredFen === 0 ? '' : formatFen(recoveredFen),
  }))

/** One line a row, for comparing. */
const inWords = ({ me, t, state }: CasePage, rows: readonly Row[]): string =>
  rows
    .filter((row) => textOf(row['amount']) !== '')
    .map((row) => {
      const [from, to] = [textOf(row['from']), textOf(row['to'])]
      const period =
        from.length === 10 && to.length === 10
          ? t.cover.periodOf(formatDay(from, me.lang), formatDay(to, me.lang))
          : t.cover.periodOf(from, to)
      return [
        state.subjects[textOf(row['subjectId'])]?.name ?? '',
        fundName(textOf(row['fund']), me.lang),
        period,
        textOf(row['amount']),
        textOf(row['recovered']),
      ]
        .filter((text) => text !== '')
        .join(' ')
    })
    .join('\n')
