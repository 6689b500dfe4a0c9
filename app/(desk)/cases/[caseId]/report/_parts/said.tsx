import { isInternal } from '#lib/domain/law/soft-times'
import { doneOf } from '#lib/server/forms/forms'
import { endOf, isEstimated } from '#lib/views/clock-colour'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import type { Query } from '#app/(desk)/_parts/props'
import { dueText } from '#app/(desk)/cases/_case/times'

/** What was just done here. Where a clock began with it, until when. */
export function SaidBanner({ page, query, address }: { page: CasePage; query: Query; address: string }) {
  const done = doneOf(query)
  return <DoneBanner t={page.t} done={done} address={address} said={done?.code === 'report-submitted' ? submitted(page) : null} />
}

function submitted({ t, duties, names, me }: CasePage): string | null {
  const decide = duties.find(({ code }) => code === 'decide')
  if (!decide) return null
  const submitOk = isInternal(decide.clock) ? t.approval.submitOkInternal : t.approval.submitOk
  return submitOk(names.unit(decide.unitId), dueText({ at: endOf(decide), isEstimated: isEstimated(decide) }, me.lang, t))
}
