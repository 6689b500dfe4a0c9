import type { Metadata } from 'next'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { RadioGroup } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import { one, type CaseProps } from '#app/(desk)/_parts/props'
import { NO_SUBJECT, namesakesOf, SUBJECT_ORDER, SubjectFields } from '#app/(desk)/cases/_case/subject-fields.tsx'
import { recordNewSubjectAction } from './actions.ts'

type Kind = 'person' | 'unit'
const kindOf = (text: string): Kind | null => (text === 'person' || text === 'unit' ? text : null)
const formOf = (caseId: string, kind: Kind): string => `subject:${caseId}:new:${kind}`

export async function generateMetadata({ params, searchParams }: CaseProps): Promise<Metadata> {
  const kind = kindOf(one(await searchParams, 'kind'))
  return caseMetadata(
    params,
    (t) => (kind === null ? t.subjects.add : kind === 'person' ? t.subjects.addPerson : t.subjects.addUnit),
    kind ? { form: formOf((await params).caseId, kind) } : {},
  )
}

export default async function NewSubjectPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, may } = page
  const answer = may('RecordSubject').is
  if (answer === 'never') denied()
  const kind = kindOf(one(await searchParams, 'kind'))
  return (
    <CaseFrame page={page} tab="subjects" current={t.subjects.add} compact>
      {answer === 'not-now' ? (
        <NotNowCard t={t} title={t.subjects.add} reason={t.subjects.closed} />
      ) : kind === null ? (
        <Which page={page} />
      ) : (
        <Subject page={page} kind={kind} />
      )}
    </CaseFrame>
  )
}

/** The kind first: it decides what is asked. By GET, so that the way back is the way back. */
function Which({ page: { t, state } }: { page: CasePage }) {
  return (
    <div className="stack sub-page narrow">
      <h1>{t.subjects.add}</h1>
      <div className="card">
        <form className="card-body form" method="get">
          <RadioGroup
            name="kind"
            label={t.subjects.kind}
            hint={t.subjects.kindHint}
            value="person"
            options={[
              { value: 'person', label: t.subjects.person },
              { value: 'unit', label: t.subjects.unit },
            ]}
          />
          <Actions>
            <SubmitButton kind="primary">{t.form.continue}</SubmitButton>
            <LinkButton href={`/cases/${state.caseId}/subjects`}>{t.form.cancel}</LinkButton>
          </Actions>
        </form>
      </div>
    </div>
  )
}

async function Subject({ page, kind }: { page: CasePage; kind: Kind }) {
  const { me, t, state } = page
  const name = formOf(state.caseId, kind)
  const form = await readForm(me, name, NO_SUBJECT)
  const said = sentencesOf(t, form.errors, { 'case.namesake': 'account' }, SUBJECT_ORDER)
  const namesakes = await namesakesOf(page, kind, form.values.name)
  return (
    <FormCard page={page} title={kind === 'person' ? t.subjects.addPerson : t.subjects.addUnit} form={form} said={said}>
      <Form
        key={form.key}
        action={recordNewSubjectAction.bind(null, state.caseId, kind)}
        formKey={me.newId()}
        hidden={{ readAt: '0', kind }}
        draft={name}
      >
        <SubjectFields {...{ t, kind, said, namesakes }} values={form.values} />
        <Send t={t} label={t.subjects.saveSubject} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}
