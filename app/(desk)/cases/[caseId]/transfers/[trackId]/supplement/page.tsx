import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { CheckboxGroup, TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { Link } from '#app/_ui/link'
import { folderOf } from '#lib/domain/law/dossier'
import { isLocked } from '#lib/domain/evidence/stored'
import { boundElsewhere } from '#lib/domain/transfer/bound'
import { isOpened, isReceived, isSent, sentFiles, openProceedings } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import { formatSize } from '#lib/i18n/numbers'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { mainVolume } from '#lib/usecases/write-report'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { openTrackPage, trackMetadata, type TrackPage } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sendSupplementAction } from './actions.ts'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.send.supplementTitle, { form: `supplement:${(await params).trackId}` })
}

/** Material that the body does not have yet: asked for, or on one's own initiative. */
export default async function SupplementPage({ params }: TrackProps) {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  const { me, t, may, at } = page
  const answer = may('SendSupplement', trackId).is
  if (answer === 'never') denied()
  if (answer === 'not-now') redirect(at)
  const name = `supplement:${trackId}`
  const form = await readForm(me, name, { itemIds: [], note: '' })
  const asked = openAsk(page)
  const said = sentencesOf(t, form.errors, AT_ITEMS, ['itemIds', 'note', 'password'])
  return (
    <CaseFrame page={page} tab="transfers" current={t.send.supplementTitle} compact>
      <FormCard page={page} title={t.send.supplementTitle} lead={page.names.of(page.track.to)} form={form} said={said}>
        <Wanted page={page} />
        <Form key={form.key} action={sendSupplementAction.bind(null, caseId, trackId)} formKey={me.newId()} draft={name}>
          <Items page={page} chosen={form.values.itemIds} error={said.at('itemIds')} />
          <TextArea
            name="note"
            label={asked ? t.send.note : t.send.noteUnasked}
            hint={asked ? t.send.noteHint : t.send.noteUnaskedHint}
            value={form.values.note}
            error={said.at('note')}
            rows={5}
          />
          <PasswordAgain me={me} t={t} caseId={caseId} act="SendSupplement" error={said.at('password')} />
          <Send t={t} label={t.send.supplementGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </CaseFrame>
  )
}

const AT_ITEMS = {
  'transfer.nothing-sent': 'itemIds',
  'transfer.item-sent-already': 'itemIds',
  'transfer.item-of-other-track': 'itemIds',
  'evidence.locked': 'itemIds',
} as const

const openAsk = ({ track }: TrackPage) => (isReceived(track) ? openProceedings(track).findLast((one) => !isOpened(one)) : undefined)

function Wanted({ page }: { page: TrackPage }) {
  const { me, t } = page
  const ask = openAsk(page)
  if (!ask) return <p className="sec gap-after">{t.send.unasked}</p>
  return (
    <div className="gap-after">
      <Banner kind="warn" title={t.send.wanted}>
        <ol className="wanted">
          {ask.wanted.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ol>
        <p className="sec">{t.send.wantedSince(formatInstant(ask.at, me.lang))}</p>
      </Banner>
    </div>
  )
}

function Items({
  page: { me, t, state, track },
  chosen,
  error,
}: {
  page: TrackPage
  chosen: readonly string[]
  error: string | undefined
}) {
  const sent = new Set((isSent(track) ? sentFiles(track) : []).map(({ itemId }) => itemId))
  const elsewhere = boundElsewhere(state, track)
  const fresh = mainVolume(state).filter((itemId) => !sent.has(itemId))
  const unsent = fresh.filter((itemId) => !isLocked(state, state.evidence[itemId]?.blobId ?? ''))
  const locked = fresh.length - unsent.length
  const items = unsent.flatMap((itemId) => (elsewhere.has(itemId) ? [] : (state.evidence[itemId] ?? [])))
  const left = unsent.length - items.length
  const others = left > 0 && <span>{t.send.othersFiles(left)}</span>
  const faulty = locked > 0 && <span>{t.send.lockedFiles(locked)}</span>
  const toEvidence = <Link href={`/cases/${state.caseId}/evidence`}>{t.send.toEvidence}</Link>
  if (items.length === 0)
    return (
      <p id="f-itemIds" tabIndex={-1} className="hint">
        {left > 0 ? t.send.onlyOthers(left) : !faulty && t.send.nothingNew} {faulty} {toEvidence}
      </p>
    )
  const options = items.map(({ itemId, name, folder, size }) => {
    const place = folderOf(folder)
    return { value: itemId, label: name, hint: [place && say(place, me.lang), formatSize(size)].filter(Boolean).join(t.track.dot) }
  })
  return (
    <CheckboxGroup
      name="itemIds"
      label={t.send.choose}
      hint={
        others || faulty ? (
          <>
            {others} {faulty} {toEvidence}
          </>
        ) : (
          toEvidence
        )
      }
      options={options}
      values={chosen}
      error={error}
    />
  )
}
