/** The form of an act that is a row of lib/schemas/reason-acts.ts: what it means, what it asks, the password where its grade asks for it. */
import { Banner } from '#app/_ui/banner'
import { DateField, FileField, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { CHARGES } from '#lib/domain/law/charges'
import type { Lang } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { REASON_ACTS, type ReasonAct } from '#lib/schemas/reason-acts'
import { readForm, type FormState } from '#lib/server/forms/forms'
import type { SignedIn } from '#lib/server/session/signed-in'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { named } from '#app/_form/named'
import { sentencesOf, type Sentences } from '#app/_form/sentences'
import { reasonAction } from '../actions.ts'
import { FormCard, Send } from '../_parts/form-card.tsx'
import type { Beside } from './beside.tsx'
import { placesOf } from './places.ts'

/** A page's place among the rows: which act it draws, of what. */
export type ReasonOf = Readonly<{ act: ReasonAct; caseId: string; trackId: string }>
export type ReasonState = Readonly<{ form: FormState<Readonly<Record<string, string>>>; said: Sentences }>

/** What was kept of it, and what is wrong. `usual`: what stands in a field that nobody has typed into. */
export async function readReason(
  me: SignedIn,
  t: Messages,
  { act, ...at }: ReasonOf,
  usual: Readonly<Record<string, string>> = {},
): Promise<ReasonState> {
  const { fields, document, beside = {} } = REASON_ACTS[act]
  const names = Object.keys(fields)
  const form = await readForm(me, placesOf(act, at).form, Object.fromEntries(names.map((name) => [name, usual[name] ?? ''])))
  const order = [...names, 'password', ...(document ? ['document'] : [])]
  return { form, said: named(sentencesOf(t, form.errors, beside, order), t, t.reasonAct[act].fields) }
}

type Given = Readonly<{
  page: Readonly<{ me: SignedIn; t: Messages }>
  of: ReasonOf
  state: ReasonState
  /** The name of the other side. */ body: string
  /** What is read first. */ beside?: Beside | null
}>

export function ReasonForm({ page: { me, t }, of: { act, caseId, trackId }, state: { form, said }, body, beside = null }: Given) {
  const { fields, note, document, slug } = REASON_ACTS[act]
  const words = t.reasonAct[act]
  const places = placesOf(act, { caseId, trackId })
  // A file goes to a route: bytes first, then the event.
  const action = document ? `/api/transfers/${trackId}/acts/${slug}` : reasonAction.bind(null, act, caseId, trackId)
  const hidden = Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'read' ? [[name, String(beside?.seq ?? 0)]] : []))
  return (
    <FormCard page={{ me, t }} title={words.title} {...(note === 'lead' && { lead: words.note(body) })} form={form} said={said}>
      {note === 'warning' && (
        <div className="gap-after">
          <Banner kind="warn">
            <p>{words.note(body)}</p>
          </Banner>
        </div>
      )}
      {beside && (
        <div className="gap-after">
          <h2>{beside.title}</h2>
          <blockquote className="quote">{beside.text}</blockquote>
        </div>
      )}
      <Form
        key={form.key}
        action={action}
        formKey={me.newId()}
        hidden={Object.fromEntries(hidden)}
        draft={places.form}
        {...(document && { files: true })}
      >
        <ReasonFields t={t} lang={me.lang} act={act} state={{ form, said }} />
        <PasswordAgain me={me} t={t} caseId={caseId} act={act} error={said.at('password')} />
        {document && (
          <FileField
            name="document"
            label={words.document ?? t.stage.document}
            hint={t.receiving.documentHint}
            error={said.at('document')}
            {...(document === 'optional' && { optional: t.form.optional })}
          />
        )}
        <Send t={t} label={words.go} back={places.to} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}

type FieldsGiven = Readonly<{ t: Messages; lang: Lang; act: ReasonAct; state: ReasonState; without?: readonly string[] }>
/** What the act asks besides password and file. `without`: what is asked elsewhere in the same form. */
export function ReasonFields({ t, lang, act, state: { form, said }, without = [] }: FieldsGiven) {
  const words = t.reasonAct[act]
  const labels: Readonly<Record<string, string>> = words.fields
  const asked = Object.entries(REASON_ACTS[act].fields)
  return asked.map(([name, { kind, rows, isOptional, options }]) => {
    const value = form.values[name] ?? ''
    const common = { name, label: labels[name] ?? '', value, error: said.at(name) }
    const optional = isOptional ? { optional: t.form.optional } : {}
    if (kind === 'read' || without.includes(name)) return null
    if (kind === 'lines') return <TextArea key={name} {...common} {...optional} rows={rows} />
    if (kind === 'day') return <DateField key={name} {...common} hint={t.form.dateHint} />
    if (kind === 'text') return <TextField key={name} {...common} {...optional} />
    if (kind === 'charge')
      return (
        <Select
          key={name}
          {...common}
          {...optional}
          choose={t.form.choose}
          options={CHARGES.map((one) => ({ value: one.id, label: say(one, lang) }))}
        />
      )
    return (
      <RadioGroup
        key={name}
        {...common}
        value={value || undefined}
        options={options.map((one) => ({ value: one, label: words.choices?.[one] ?? '' }))}
      />
    )
  })
}
