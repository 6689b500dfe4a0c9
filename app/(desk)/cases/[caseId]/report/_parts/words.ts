import type { Assessment, TrackPlan } from '#lib/domain/case/events'
import { routeRow, ROUTES } from '#lib/domain/law/routes'
import { TIERS_OF_EMBEZZLEMENT } from '#lib/domain/law/tiers-embezzlement'
import type { UnitKind } from '#lib/domain/result'
import type { Lang } from '#lib/i18n/dates'
import { chargeWord, say } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'

/** A kind of body, also the two that a case is not transferred to but handed to. */
export const kindWord = (kind: string, t: Messages): string =>
  kind === 'superior' ? t.report.superiorKind : Object.hasOwn(t.unitKind, kind) ? t.unitKind[kind as UnitKind] : kind // safe: its own key

/** Which rule suggested what, in a sentence. */
export function routeText({ rule, suggested }: TrackPlan['route'], t: Messages, lang: Lang): string {
  const row = ROUTES.some(({ id }) => id === rule) ? say(routeRow(rule as Parameters<typeof routeRow>[0]), lang) : rule // safe: it is there
  return suggested === '' ? t.report.routeManual(row === 'none' ? t.list.none : row) : t.report.routeOf(row, kindWord(suggested, t))
}

export const chargesText = (ids: readonly string[], t: Messages, lang: Lang): string =>
  ids.map((id) => chargeWord(id, lang)).join(t.report.join)

/** The tier a person agreed to or chose instead; the suggestion alone is no tier. */
export function tierText({ confirmed, suggested, tier }: Assessment, t: Messages, lang: Lang): string {
  if (confirmed === 'open') return t.report.openTier
  const chosen = tier || suggested
  const row = TIERS_OF_EMBEZZLEMENT.find(({ id }) => id === chosen)
  return row ? say(row.tier, lang) : chosen === 'manual' ? t.list.none : chosen
}
