import type { Metadata } from 'next'
import { CheckboxGroup, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { listHolders, distinguished } from '#lib/usecases/directory'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import { conflictFields } from '#app/(desk)/cases/_case/conflict-form'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { assignHandlersAction } from './actions.ts'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.team.title, { form: `handlers:${(await params).caseId}` })
}

export default async function HandlersPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may, names } = page
  const answer = may('AssignHandlers').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CaseFrame page={page} tab="overview" current={t.team.title} compact>
        <NotNowCard t={t} title={t.team.title} />
      </CaseFrame>
    )
  const people = await listHolders(me.read, state.bureau.unitId, 'handler', me.today)
  const form = await readForm(me, `handlers:${state.caseId}`, { handlers: state.handlerIds, reason: '' })
  const said = sentencesOf(t, form.errors, { 'case.needs-two-handlers': 'handlers', 'case.handler-not-of-bureau': 'handlers' }, [
    'handlers',
    'reason',
  ])
  const { base, key, hidden } = conflictFields(form, state.sections.handlers)
  const named = (ids: readonly string[]): string => ids.toSorted().map(names.person).join(t.casePage.join)
  return (
    <CaseFrame page={page} tab="overview" current={t.team.title} compact>
      <FormCard page={page} title={t.team.title} lead={t.team.lead} form={form} said={said}>
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
            hint={t.registration.teamHint}
            values={form.values.handlers}
            error={said.at('handlers')}
            options={distinguished(people, t.casePage.bracketed).map(({ personId, label }) => ({ value: personId, label }))}
          />
          <TextField name="reason" label={t.team.reason} value={form.values.reason} error={said.at('reason')} width="full" />
          <Send t={t} label={t.team.save} back={`/cases/${state.caseId}`} />
        </Form>
      </FormCard>
    </CaseFrame>
  )
}
