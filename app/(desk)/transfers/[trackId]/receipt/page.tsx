import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { LinkButton } from '#app/_ui/button'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { sentFiles } from '#lib/domain/transfer/state'
import { denied, readsPaper } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { receiptsOf } from '#lib/views/papers/receipt'
import { PaperView } from '#app/(desk)/_papers/paper-view.tsx'
import { Receipts } from '#app/(desk)/_papers/receipts.tsx'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { one } from '#app/(desk)/_parts/props'
import { openTransferPage, transferMetadata, type TransferPage, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { signReceiptAction } from '../actions.ts'
import { countDamaged, Verified } from '../_parts/files.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'
import { nextOf, titlesOf } from './then.ts'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.paperwork.receipt, `receipt:${(await params).trackId}`)
}

/** Before signing the form, after it the paper that both sides print. */
export default async function ReceiptPage({ params, searchParams }: TransferProps) {
  const page = await openTransferPage(params)
  if (page.view === 'body' && page.may('SignReceipt').is === 'yes')
    return <SignForm page={page} then={nextOf(one(await searchParams, 'then'))} />
  return <Signed page={page} />
}

async function SignForm({ page, then }: { page: TransferPage; then: string | null }) {
  const { me, t, state, track, at } = page
  const name = `receipt:${track.trackId}`
  const form = await readForm(me, name, { remarks: '' })
  const said = sentencesOf(t, form.errors, {}, ['remarks', 'password'])
  const damaged = await countDamaged(page, false)
  const { title, next } = titlesOf(t, then)
  return (
    <TransferFrame page={page} current={t.paperwork.receipt}>
      <FormCard
        page={page}
        title={title}
        lead={t.receiving.signNote(track.snapshot.letterNo, sentFiles(track).length)}
        form={form}
        said={said}
      >
        <div className="gap-after">
          <Verified page={page} damaged={damaged} />
        </div>
        {damaged ? (
          <Banner kind="bad">
            <p>{t.receiving.damagedNote}</p>
            <LinkButton href={at}>{t.receiving.back}</LinkButton>
          </Banner>
        ) : (
          next && (
            <div className="gap-after">
              <Banner>
                <p>{t.receiving.signThen(next)}</p>
              </Banner>
            </div>
          )
        )}
        {!damaged && (
          <Form key={form.key} action={signReceiptAction.bind(null, track.trackId, then ?? '')} formKey={me.newId()} draft={name}>
            <TextArea
              name="remarks"
              label={t.receiving.remarks}
              optional={t.form.optional}
              value={form.values.remarks}
              error={said.at('remarks')}
              rows={3}
            />
            <PasswordAgain me={me} t={t} caseId={state.caseId} act="SignReceipt" error={said.at('password')} />
            <Send t={t} label={t.receiving.sign} back={at} draft savedAt={form.savedAt} />
          </Form>
        )}
      </FormCard>
    </TransferFrame>
  )
}

/** One's own receipt, and those of the bodies before; a copied body has none. */
function Signed({ page }: { page: TransferPage }) {
  const { me, t, track, names, at, view } = page
  if (view === 'copied') denied()
  if (receiptsOf(track).length === 0) notFound()
  readsPaper('receipt')
  const { letterNo } = track.snapshot
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: letterNo }, { label: t.paperwork.receipt }]
  return (
    <PaperView {...{ me, t, crumbs }} title={t.track.receipt} number={letterNo} back={{ href: at, label: t.receiving.back }}>
      <Receipts track={track} names={names} />
    </PaperView>
  )
}
