import { Banner } from '#app/_ui/banner'
import { isInternal } from '#lib/domain/law/soft-times'
import { formatInstant } from '#lib/i18n/dates'
import type { Done } from '#lib/server/forms'
import { endOf } from '#lib/views/heat'
import type { CasePageData } from '../../../_case/open.ts'

/** What was just done here. Where a clock began with it, until when. */
export function SaidBanner({ page, done, here }: { page: CasePageData; done: Done | null; here: string }) {
  const { t } = page
  const words: Readonly<Record<string, string>> = { ...t.report.done, ...t.decision.done }
  const said = done && Object.hasOwn(words, done.code) ? words[done.code] : undefined
  if (!done || said === undefined) return null
  return (
    <Banner
      kind="ok"
      live
      title={done.code === 'report-submitted' ? submitted(page, said) : said}
      dismiss={{ href: here, label: t.form.dismiss }}
    >
      {done.again && <p>{t.form.duplicate}</p>}
    </Banner>
  )
}

function submitted({ t, duties, names, me }: CasePageData, otherwise: string): string {
  const decide = duties.find(({ code }) => code === 'decide')
  if (!decide) return otherwise
  const submitOk = isInternal(decide.clock) ? t.appr.submitOkInternal : t.appr.submitOk
  return submitOk(names.unit(decide.unitId), formatInstant(endOf(decide), me.lang))
}
