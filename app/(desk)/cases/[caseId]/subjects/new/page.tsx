import type { Metadata } from 'next'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { RadioGroup } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../../_form/sentences.ts'
import { CasePage } from '../../../_case/case-page.tsx'
import { FormCard, NotNowCard, Send } from '../../../_case/form-card.tsx'
import { caseMetadata, openCasePage, type CasePageData } from '../../../_case/open.ts'
import { one, type CaseProps } from '../../../_case/props.ts'
import { NO_SUBJECT, namesakesOf, SUBJECT_ORDER, SubjectFields } from '../../../_case/subject-fields.tsx'
import { recordNewSubjectAction } from './actions.ts'

type Kind = 'person' | 'unit'
const kindOf = (text: string): Kind | null => (text === 'person' || text === 'unit' ? text : null)
const formOf = (caseId: string, kind: Kind): string => `subject:${caseId}:new:${kind}`

export async function generateMetadata({ params, searchParams }: CaseProps): Promise<Metadata> {
  const kind = kindOf(one(await searchParams, 'kind'))
  return caseMetadata(
    params,
    (t) => (kind === null ? t.csub.add : kind === 'person' ? t.csub.addPerson : t.csub.addUnit),
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
    <CasePage page={page} tab="subjects" here={t.csub.add} compact>
      {answer === 'not-now' ? (
        <NotNowCard t={t} title={t.csub.add} reason={t.csub.closed} />
      ) : kind === null ? (
        <Which page={page} />
      ) : (
        <Subject page={page} kind={kind} />
      )}
    </CasePage>
  )
}

/** The kind first: it decides what is asked. By GET, so that the way back is the way back. */
function Which({ page: { t, state } }: { page: CasePageData }) {
  return (
    <div className="stack sub-page narrow">
      <h1>{t.csub.add}</h1>
      <div className="card">
        <form className="card-body form" method="get">
          <RadioGroup
            name="kind"
            label={t.csub.kind}
            hint={t.csub.kindHint}
            value="person"
            options={[
              { value: 'person', label: t.csub.person },
              { value: 'unit', label: t.csub.unit },
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

async function Subject({ page, kind }: { page: CasePageData; kind: Kind }) {
  const { me, t, state } = page
  const name = formOf(state.caseId, kind)
  const form = await readForm(me, name, NO_SUBJECT)
  const said = sentencesOf(t, form.errors, { 'case.namesake': 'account' }, SUBJECT_ORDER)
  const namesakes = await namesakesOf(page, kind, form.values.name)
  return (
    <FormCard page={page} title={kind === 'person' ? t.csub.addPerson : t.csub.addUnit} form={form} said={said}>
      <Form
        key={form.key}
        action={recordNewSubjectAction.bind(null, state.caseId, kind)}
        formKey={me.newId()}
        hidden={{ readAt: '0', kind }}
        draft={name}
      >
        <SubjectFields {...{ t, kind, said, namesakes }} values={form.values} />
        <Send t={t} label={t.csub.saveSubject} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}
