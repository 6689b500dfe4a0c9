import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../../../_form/sentences.ts'
import { CasePage } from '../../../../_case/case-page.tsx'
import { FormCard, Send } from '../../../../_case/form-card.tsx'
import { openTrackPage, trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { PasswordAgain } from '../../../../../_track/password-again.tsx'
import { withdrawTransferAction } from './actions.ts'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.send.withdrawTitle, { form: `withdraw:${(await params).trackId}` })
}

/** Until the receipt is signed; afterwards the way back is a supplement or a return. */
export default async function WithdrawPage({ params }: TrackProps) {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  const { me, t, track, may, at } = page
  const answer = may('WithdrawTransfer', trackId).is
  if (answer === 'never') denied()
  if (answer === 'not-now') redirect(at)
  const name = `withdraw:${trackId}`
  const form = await readForm(me, name, { reason: '' })
  const said = sentencesOf(t, form.errors, {}, ['reason', 'password'])
  return (
    <CasePage page={page} tab="transfers" here={t.send.withdrawTitle} compact>
      <FormCard page={page} title={t.send.withdrawTitle} lead={t.send.withdrawNote(page.names.of(track.to))} form={form} said={said}>
        <Form key={form.key} action={withdrawTransferAction.bind(null, caseId, trackId)} formKey={me.newId()} draft={name}>
          <TextArea name="reason" label={t.send.withdrawReason} value={form.values.reason} error={said.at('reason')} rows={3} />
          <PasswordAgain me={me} t={t} caseId={caseId} act="WithdrawTransfer" error={said.at('password')} />
          <Send t={t} label={t.send.withdrawGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </CasePage>
  )
}
