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
      head: t.camt.manual,
      reaches: '',
      isManual: true,
      lines: [
        ...suggestion.reasons.map((reason) => t.camt.reasons[reason]),
        ...(candidates.length > 0 ? [t.camt.candidates(candidates.join(t.cpage.join))] : []),
      ],
    }
  }
  const [tier, penalty] = lang === 'en' ? [suggestion.tierEn, suggestion.penaltyEn] : [suggestion.tier, suggestion.penalty]
  return {
    head: t.camt.suggested(tier, formatFen(fenOf(state, subjectId))),
    reaches: suggestion.reachesCrime ? t.camt.reachesCrime : t.camt.belowCrime,
    isManual: false,
    lines: [t.camt.penalty(penalty), t.camt.basis(cite(suggestion.citations, beijingDay(now), lang))],
  }
}

/** What a person made of it. */
export function findingWords({ confirmed, suggested, tier }: Assessment, t: Messages): string {
  if (confirmed === 'open') return t.camt.undecided
  if (confirmed === 'overridden') return t.camt.overridden(tier)
  return suggested === 'manual' ? t.camt.agreedManual : t.camt.agreed
}
