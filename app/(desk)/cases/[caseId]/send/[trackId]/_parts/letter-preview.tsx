/** The letter as it will be sealed, but for its number. */
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
import type { SendPage } from './open-send.ts'

export async function LetterPreview({ page: { me, t, state, track, files } }: { page: SendPage }) {
  const snapshot = snapshotOf(state, track, {
    letterNo: '',
    approvedAt: approvalFor(state, track.trackId)?.approvedAt ?? me.now,
    manifest: manifestOf(files),
    ...(await lettersPeople(me.read, state, track.trackId)),
  })
  return (
    <div>
      <p className="sec no-print gap-after">{t.send.previewNote}</p>
      <PrintSheet number={state.caseNo} by={t.print.by(me.person.name, formatInstant(me.now, me.lang))} paper>
        <PaperBody paper={PAPERS[letterTo(snapshot.to.kind, me.today)]({ snapshot, day: me.today }, PAPER_WORDS)} />
      </PrintSheet>
    </div>
  )
}
