import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { paperSeqs } from '#lib/domain/transfer/decide'
import { readForm } from '#lib/server/forms/forms'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { one } from '#app/(desk)/_parts/props'
import { openOwnTransfer, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { listDescribed } from '#app/(desk)/transfers/_track/described'
import { disputePaperAction } from '../actions.ts'
import { openDeed } from '../_parts/deed-page.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'

export async function generateMetadata({ params, searchParams }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.receiving.disputeTitle, `dispute:${one(await searchParams, 'seq')}:${(await params).trackId}`)
}

export default async function DisputePage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'DisputePaper')
  const { me, t, track, at } = page
  const seq = one(await searchParams, 'seq')
  const entry = (await listDescribed(page)).find(({ key }) => key === seq)
  if (!entry || !paperSeqs(track).includes(Number(seq)) || track.disputes.some(({ about }) => String(about) === seq)) notFound()
  const name = `dispute:${seq}:${track.trackId}`
  const form = await readForm(me, name, { reason: '' })
  const said = sentencesOf(t, form.errors)
  return (
    <TransferFrame page={page} current={t.receiving.dispute}>
      <FormCard page={page} title={t.receiving.disputeTitle} lead={t.receiving.disputeNote} form={form} said={said}>
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
          <TextArea name="reason" label={t.receiving.disputeReason} value={form.values.reason} error={said.at('reason')} rows={5} />
          <Send t={t} label={t.receiving.disputeGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferFrame>
  )
}
