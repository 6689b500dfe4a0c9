import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, FileField, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { CHARGES } from '#lib/domain/law/charges'
import { say } from '#lib/i18n/law'
import { readForm } from '#lib/server/forms/forms'
import { hasExamined } from '#lib/usecases/read-case'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { limitOf } from '#app/(desk)/transfers/_track/limits'
import { openOwnTransfer, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { openDeed } from '../_parts/deed-page.tsx'
import { NextStepCard } from '../_parts/next-step-card.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'

const ORDER = ['outcome', 'decisionNo', 'decidedOn', 'charge', 'reasons', 'password', 'document']

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.filing.title, `decision:${(await params).trackId}`)
}

/** To file or not to file, with the paper that says so; not filing with reasons (R310 art. 8). */
export default async function DecisionPage({ params }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'FileCase')
  const { me, t, state, track } = page
  if (await hasExamined(me.read, state, me.person.personId))
    return (
      <TransferFrame page={page} current={t.filing.title} nextStep={<NextStepCard page={page} bare />}>
        <Card title={t.filing.title}>
          <NotNow reason={t.refusal['decision.took-part']({})}>{t.receiving.decideGo}</NotNow>
        </Card>
      </TransferFrame>
    )
  const name = `decision:${track.trackId}`
  const form = await readForm(me, name, { outcome: '', decisionNo: '', decidedOn: '', charge: '', reasons: '' })
  const { values } = form
  const said = sentencesOf(t, form.errors, { 'transfer.no-reasons': 'reasons', 'transfer.decided-before-receipt': 'decidedOn' }, ORDER)
  // What the sender has to do, or may, after the notice; of the police alone a text says so.
  const [handOver, reconsider] = [limitOf(page, 'hand-over'), limitOf(page, 'reconsider')]
  return (
    <TransferFrame page={page} current={t.filing.title} nextStep={<NextStepCard page={page} bare />}>
      <FormCard page={page} title={t.filing.title} form={form} said={said}>
        <div className="gap-after">
          <Banner>
            <p>{t.receiving.decideNote(page.names.of(track.snapshot.from))}</p>
          </Banner>
        </div>
        <Form key={form.key} action={`/api/transfers/${track.trackId}/decision`} formKey={me.newId()} draft={name} files>
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
          <DateField
            name="decidedOn"
            label={t.filing.docDate}
            hint={t.form.dateHint}
            value={values.decidedOn}
            error={said.at('decidedOn')}
          />
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
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="FileCase" error={said.at('password')} />
          <FileField name="document" label={t.receiving.document} hint={t.receiving.documentHint} error={said.at('document')} />
          <Send t={t} label={t.receiving.decideGo} back={page.at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferFrame>
  )
}
