import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { reportOf } from '#lib/domain/case/rounds'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { formatInstant } from '#lib/i18n/dates'
import { NO_PROBLEMS, readForm } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { confirmReportAction } from '../actions.ts'
import { withStale } from '#app/_form/named'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { changedSince } from './plan.ts'

/** `answered`: the form was just sent and refused. Nothing is typed here that would be worth keeping longer. The second officer confirms, in a session of their own, exactly the version shown beside it (D24). */
export async function ConfirmCard({ page, answered }: { page: CasePage; answered: boolean }) {
  const { state, t, me, names, may } = page
  const { caseId } = state
  const report = reportOf(state)
  const stage = stageOf(state)
  if (!report || stage.phase !== 'investigating') return null
  if (report.confirmed && changedSince(state, report.confirmed.seq).length === 0) return null
  if (may('ConfirmReport').is !== 'yes') {
    return report.writtenBy === me.actor.personId ? (
      <Card title={t.report.confirm}>
        <p>{t.report.waitsForOther}</p>
      </Card>
    ) : null
  }
  const form = await readForm(me, `confirm-report:${caseId}`, {})
  const said = sentencesOf(withStale(t, t.report.stale), answered ? form.errors : NO_PROBLEMS)
  return (
    <Card title={t.report.confirm}>
      {answered && <FormMessages t={t} lang={me.lang} form={form} sentences={said} />}
      <Form key={form.key} action={confirmReportAction.bind(null, caseId)} formKey={me.newId()} hidden={{ readAt: String(report.seq) }}>
        <p>{t.report.confirmNote(names.person(report.writtenBy), formatInstant(report.writtenAt, me.lang))}</p>
        <PasswordAgain me={me} t={t} caseId={caseId} act="ConfirmReport" error={said.at('password')} />
        <Actions>
          <SubmitButton kind="primary">{t.report.confirm}</SubmitButton>
          <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
        </Actions>
      </Form>
    </Card>
  )
}
