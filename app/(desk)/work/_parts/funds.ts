import type { Lang } from '#lib/i18n/dates'
import { fundShort } from '#lib/i18n/law'

/** The funds of a row (JSON text) by their short names, once each: 养老、医疗. */
export function fundsText(json: string, lang: Lang): string {
  const ids: readonly string[] = JSON.parse(json) // safe: lib/views/case-views.ts writes a list of ids
  return [...new Set(ids.map((id) => fundShort(id, lang)))].join(lang === 'en' ? ', ' : '、')
}
