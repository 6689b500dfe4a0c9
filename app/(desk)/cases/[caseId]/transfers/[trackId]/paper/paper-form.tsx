/** The form of one act: what stands on the paper, its scan, and what the act itself needs. Long, because six acts share one frame. */
import { LinkButton } from '#app/_ui/button'
import { DateField, FileField, Fieldset, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { CHARGES } from '#lib/domain/law/charges'
import { say } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { REASON_ACTS, type ReasonAct } from '#lib/schemas/reason-acts'
import { isOwnPaperAct, paperDeed, type OwnPaperAct, type PaperAct } from '#lib/schemas/transfer'
import type { FormState } from '#lib/server/forms/forms'
import { listOfKind } from '#lib/usecases/directory'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf, type Sentences } from '#app/_form/sentences'
import { besideOf } from '#app/(desk)/_reason/beside.tsx'
import { ReasonFields } from '#app/(desk)/_reason/reason-form.tsx'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import type { TrackPage } from '#app/(desk)/cases/_track/open'

type Values = Readonly<Record<string, string>> &
  Readonly<
    Record<
      | 'onPaperDay'
      | 'onPaperTime'
      | 'paperNo'
      | 'actedBy'
      | 'remarks'
      | 'wanted'
      | 'target'
      | 'reason'
      | 'competent'
      | 'outcome'
      | 'charge'
      | 'reasons',
      string
    >
  >
type Part = Readonly<{ page: TrackPage; values: Values; said: Sentences }>
const ORDER = [
  'outcome',
  'onPaperDay',
  'onPaperTime',
  'paperNo',
  'actedBy',
  'remarks',
  'wanted',
  'target',
  'reason',
  'charge',
  'reasons',
  'competent',
  'document',
]

/** What it is called, and how the sender knows of it. */
export function paperWords({ paperwork, reasonAct }: Messages, act: PaperAct): Readonly<{ title: string; hint: string }> {
  if (isOwnPaperAct(act)) return { title: paperwork[act], hint: paperwork.hints[act] }
  return reasonAct[act].onPaper ?? { title: reasonAct[act].title, hint: '' }
}

export function PaperForm({ page, act, form, several }: { page: TrackPage; act: PaperAct; form: FormState<Values>; several: boolean }) {
  const { me, t, state, track, at } = page
  const { values } = form
  const said = sentencesOf(
    t,
    form.errors,
    {
      'deed.before': 'onPaperTime',
      'deed.future': 'onPaperTime',
      'transfer.decided-before-receipt': 'onPaperTime',
      'transfer.same-unit': 'target',
      'transfer.wrong-kind': 'target',
      'transfer.no-reasons': 'reasons',
      'stage.needs-reason': 'text',
    },
    ORDER,
  )
  return (
    <FormCard
      page={page}
      title={`${t.paperwork.title}${t.track.colon}${paperWords(t, act).title}`}
      lead={t.paperwork.intro(page.names.of(track.to))}
      form={form}
      said={said}
    >
      <Form
        key={form.key}
        action={`/api/cases/${state.caseId}/tracks/${track.trackId}/paper`}
        formKey={me.newId()}
        hidden={{ act, ...readFields(page, act) }}
        draft={`paper-${act}:${track.trackId}`}
        files
      >
        <Fieldset legend={t.paperwork.paper}>
          {act === 'decision' && (
            <RadioGroup
              name="outcome"
              label={t.paperwork.outcome}
              value={values.outcome || undefined}
              error={said.at('outcome')}
              options={[
                { value: 'file', label: t.filing.file },
                { value: 'decline', label: t.filing.noFile },
              ]}
            />
          )}
          <DateField
            name="onPaperDay"
            label={t.paperwork.day}
            hint={t.form.dateHint}
            value={values.onPaperDay}
            error={said.at('onPaperDay')}
          />
          <TextField
            name="onPaperTime"
            label={t.paperwork.time}
            hint={t.paperwork.timeHint}
            value={values.onPaperTime}
            error={said.at('onPaperTime')}
            width="short"
          />
          <TextField name="paperNo" label={t.paperwork.no} value={values.paperNo} error={said.at('paperNo')} />
          <TextField name="actedBy" label={t.paperwork.actedBy} value={values.actedBy} error={said.at('actedBy')} />
        </Fieldset>
        {isOwnPaperAct(act) ? (
          <Content page={page} act={act} values={values} said={said} />
        ) : (
          <ReasonFields t={t} lang={me.lang} act={act} state={{ form, said }} without={saidOnPaper(act)} />
        )}
        <FileField name="document" label={t.paperwork.file} hint={t.paperwork.fileHint} error={said.at('document')} />
        <PasswordAgain me={me} t={t} caseId={state.caseId} act={paperDeed(act)} onPaper error={said.at('password')} />
        <Send t={t} label={t.paperwork.go} back={at} draft savedAt={form.savedAt}>
          {several && <LinkButton href={`${at}/${track.trackId}/paper`}>{t.paperwork.another}</LinkButton>}
        </Send>
      </Form>
    </FormCard>
  )
}

