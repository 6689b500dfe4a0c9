import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { readForm } from '#lib/server/forms'
import { PasswordAgain } from '../../../_track/password-again.tsx'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { FormCard, Send } from '../../../cases/_case/form-card.tsx'
import { openOwnTransfer, transferMetadata, type TransferProps } from '../../_track/open.ts'
import { returnTransferAction } from '../actions.ts'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.recv.giveBack, `return:${(await params).trackId}`)
}

/** Only what is no duty of this kind of body (T16). */
export default async function ReturnPage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'ReturnTransfer')
  const { me, t, state, track, at } = page
  const name = `return:${track.trackId}`
  const form = await readForm(me, name, { reason: '', competent: '' })
  const said = sentencesOf(t, form.errors, {}, ['reason', 'competent', 'password'])
  return (
    <TransferPage page={page} here={t.recv.giveBack}>
      <JustSigned page={page} query={await searchParams} next={t.recv.thenReturn} />
      <FormCard page={page} title={t.recv.giveBack} form={form} said={said}>
        <div className="gap-after">
          <Banner kind="warn">
            <p>{t.recv.returnNote}</p>
          </Banner>
        </div>
        <Form key={form.key} action={returnTransferAction.bind(null, track.trackId)} formKey={me.newId()} draft={name}>
          <TextArea name="reason" label={t.recv.returnReason} value={form.values.reason} error={said.at('reason')} rows={4} />
          <TextField
            name="competent"
            label={t.recv.competent}
            optional={t.form.optional}
            value={form.values.competent}
            error={said.at('competent')}
          />
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="ReturnTransfer" error={said.at('password')} />
          <Send t={t} label={t.recv.returnGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferPage>
  )
}
