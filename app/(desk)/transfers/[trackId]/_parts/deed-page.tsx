/** A page for one deed: never theirs is missing; theirs but not now leads back to where the state can be seen. */
import { redirect } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import type { Action } from '#lib/domain/policy/table'
import { denied } from '#lib/server/session/access-notes'
import { doneOf } from '#lib/server/forms/forms'
import type { Query } from '#app/(desk)/_parts/props'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function openDeed(page: TransferPage, deed: Action): TransferPage {
  const answer = page.may(deed)
  if (answer.is === 'never') denied()
  return answer.is === 'yes' ? page : redirect(page.at)
}

/** Reached by signing first: the receipt is signed, this is the second half. */
export function JustSigned({ page: { t, at }, query, next }: { page: TransferPage; query: Query; next: string }) {
  if (doneOf(query)?.code !== 'receipt-signed') return null
  return (
    <div className="gap-after">
      <Banner kind="ok" live title={next} dismiss={{ href: at, label: t.receiving.back }} />
    </div>
  )
}
