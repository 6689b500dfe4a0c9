/** A page for one deed: never theirs is missing; theirs but not now leads back to where the state can be seen. */
import { redirect } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import type { Action } from '#lib/domain/policy/table'
import { denied } from '#lib/server/access-here'
import { doneOf } from '#lib/server/forms'
import type { Query } from '../../../cases/_case/props.ts'
import type { TransferPageData } from '../../_track/open.ts'

export function openDeed(page: TransferPageData, deed: Action): TransferPageData {
  const answer = page.may(deed)
  if (answer.is === 'never') denied()
  return answer.is === 'yes' ? page : redirect(page.at)
}

/** Reached by signing first: the receipt is signed, this is the second half. */
export function JustSigned({ page: { t, at }, query, next }: { page: TransferPageData; query: Query; next: string }) {
  if (doneOf(query)?.code !== 'receipt-signed') return null
  return (
    <div className="gap-after">
      <Banner kind="ok" live title={next} dismiss={{ href: at, label: t.recv.back }} />
    </div>
  )
}
