import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { paperSeqs } from '#lib/domain/transfer/decide'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { FormCard, Send } from '../../../cases/_case/form-card.tsx'
import { one } from '../../../cases/_case/props.ts'
import { openOwnTransfer, transferMetadata, type TransferProps } from '../../_track/open.ts'
import { listTold } from '../../_track/tell.ts'
import { disputePaperAction } from '../actions.ts'
import { openDeed } from '../_parts/deed-page.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'

export async function generateMetadata({ params, searchParams }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.recv.disputeTitle, `dispute:${one(await searchParams, 'seq')}:${(await params).trackId}`)
}

export default async function DisputePage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'DisputePaper')
  const { me, t, track, at } = page
  const seq = one(await searchParams, 'seq')
  const entry = (await listTold(page)).find(({ key }) => key === seq)
  if (!entry || !paperSeqs(track).includes(Number(seq)) || track.disputes.some(({ about }) => String(about) === seq)) notFound()
  const name = `dispute:${seq}:${track.trackId}`
  const form = await readForm(me, name, { reason: '' })
  const said = sentencesOf(t, form.errors)
  return (
    <TransferPage page={page} here={t.recv.dispute}>
      <FormCard page={page} title={t.recv.disputeTitle} lead={t.recv.disputeNote} form={form} said={said}>
        <div className="gap-after">
          <SummaryList
            items={[
              {
                key: 'what',
                label: entry.title,
                value: (
                  <>
                    {entry.time} {entry.by}
                    <br />
                    {entry.detail}
                  </>
                ),
              },
            ]}
          />
        </div>
        <Form key={form.key} action={disputePaperAction.bind(null, track.trackId, seq)} formKey={me.newId()} draft={name}>
          <TextArea name="reason" label={t.recv.disputeReason} value={form.values.reason} error={said.at('reason')} rows={5} />
          <Send t={t} label={t.recv.disputeGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferPage>
  )
}
