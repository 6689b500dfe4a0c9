/** Every receipt of a track, one below the other, each on a sheet of its own. */
import type { SentTrack } from '#lib/domain/transfer/state'
import { PAPER_WORDS } from '#lib/i18n/papers'
import type { Names } from '#lib/usecases/directory'
import { PAPERS } from '#lib/views/papers/papers'
import { receiptsOf, type Way } from '#lib/views/papers/receipt'
import { PaperBody } from './paper.tsx'

export const Receipts = ({ track, names }: { track: Way & Pick<SentTrack, 'snapshot'>; names: Names }) =>
  receiptsOf(track).map((signing) => (
    <div key={signing.receipt.seq} className="one-paper">
      <PaperBody
        paper={PAPERS.receipt({ ...signing, snapshot: track.snapshot, signedBy: names.person(signing.receipt.by.personId) }, PAPER_WORDS)}
      />
    </div>
  ))
