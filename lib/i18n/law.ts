/** Rows of law as people read them: their words and citations in the reader's language. */
import { citeAllEn, citeAllZh, citeEn, citeZh, citationsOn, type Citation } from '#lib/domain/law/citation'
import { chargeOf } from '#lib/domain/law/charges'
import { fundOf } from '#lib/domain/law/funds'
import { ALSO_TO_PROCURATORATE, ROUTES } from '#lib/domain/law/routes'
import type { Words } from '#lib/domain/law/row'
import { SOURCES } from '#lib/domain/law/sources'
import type { Day } from '#lib/domain/time'
import type { Lang } from './dates.ts'

export const say = (words: Words, lang: Lang): string => (lang === 'en' ? words.en : words.zh)

/** The words of a table's rows by their ids. */
export const wordsOf = <Id extends string>(rows: readonly (Words & Readonly<{ id: Id }>)[], lang: Lang): Readonly<Record<Id, string>> =>
  Object.fromEntries(rows.map((row) => [row.id, say(row, lang)])) as Record<Id, string> // safe: one entry per row

/** The texts in force on the day; '' where the row cites none. */
export function cite(citations: readonly Citation[], day: Day, lang: Lang): string {
  const ofDay = citationsOn(citations, day)
  return lang === 'en' ? citeAllEn(ofDay) : citeAllZh(ofDay)
}

/** Title and number of each text in force on the day, once each: 行政执法机关移送涉嫌犯罪案件的规定（国务院令第310号）. */
export function sourcesOf(citations: readonly Citation[], day: Day, lang: Lang): string[] {
  const ids = new Set(citationsOn(citations, day).map(({ source }) => source))
  return SOURCES.filter(({ id }) => ids.has(id)).map((source) => (lang === 'en' ? source.en : `${source.zh}（${source.no}）`))
}

export const fundShort = (id: string, lang: Lang): string => {
  const fund = fundOf(id)
  return fund ? say(fund.short, lang) : id
}
export const fundName = (id: string, lang: Lang): string => {
  const fund = fundOf(id)
  return fund ? say(fund, lang) : id
}
export const chargeWord = (id: string, lang: Lang): string => {
  const charge = chargeOf(id)
  return charge ? say(charge, lang) : id
}

/** The citation as it was written down, in the law's own language; in English the same articles. */
export function routeBasis(basis: string, lang: Lang): string {
  const articles = basis.split('；')
  return lang === 'en' && articles.every((article) => ENGLISH.has(article)) ? articles.map((one) => ENGLISH.get(one)).join('; ') : basis
}
const ENGLISH = new Map(
  [...ROUTES.flatMap((row): readonly Citation[] => row.citations), ...Object.values(ALSO_TO_PROCURATORATE)].map((one) => [
    citeZh(one),
    citeEn(one),
  ]),
)
