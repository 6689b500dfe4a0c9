import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Checkbox, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { SummaryList } from '#app/_ui/summary-list'
import { formatSize, shortDigest } from '#lib/i18n/numbers'
import { readForm } from '#lib/server/forms/forms'
import { manifestOf } from '#lib/usecases/check-files'
import { readListing } from '#lib/usecases/directory'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openSend, stepHref, type SendPage } from '../_parts/open-send.ts'
import { LetterPreview } from '../_parts/letter-preview.tsx'
import { RecipientCard } from '../_parts/recipient-card.tsx'
import { labelOf, SendFrame } from '../_parts/send-frame.tsx'
import { sendTransferAction } from './actions.ts'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.transfers.confirmTitle, { form: `send:${(await params).trackId}` })
}

/** To whom, by which letter, and under whose name: one page, grade B (found B8). */
export default async function ConfirmPage({ params }: TrackProps) {
  const page = await openSend(params, 'confirm')
  const { me, t, state, track } = page
  const { caseId, caseNo } = state
  const form = await readForm(me, `send:${track.trackId}`, { caseNo: '', agree: '' })
  const said = sentencesOf(t, form.errors, {}, ['caseNo', 'password', 'agree'])
  return (
    <SendFrame page={page} title={t.transfers.confirmTitle} before={<FormMessages t={t} lang={me.lang} form={form} sentences={said} />}>
      <div className="split decision">
        <div className="stack">
          <p className="no-print">
            <a href="#sign">{t.send.toSignature}</a>
          </p>
          <RecipientCard page={page} />
          <LetterPreview page={page} />
        </div>
        <div className="card no-print" id="sign">
          <div className="card-body stack">
            <Banner kind="warn">
              <p>{t.transfers.confirmWarn(page.names.of(track.to))}</p>
            </Banner>
            <Contents page={page} />
            <Form key={form.key} action={sendTransferAction.bind(null, caseId, track.trackId)} formKey={me.newId()}>
              <TextField
                name="caseNo"
                label={t.transfers.typeNo}
                hint={t.transfers.typeHint(caseNo)}
                value={form.values.caseNo}
                error={said.at('caseNo')}
                spellCheck={false}
              />
              <PasswordAgain me={me} t={t} caseId={caseId} act="SendTransfer" error={said.at('password')} />
              <Checkbox name="agree" label={t.transfers.agree} checked={form.values.agree === 'yes'} error={said.at('agree')} />
              <Actions>
                <SubmitButton kind="primary" size="large">
                  {t.transfers.go}
                </SubmitButton>
                <LinkButton size="large" href={stepHref(caseId, track.trackId, 'check')}>
                  {t.send.before(labelOf(t, 'check'))}
                </LinkButton>
                <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
              </Actions>
            </Form>
          </div>
        </div>
      </div>
    </SendFrame>
  )
}

async function Contents({ page: { me, t, state, track, files, names } }: { page: SendPage }) {
  const listing = await readListing(me.read, state.basics.division, track.to.unitId, me.today)
  return (
    <SummaryList
      items={[
        { key: 'no', label: t.case.number, value: <b>{state.caseNo}</b> },
        {
          key: 'to',
          label: t.send.confirmed,
          value: <To body={names.of(track.to)} word={t.send.liaison} who={listing?.liaison.name ?? ''} />,
        },
        {
          key: 'files',
          label: t.send.contents,
          value: t.send.contentsOf(files.length, formatSize(files.reduce((sum, { size }) => sum + size, 0))),
        },
        { key: 'manifest', label: t.track.manifest, value: <span className="mono">SHA-256 {shortDigest(manifestOf(files))}</span> },
      ]}
    />
  )
}

const To = ({ body, word, who }: { body: string; word: string; who: string }) => (
  <>
    {body}
    {who && (
      <p className="sec nw">
        {word} {who}
      </p>
    )}
  </>
)
