/** What was just done here, with what is next. */
import { decisionOf, isDecided, isReceived } from '#lib/domain/transfer/state'
import { doneOf } from '#lib/server/forms/forms'
import { isEstimated } from '#lib/views/clock-colour'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import type { Query } from '#app/(desk)/_parts/props'
import { dueText } from '#app/(desk)/cases/_case/times'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function TransferDone({ page, query }: { page: TransferPage; query: Query }) {
  const { t, at, track } = page
  const done = doneOf(query)
  const said =
    done?.code === 'receipt-signed' && isReceived(track)
      ? signed(page, track.receipt.receiptNo)
      : done?.code === 'decision-made' && isDecided(track)
        ? decided(page)
        : null
  return <DoneBanner t={t} done={done} address={at} said={said} />
}

/** 回执已签，编号 …，审查期限 …; to procuratorate and commission the law gives no number, and the sentence says so. */
function signed({ me, t, duties }: TransferPage, receiptNo: string): string {
  const review = duties.find(({ code }) => code === 'open-examination' || code === 'examine')
  return review?.dueAt
    ? t.receiptForm.signOk(receiptNo, dueText({ at: review.dueAt, isEstimated: isEstimated(review) }, me.lang, t))
    : t.receiving.signOkNoLimit(receiptNo)
}
const decided = ({ t, track, names }: TransferPage): string =>
  isDecided(track) && decisionOf(track).outcome === 'filed'
    ? t.filing.doneFile(names.of(track.snapshot.from))
    : t.filing.doneNo(names.of(track.snapshot.from))
