import { Card } from '#app/_ui/card'
import { SubmitButton } from '#app/_ui/button'
import { DraftAutosave } from '#app/_ui/draft-autosave'
import { RadioGroup, TextArea } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { roundOf } from '#lib/domain/case/rounds'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { formatInstant } from '#lib/i18n/dates'
import { readForm } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { named, withStale } from '#app/_form/named'
import { giveOpinionAction } from '../actions.ts'

/** The legal review: read by those who read the inner volume (D13), written once by a reviewer who is no officer of it. Without it the head may decide. */
export function OpinionCard({ page }: { page: CasePage }) {
  const { state, t, me, names, may } = page
  const opinion = roundOf(state).opinion
  const stage = stageOf(state)
  if (may('ReadInner').is !== 'yes') return null
  if (opinion) {
    return (
      <Card title={t.decision.opinionTitle}>
        <p>
          <b>{t.decision.verdict[opinion.verdict]}</b>
        </p>
        <p className="lines">{opinion.text}</p>
        <p className="sec">{t.report.who(names.person(opinion.by.personId), formatInstant(opinion.at, me.lang))}</p>
      </Card>
    )
  }
  if (may('GiveOpinion').is === 'yes') return <OpinionForm page={page} />
  if (stage.phase === 'investigating') return null
  return (
    <Card title={t.decision.opinionTitle}>
      <p>{t.decision.noOpinion}</p>
    </Card>
  )
}

async function OpinionForm({ page: { state, t, me } }: { page: CasePage }) {
  const { caseId, sections } = state
  const name = `opinion:${caseId}`
  const form = await readForm(me, name, { verdict: '', text: '' })
  const said = named(sentencesOf(withStale(t, t.decision.stale), form.errors, {}, ['verdict', 'text']), t, { text: t.decision.verdictText })
  const options = (['agree', 'agree-with-notes', 'disagree'] as const).map((value) => ({ value, label: t.decision.verdict[value] }))
  return (
    <Card title={t.decision.reviewing} id="opinion">
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form
        key={form.key}
        action={giveOpinionAction.bind(null, caseId)}
        formKey={me.newId()}
        hidden={{ readAt: String(sections.review) }}
        draft={name}
      >
        <RadioGroup
          name="verdict"
          label={t.decision.verdictLabel}
          value={form.values.verdict}
          error={said.at('verdict')}
          options={options}
        />
        <TextArea
          name="text"
          label={t.decision.verdictText}
          hint={t.decision.verdictHint}
          value={form.values.text}
          error={said.at('text')}
          rows={8}
        />
        <Actions>
          <SubmitButton kind="primary">{t.decision.giveOpinion}</SubmitButton>
          <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
          <DraftAutosave
            url="/api/drafts"
            savedAt={form.savedAt || undefined}
            words={{
              saved: t.form.draftSaved('{time}'),
              saving: t.form.draftSaving,
              failed: t.form.draftFailed,
              tooLarge: t.form.draftTooLarge,
            }}
          />
        </Actions>
      </Form>
    </Card>
  )
}
