import type { Metadata } from 'next'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { sentencesOf } from '#app/_form/sentences'
import { BASICS_ORDER, basicsDiffering, BasicsFields, basicsValues, listDivisions } from '#app/(desk)/cases/_case/basics-fields.tsx'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import { conflictFields } from '#app/(desk)/cases/_case/conflict-form'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { recordBasicsAction } from './actions.ts'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.team.basics, { form: `basics:${(await params).caseId}` })
}

export default async function BasicsPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const answer = may('RecordBasics').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CaseFrame page={page} tab="overview" current={t.team.basics} compact>
        <NotNowCard t={t} title={t.team.basics} reason={t.subjects.closed} />
      </CaseFrame>
    )
  const name = `basics:${state.caseId}`
  const form = await readForm(me, name, basicsValues(state.basics))
  const divisions = await listDivisions(me, t, state.basics.division)
  const said = sentencesOf(t, form.errors, {}, BASICS_ORDER)
  const { base, key, hidden } = conflictFields(form, state.sections.basics)
  return (
    <CaseFrame page={page} tab="overview" current={t.team.basics} compact>
      <FormCard page={page} title={t.team.basics} form={form} said={said}>
        <Form key={key} action={recordBasicsAction.bind(null, state.caseId)} formKey={me.newId()} hidden={hidden} draft={name}>
          <Conflict
            page={page}
            base={base}
            types={['BasicsRecorded', 'CaseRegistered']}
            fields={basicsDiffering(form.values, state.basics, divisions, t, me.lang)}
          />
          <BasicsFields me={me} t={t} values={form.values} said={said} divisions={divisions} />
          <Send t={t} label={t.form.save} back={`/cases/${state.caseId}`} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </CaseFrame>
  )
}
