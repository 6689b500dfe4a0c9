/** What was just done here, with what is next. */
import { isDecided, isReceived } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import { doneOf } from '#lib/server/forms'
import { DoneBanner } from '../../../../_form/form-messages.tsx'
import type { Query } from '../../../cases/_case/props.ts'
import type { TransferPageData } from '../../_track/open.ts'

export function TransferDone({ page, query }: { page: TransferPageData; query: Query }) {
  const { t, at, track } = page
  const done = doneOf(query)
  const said =
    done?.code === 'receipt-signed' && isReceived(track)
      ? signed(page, track.receipt.receiptNo)
      : done?.code === 'decision-made' && isDecided(track)
        ? decided(page)
        : null
  return <DoneBanner t={t} done={done} here={at} said={said} />
}

/** 回执已签，编号 …，审查期限 …; to procuratorate and commission the law gives no number, and the sentence says so. */
function signed({ me, t, duties }: TransferPageData, receiptNo: string): string {
  const review = duties.find(({ code }) => code === 'open-examination' || code === 'examine')
  return review?.dueAt ? t.rcpt.signOk(receiptNo, formatInstant(review.dueAt, me.lang)) : t.recv.signOkNoLimit(receiptNo)
}
const decided = ({ t, track, names }: TransferPageData): string =>
  track.phase === 'filed' ? t.dec.doneFile(names.of(track.snapshot.from)) : t.dec.doneNo(names.of(track.snapshot.from))
