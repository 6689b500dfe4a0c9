/** The suggested tier in words: it informs, a named person confirms (D8). */
import { totalFen } from '#lib/domain/case/state'
import type { OpenCase } from '#lib/domain/case/state'
import type { Assessment } from '#lib/domain/case/events'
import { TIERS_OF_EMBEZZLEMENT } from '#lib/domain/law/tiers-embezzlement'
import { beijingDay } from '#lib/domain/time'
import type { Lang } from '#lib/i18n/dates'
import { cite, say } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { formatFen } from '#lib/i18n/numbers'
import { tierOf } from '#lib/usecases/suggest'

function tierName(rowId: string, lang: Lang): string {
  const row = TIERS_OF_EMBEZZLEMENT.find(({ id }) => id === rowId)
  return row ? say(row.tier, lang) : ''
}

const fenOf = ({ lines }: Pick<OpenCase, 'lines'>, subjectId: string): number =>
  totalFen(lines.filter((line) => line.subjectId === subjectId))

export type TierWords = Readonly<{ head: string; reaches: string; lines: readonly string[]; isManual: boolean }>

/** Null where no amount is recorded for the subject yet. */
export function tierWords(
  state: OpenCase,
  { subjectId, charge, circumstances }: Pick<Assessment, 'subjectId' | 'charge' | 'circumstances'>,
  t: Messages,
  lang: Lang,
  now: string,
): TierWords | null {
  const suggestion = tierOf(state, subjectId, charge, circumstances)
  if (!suggestion) return null
  if (suggestion.kind === 'manual') {
    const candidates = suggestion.candidates.map((id) => tierName(id, lang))
    return {
      head: t.amounts.manual,
      reaches: '',
      isManual: true,
      lines: [
        ...suggestion.reasons.map((reason) => t.amounts.reasons[reason]),
        ...(candidates.length > 0 ? [t.amounts.candidates(candidates.join(t.casePage.join))] : []),
      ],
    }
  }
  const [tier, penalty] = lang === 'en' ? [suggestion.tierEn, suggestion.penaltyEn] : [suggestion.tier, suggestion.penalty]
  return {
    head: t.amounts.suggested(tier, formatFen(fenOf(state, subjectId))),
    reaches: suggestion.reachesCrime ? t.amounts.reachesCrime : t.amounts.belowCrime,
    isManual: false,
    lines: [t.amounts.penalty(penalty), t.amounts.basis(cite(suggestion.citations, beijingDay(now), lang))],
  }
}

/** What a person made of it. */
export function findingWords({ confirmed, suggested, tier }: Assessment, t: Messages): string {
  if (confirmed === 'open') return t.amounts.undecided
  if (confirmed === 'overridden') return t.amounts.overridden(tier)
  return suggested === 'manual' ? t.amounts.agreedManual : t.amounts.agreed
}
