import type { Metadata } from 'next'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { BASICS_ORDER, basicsDiffering, BasicsFields, basicsValues, listDivisions } from '../../_case/basics-fields.tsx'
import { CasePage } from '../../_case/case-page.tsx'
import { Conflict } from '../../_case/conflict.tsx'
import { settling } from '../../_case/settle.ts'
import { FormCard, NotNowCard, Send } from '../../_case/form-card.tsx'
import { caseMetadata, openCasePage } from '../../_case/open.ts'
import type { CaseProps } from '../../_case/props.ts'
import { recordBasicsAction } from './actions.ts'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.cteam.basics, { form: `basics:${(await params).caseId}` })
}

export default async function BasicsPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const answer = may('RecordBasics').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CasePage page={page} tab="overview" here={t.cteam.basics} compact>
        <NotNowCard t={t} title={t.cteam.basics} reason={t.csub.closed} />
      </CasePage>
    )
  const name = `basics:${state.caseId}`
  const form = await readForm(me, name, basicsValues(state.basics))
  const divisions = await listDivisions(me, t, state.basics.division)
  const said = sentencesOf(t, form.errors, {}, BASICS_ORDER)
  const { base, key, hidden } = settling(form, state.sections.basics)
  return (
    <CasePage page={page} tab="overview" here={t.cteam.basics} compact>
      <FormCard page={page} title={t.cteam.basics} form={form} said={said}>
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
    </CasePage>
  )
}
