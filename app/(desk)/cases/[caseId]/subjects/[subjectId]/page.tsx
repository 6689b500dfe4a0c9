import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NotNow, SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import { conflictFields } from '#app/(desk)/cases/_case/conflict-form'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import { namesakesOf, SUBJECT_ORDER, subjectDiffering, SubjectFields, subjectValues } from '#app/(desk)/cases/_case/subject-fields.tsx'
import { recordSubjectAction, strikeSubjectAction } from './actions.ts'

type Props = Readonly<{ params: Promise<{ caseId: string; subjectId: string }> }>
type Given = Readonly<{ page: CasePage; subjectId: string; subject: CasePage['state']['subjects'][string] }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseId, subjectId } = await params
  return caseMetadata(params, (t, { subjects }) => (subjects[subjectId]?.kind === 'unit' ? t.subjects.editUnit : t.subjects.editPerson), {
    form: `subject:${caseId}:${subjectId}`,
  })
}

export default async function SubjectPage({ params }: Props) {
  const page = await openCasePage(params)
  const { subjectId } = await params
  const { t, state, may } = page
  const subject = Object.hasOwn(state.subjects, subjectId) ? state.subjects[subjectId] : undefined
  const answer = may('RecordSubject').is
  if (answer === 'never') denied()
  if (!subject) notFound()
  return (
    <CaseFrame page={page} tab="subjects" current={subject.name} compact>
      {answer === 'not-now' ? (
        <NotNowCard t={t} title={subject.name} reason={t.subjects.closed} />
      ) : (
        <>
          <Edit {...{ page, subjectId, subject }} />
          <Strike {...{ page, subjectId, subject }} />
        </>
      )}
    </CaseFrame>
  )
}

async function Edit({ page, subjectId, subject }: Given) {
  const { me, t, state } = page
  const { kind, seq } = subject
  const name = `subject:${state.caseId}:${subjectId}`
  const form = await readForm(me, name, subjectValues(subject))
  const said = sentencesOf(t, form.errors, { 'case.namesake': 'account' }, SUBJECT_ORDER)
  const { base, key, hidden } = conflictFields(form, seq)
  const namesakes = await namesakesOf(page, kind, form.values.name)
  return (
    <FormCard page={page} title={kind === 'person' ? t.subjects.editPerson : t.subjects.editUnit} form={form} said={said}>
      <Form
        key={key}
        action={recordSubjectAction.bind(null, state.caseId, subjectId, kind)}
        formKey={me.newId()}
        hidden={{ ...hidden, kind }}
        draft={name}
      >
        <Conflict page={page} base={base} types={['SubjectRecorded']} fields={subjectDiffering(form.values, subject, t)} />
        <SubjectFields {...{ t, kind, said, namesakes }} values={form.values} />
        <Send t={t} label={t.subjects.saveSubject} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}

async function Strike({ page, subjectId, subject: { kind, seq } }: Given) {
  const { me, t, state } = page
  const form = await readForm(me, `strike:${state.caseId}:${subjectId}`, { reason: '' })
  const said = sentencesOf(t, form.errors, {})
  const isInUse = state.lines.some((line) => line.subjectId === subjectId)
  return (
    <div className="narrow sub-page">
      <Card title={kind === 'person' ? t.subjects.strikeTitle : t.subjects.strikeUnitTitle} id="strike">
        <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
        {isInUse ? (
          <NotNow reason={t.subjects.strikeBlocked}>{t.subjects.strike}</NotNow>
        ) : (
          <Form
            key={form.key}
            action={strikeSubjectAction.bind(null, state.caseId, subjectId)}
            formKey={me.newId()}
            hidden={{ readAt: String(seq) }}
          >
            <p>{t.subjects.strikeNote}</p>
            <TextField name="reason" label={t.subjects.strikeReason} value={form.values.reason} error={said.at('reason')} width="full" />
            <Actions>
              <SubmitButton kind="danger">{t.subjects.strike}</SubmitButton>
            </Actions>
          </Form>
        )}
      </Card>
    </div>
  )
}
