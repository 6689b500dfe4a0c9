import type { Metadata } from 'next'
import { CheckboxGroup, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { listHolders, toldApart } from '#lib/usecases/directory'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { CasePage } from '../../_case/case-page.tsx'
import { Conflict } from '../../_case/conflict.tsx'
import { settling } from '../../_case/settle.ts'
import { FormCard, NotNowCard, Send } from '../../_case/form-card.tsx'
import { caseMetadata, openCasePage } from '../../_case/open.ts'
import type { CaseProps } from '../../_case/props.ts'
import { assignHandlersAction } from './actions.ts'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.cteam.title, { form: `handlers:${(await params).caseId}` })
}

export default async function HandlersPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may, names } = page
  const answer = may('AssignHandlers').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CasePage page={page} tab="overview" here={t.cteam.title} compact>
        <NotNowCard t={t} title={t.cteam.title} />
      </CasePage>
    )
  const people = await listHolders(me.read, state.bureau.unitId, 'handler', me.today)
  const form = await readForm(me, `handlers:${state.caseId}`, { handlers: state.handlerIds, reason: '' })
  const said = sentencesOf(t, form.errors, { 'case.needs-two-handlers': 'handlers', 'case.handler-not-of-bureau': 'handlers' }, [
    'handlers',
    'reason',
  ])
  const { base, key, hidden } = settling(form, state.sections.handlers)
  const named = (ids: readonly string[]): string => ids.toSorted().map(names.person).join(t.cpage.join)
  return (
    <CasePage page={page} tab="overview" here={t.cteam.title} compact>
      <FormCard page={page} title={t.cteam.title} lead={t.cteam.lead} form={form} said={said}>
        <Form key={key} action={assignHandlersAction.bind(null, state.caseId)} formKey={me.newId()} hidden={hidden}>
          <Conflict
            page={page}
            base={base}
            types={['HandlersAssigned', 'CaseRegistered']}
            fields={[{ name: 'handlers', label: t.case.team, mine: named(form.values.handlers), theirs: named(state.handlerIds) }]}
          />
          <CheckboxGroup
            name="handlers"
            label={t.case.team}
            hint={t.creg.teamHint}
            values={form.values.handlers}
            error={said.at('handlers')}
            options={toldApart(people, t.cpage.bracketed).map(({ personId, label }) => ({ value: personId, label }))}
          />
          <TextField name="reason" label={t.cteam.reason} value={form.values.reason} error={said.at('reason')} width="full" />
          <Send t={t} label={t.cteam.save} back={`/cases/${state.caseId}`} />
        </Form>
      </FormCard>
    </CasePage>
  )
}