/** What was open when this form was drawn. */
function readFields({ track, t }: TrackPage, act: PaperAct): Readonly<Record<string, string>> {
  if (isOwnPaperAct(act)) return {}
  const seq = String(besideOf(act, track, t)?.seq ?? 0)
  return Object.fromEntries(Object.entries(REASON_ACTS[act].fields).flatMap(([name, { kind }]) => (kind === 'read' ? [[name, seq]] : [])))
}

/** Asked above, since the paper says it of itself. */
function saidOnPaper(act: ReasonAct): readonly string[] {
  const { onPaper } = REASON_ACTS[act]
  return [onPaper?.no, onPaper?.day].filter((name) => typeof name === 'string')
}

function Content({ act, ...part }: Part & { act: OwnPaperAct }) {
  const {
    page: { t },
    values,
    said,
  } = part
  switch (act) {
    case 'receipt':
      return (
        <TextArea
          name="remarks"
          label={t.paperwork.remarks}
          optional={t.form.optional}
          value={values.remarks}
          error={said.at('remarks')}
          rows={3}
        />
      )
    case 'examination':
      return null
    case 'supplement':
      return (
        <TextArea
          name="wanted"
          label={t.paperwork.wanted}
          hint={t.paperwork.wantedHint}
          value={values.wanted}
          error={said.at('wanted')}
          rows={5}
        />
      )
    case 'pass-on':
      return <PassOn {...part} />
    case 'return':
      return (
        <>
          <TextArea name="reason" label={t.paperwork.reason} value={values.reason} error={said.at('reason')} rows={4} />
          <TextField
            name="competent"
            label={t.paperwork.competent}
            optional={t.form.optional}
            value={values.competent}
            error={said.at('competent')}
          />
        </>
      )
    case 'decision':
      return <Decision {...part} />
  }
}

async function PassOn({ page: { me, t, track }, values, said }: Part) {
  const bodies = (await listOfKind(me.read, track.to.kind, me.today)).filter(({ unitId }) => unitId !== track.to.unitId)
  return (
    <>
      <Select
        name="target"
        label={t.paperwork.target}
        value={values.target}
        choose={t.form.choose}
        error={said.at('target')}
        options={bodies.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <TextArea name="reason" label={t.paperwork.reason} value={values.reason} error={said.at('reason')} rows={4} />
    </>
  )
}

function Decision({ page: { me, t }, values, said }: Part) {
  return (
    <>
      <Select
        name="charge"
        label={t.paperwork.charge}
        optional={t.form.optional}
        value={values.charge}
        choose={t.form.choose}
        error={said.at('charge')}
        options={CHARGES.map((charge) => ({ value: charge.id, label: say(charge, me.lang) }))}
      />
      <TextArea
        name="reasons"
        label={t.filing.reason}
        hint={t.receiving.reasonsHint}
        value={values.reasons}
        error={said.at('reasons')}
        rows={5}
      />
    </>
  )
}
