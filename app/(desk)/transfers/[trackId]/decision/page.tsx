import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, FileField, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { CHARGES } from '#lib/domain/law/charges'
import { say } from '#lib/i18n/law'
import { readForm } from '#lib/server/forms'
import { hasExamined } from '#lib/usecases/read-case'
import { PasswordAgain } from '../../../../_form/password-again.tsx'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { FormCard, Send } from '../../../cases/_case/form-card.tsx'
import { limitOf } from '../../_track/limits.ts'
import { openOwnTransfer, transferMetadata, type TransferProps } from '../../_track/open.ts'
import { openDeed } from '../_parts/deed-page.tsx'
import { Strip } from '../_parts/strip.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'

const ORDER = ['outcome', 'decisionNo', 'decidedOn', 'charge', 'reasons', 'password', 'document']

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.dec.title, `decision:${(await params).trackId}`)
}

/** To file or not to file, with the paper that says so; not filing with reasons (R310 art. 8). */
export default async function DecisionPage({ params }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'FileCase')
  const { me, t, state, track } = page
  if (await hasExamined(me.read, state, me.person.personId))
    return (
      <TransferPage page={page} here={t.dec.title} strip={<Strip page={page} bare />}>
        <Card title={t.dec.title}>
          <NotNow reason={t.refusal['decision.took-part']({})}>{t.recv.decideGo}</NotNow>
        </Card>
      </TransferPage>
    )
  const name = `decision:${track.trackId}`
  const form = await readForm(me, name, { outcome: '', decisionNo: '', decidedOn: '', charge: '', reasons: '' })
  const { values } = form
  const said = sentencesOf(t, form.errors, { 'transfer.no-reasons': 'reasons', 'transfer.decided-before-receipt': 'decidedOn' }, ORDER)
  // What the sender has to do, or may, after the notice; of the police alone a text says so.
  const [handOver, reconsider] = [limitOf(page, 'hand-over'), limitOf(page, 'reconsider')]
  return (
    <TransferPage page={page} here={t.dec.title} strip={<Strip page={page} bare />}>
      <FormCard page={page} title={t.dec.title} form={form} said={said}>
        <div className="gap-after">
          <Banner>
            <p>{t.recv.decideNote(page.names.of(track.snapshot.from))}</p>
          </Banner>
        </div>
        <Form key={form.key} action={`/api/transfers/${track.trackId}/decision`} formKey={me.newId()} draft={name} files>
          <RadioGroup
            name="outcome"
            label={t.recv.outcome}
            value={values.outcome || undefined}
            error={said.at('outcome')}
            options={[
              { value: 'file', label: t.dec.file, hint: handOver === null ? undefined : t.dec.fileNote(handOver) },
              { value: 'decline', label: t.dec.noFile, hint: reconsider === null ? undefined : t.dec.noFileNote(reconsider) },
            ]}
          />
          <TextField name="decisionNo" label={t.dec.docNo} value={values.decisionNo} error={said.at('decisionNo')} />
          <DateField name="decidedOn" label={t.dec.docDate} hint={t.form.dateHint} value={values.decidedOn} error={said.at('decidedOn')} />
          <Select
            name="charge"
            label={t.recv.charge}
            optional={t.form.optional}
            value={values.charge}
            choose={t.form.choose}
            error={said.at('charge')}
            options={CHARGES.map((charge) => ({ value: charge.id, label: say(charge, me.lang) }))}
          />
          <TextArea
            name="reasons"
            label={t.dec.reason}
            hint={t.recv.reasonsHint}
            value={values.reasons}
            error={said.at('reasons')}
            rows={6}
          />
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="FileCase" error={said.at('password')} />
          <FileField name="document" label={t.recv.document} hint={t.recv.documentHint} error={said.at('document')} />
          <Send t={t} label={t.recv.decideGo} back={page.at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferPage>
  )
}
