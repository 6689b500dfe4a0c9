import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { Actions } from '#app/_ui/form'
import { PrintSheet } from '#app/_ui/print-sheet'
import { approvalFor } from '#lib/domain/case/rounds'
import { letterTo } from '#lib/domain/law/papers'
import { snapshotOf } from '#lib/domain/transfer/snapshot'
import { formatInstant } from '#lib/i18n/dates'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { manifestOf } from '#lib/usecases/check-files'
import { lettersPeople } from '#lib/usecases/send-transfer'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openSend, stepHref } from '../_parts/open-send.ts'
import { labelOf, SendFrame } from '../_parts/send-frame.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.transfers.preview)
}

/** Step 3: the letter as it will be sealed, but for its number. */
export default async function PreviewPage({ params }: TrackProps) {
  const page = await openSend(params, 'preview')
  const { me, t, state, track, files } = page
  const { caseId } = state
  const approvedAt = approvalFor(state, track.trackId)?.approvedAt ?? me.now
  const snapshot = snapshotOf(state, track, {
    letterNo: '',
    approvedAt,
    manifest: manifestOf(files),
    ...(await lettersPeople(me.read, state, track.trackId)),
  })
  return (
    <SendFrame page={page} title={t.transfers.preview}>
      <p className="sec no-print gap-after">{t.send.previewNote}</p>
      <PrintSheet number={state.caseNo} by={t.print.by(me.person.name, formatInstant(me.now, me.lang))} paper>
        <PaperBody paper={PAPERS[letterTo(snapshot.to.kind, me.today)]({ snapshot, day: me.today }, PAPER_WORDS)} />
      </PrintSheet>
      <div className="step-end">
        <Actions>
          <LinkButton kind="primary" size="large" href={stepHref(caseId, track.trackId, 'confirm')}>
            {t.send.next(labelOf(t, 'confirm'))}
          </LinkButton>
          <LinkButton size="large" href={stepHref(caseId, track.trackId, 'recipient')}>
            {t.send.before(labelOf(t, 'recipient'))}
          </LinkButton>
        </Actions>
      </div>
    </SendFrame>
  )
}
