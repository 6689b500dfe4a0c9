import { Link } from '#app/_ui/link'
import { isInternal } from '#lib/domain/law/soft-times'
import { beijingDay } from '#lib/domain/time'
import { cite } from '#lib/i18n/law'
import type { Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { rowOfDuty } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'

/** The articles of the day a clock started, leading to its row of law; where no text sets a time, why it is done all the same. */
export function Basis({ duty, lang, t }: { duty: Duty; lang: Lang; t: Messages }) {
  const row = rowOfDuty(duty)
  const articles = row && cite(row.citations, beijingDay(duty.startedAt), lang)
  return row && articles ? <Link href={`/law#${row.id}`}>{articles}</Link> : whyOf(duty, t)
}

/** Where no article sets a time: why it is done all the same, and by whose wish. */
export const whyOf = ({ clock, code }: Pick<Duty, 'clock' | 'code'>, t: Messages): string =>
  isInternal(clock) ? t.worklist.chip(t.clock.internal, t.workWhy[code]) : t.workWhy[code]
