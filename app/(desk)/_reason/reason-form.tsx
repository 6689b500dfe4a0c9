/** The form of an act that is a row of lib/schemas/reason-acts.ts: what it means, what it asks, the password where its grade asks for it. */
import { Banner } from '#app/_ui/banner'
import { DateField, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import type { Messages } from '#lib/i18n/messages'
import { REASON_ACTS, type ReasonAct } from '#lib/schemas/reason-acts'
import { readForm, type FormState } from '#lib/server/forms/forms'
import type { SignedIn } from '#lib/server/session/signed-in'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { named } from '#app/_form/named'
import { sentencesOf, type Sentences } from '#app/_form/sentences'
import { reasonAction } from '../actions.ts'
import { FormCard, Send } from '../_parts/form-card.tsx'
import { placesOf } from './places.ts'

/** A page's place among the rows: which act it draws, of what. */
export type ReasonOf = Readonly<{ act: ReasonAct; caseId: string; trackId: string }>
export type ReasonState = Readonly<{ form: FormState<Readonly<Record<string, string>>>; said: Sentences }>

/** What was kept of it, and what is wrong. */
export async function readReason(me: SignedIn, t: Messages, { act, ...at }: ReasonOf): Promise<ReasonState> {
  const names = Object.keys(REASON_ACTS[act].fields)
  const form = await readForm(me, placesOf(act, at).form, Object.fromEntries(names.map((name) => [name, ''])))
  return { form, said: named(sentencesOf(t, form.errors, {}, [...names, 'password']), t, t.reasonAct[act].fields) }
}

export function ReasonForm({
  page: { me, t },
  of: { act, caseId, trackId },
  state: { form, said },
  body,
}: {
  page: Readonly<{ me: SignedIn; t: Messages }>
  of: ReasonOf
  state: ReasonState
  /** The name of the other side. */ body: string
}) {
  const { fields, note } = REASON_ACTS[act]
  const words = t.reasonAct[act]
  const places = placesOf(act, { caseId, trackId })
  const labels: Readonly<Record<string, string>> = words.fields
  return (
    <FormCard page={{ me, t }} title={words.title} {...(note === 'lead' && { lead: words.note(body) })} form={form} said={said}>
      {note === 'warning' && (
        <div className="gap-after">
          <Banner kind="warn">
            <p>{words.note(body)}</p>
          </Banner>
        </div>
      )}
      <Form key={form.key} action={reasonAction.bind(null, act, caseId, trackId)} formKey={me.newId()} draft={places.form}>
        {Object.entries(fields).map(([name, { kind, rows, isOptional }]) => {
          const common = { name, label: labels[name] ?? '', value: form.values[name] ?? '', error: said.at(name) }
          const optional = isOptional ? { optional: t.form.optional } : {}
          return kind === 'lines' ? (
            <TextArea key={name} {...common} {...optional} rows={rows} />
          ) : kind === 'day' ? (
            <DateField key={name} {...common} hint={t.form.dateHint} />
          ) : (
            <TextField key={name} {...common} {...optional} />
          )
        })}
        <PasswordAgain me={me} t={t} caseId={caseId} act={act} error={said.at('password')} />
        <Send t={t} label={words.go} back={places.to} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}
