import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { LinkButton } from '#app/_ui/button'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { sentFiles } from '#lib/domain/transfer/state'
import { denied, readsPaper } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { receiptsOf } from '#lib/views/papers/receipt'
import { PaperView } from '../../../_papers/paper-view.tsx'
import { Receipts } from '../../../_papers/receipts.tsx'
import { PasswordAgain } from '../../../../_form/password-again.tsx'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { FormCard, Send } from '../../../cases/_case/form-card.tsx'
import { one } from '../../../cases/_case/props.ts'
import { openTransferPage, transferMetadata, type TransferPageData, type TransferProps } from '../../_track/open.ts'
import { signReceiptAction } from '../actions.ts'
import { countDamaged, Verified } from '../_parts/files.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'
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

async function SignForm({ page, then }: { page: TransferPageData; then: string | null }) {
  const { me, t, state, track, at } = page
  const name = `receipt:${track.trackId}`
  const form = await readForm(me, name, { remarks: '' })
  const said = sentencesOf(t, form.errors, {}, ['remarks', 'password'])
  const damaged = await countDamaged(page, false)
  const { title, next } = titlesOf(t, then)
  return (
    <TransferPage page={page} here={t.paperwork.receipt}>
      <FormCard page={page} title={title} lead={t.recv.signNote(track.snapshot.letterNo, sentFiles(track).length)} form={form} said={said}>
        <div className="gap-after">
          <Verified page={page} damaged={damaged} />
        </div>
        {damaged ? (
          <Banner kind="bad">
            <p>{t.recv.damagedNote}</p>
            <LinkButton href={at}>{t.recv.back}</LinkButton>
          </Banner>
        ) : (
          next && (
            <div className="gap-after">
              <Banner>
                <p>{t.recv.signThen(next)}</p>
              </Banner>
            </div>
          )
        )}
        {!damaged && (
          <Form key={form.key} action={signReceiptAction.bind(null, track.trackId, then ?? '')} formKey={me.newId()} draft={name}>
            <TextArea
              name="remarks"
              label={t.recv.remarks}
              optional={t.form.optional}
              value={form.values.remarks}
              error={said.at('remarks')}
              rows={3}
            />
            <PasswordAgain me={me} t={t} caseId={state.caseId} act="SignReceipt" error={said.at('password')} />
            <Send t={t} label={t.recv.sign} back={at} draft savedAt={form.savedAt} />
          </Form>
        )}
      </FormCard>
    </TransferPage>
  )
}

/** One's own receipt, and those of the bodies before; a copied body has none. */
function Signed({ page }: { page: TransferPageData }) {
  const { me, t, track, names, at, view } = page
  if (view === 'copied') denied()
  if (receiptsOf(track).length === 0) notFound()
  readsPaper('receipt')
  const { letterNo } = track.snapshot
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: letterNo }, { label: t.paperwork.receipt }]
  return (
    <PaperView {...{ me, t, crumbs }} title={t.track.receipt} number={letterNo} back={{ href: at, label: t.recv.back }}>
      <Receipts track={track} names={names} />
    </PaperView>
  )
}
