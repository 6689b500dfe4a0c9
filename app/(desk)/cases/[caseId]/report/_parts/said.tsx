import { isInternal } from '#lib/domain/law/soft-times'
import { formatInstant } from '#lib/i18n/dates'
import { doneOf } from '#lib/server/forms'
import { endOf } from '#lib/views/heat'
import { DoneBanner } from '../../../../../_form/form-messages.tsx'
import type { CasePageData } from '../../../_case/open.ts'
import type { Query } from '../../../_case/props.ts'

/** What was just done here. Where a clock began with it, until when. */
export function SaidBanner({ page, query, here }: { page: CasePageData; query: Query; here: string }) {
  const done = doneOf(query)
  return <DoneBanner t={page.t} done={done} here={here} said={done?.code === 'report-submitted' ? submitted(page) : null} />
}

function submitted({ t, duties, names, me }: CasePageData): string | null {
  const decide = duties.find(({ code }) => code === 'decide')
  if (!decide) return null
  const submitOk = isInternal(decide.clock) ? t.appr.submitOkInternal : t.appr.submitOk
  return submitOk(names.unit(decide.unitId), formatInstant(endOf(decide), me.lang))
}
