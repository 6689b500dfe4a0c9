import { Banner } from '#app/_ui/banner'
import { DateField, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { CHARGES } from '#lib/domain/law/charges'
import { say } from '#lib/i18n/law'
import type { FormState } from '#lib/server/forms/forms'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { limitOf } from '#app/(desk)/transfers/_track/limits'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export type Typed = FormState<Record<'outcome' | 'decisionNo' | 'decidedOn' | 'charge' | 'reasons', string>>
const ORDER = ['outcome', 'decisionNo', 'decidedOn', 'charge', 'reasons', 'password', 'document']
export const saidOf = (page: TransferPage, form: Typed) =>
  sentencesOf(page.t, form.errors, { 'transfer.no-reasons': 'reasons', 'transfer.decided-before-receipt': 'decidedOn' }, ORDER)

/** What is decided. Its paper and the password come with the preview. */
export function DecisionForm({ page, form }: { page: TransferPage; form: Typed }) {
  const { me, t, track } = page
  const { values } = form
  const said = saidOf(page, form)
  // What the sender has to do, or may, after the notice; of the police alone a text says so.
  const [handOver, reconsider] = [limitOf(page, 'hand-over'), limitOf(page, 'reconsider')]
  return (
    <FormCard page={page} title={t.filing.title} form={form} said={said}>
      <div className="gap-after">
        <Banner>
          <p>{t.receiving.decideNote(page.names.of(track.snapshot.from))}</p>
        </Banner>
      </div>
      <Form
        key={form.key}
        action={`/api/transfers/${track.trackId}/decision`}
        formKey={me.newId()}
        hidden={{ step: 'preview' }}
        draft={`decision:${track.trackId}`}
        files
      >
        <RadioGroup
          name="outcome"
          label={t.receiving.outcome}
          value={values.outcome || undefined}
          error={said.at('outcome')}
          options={[
            { value: 'file', label: t.filing.file, hint: handOver === null ? undefined : t.filing.fileNote(handOver) },
            { value: 'decline', label: t.filing.noFile, hint: reconsider === null ? undefined : t.filing.noFileNote(reconsider) },
          ]}
        />
        <TextField name="decisionNo" label={t.filing.docNo} value={values.decisionNo} error={said.at('decisionNo')} />
        <DateField name="decidedOn" label={t.filing.docDate} hint={t.form.dateHint} value={values.decidedOn} error={said.at('decidedOn')} />
        <Select
          name="charge"
          label={t.receiving.charge}
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
          rows={6}
        />
        <Send t={t} label={t.receiving.preview} back={page.at} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}
