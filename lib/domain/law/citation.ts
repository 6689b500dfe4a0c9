/** How rows of law name their source, and which of several texts was in force on a day (docs/handbook.md §0.2, §5.1). */
import type { Day } from '../time.ts'
import { isInForce } from './row.ts'
import { SOURCES, type SourceId } from './sources.ts'

/** `article`: `5`, `5¶2` paragraph, `383¶1(2)` item, `§4` part of a notice, `` for the whole. */
export type Citation = Readonly<{ source: SourceId; article: string; aContrario?: true }>

/** A row names all texts that ever said it; a page cites those of the day. */
export const citationsOn = (citations: readonly Citation[], day: Day): readonly Citation[] =>
  citations.filter(({ source }) => isInForce(sourceOf(source), day))

/** 《行政执法机关移送涉嫌犯罪案件的规定》第五条第二款 */
export const citeZh = ({ source, article, aContrario }: Citation): string =>
  sourceOf(source).short.zh + articleZh(article) + (aContrario ? '（反面解释）' : '')
/** Order 310, art. 5(2) */
export const citeEn = ({ source, article, aContrario }: Citation): string =>
  sourceOf(source).short.en + articleEn(article) + (aContrario ? ' (a contrario)' : '')
export const citeAllZh = (citations: readonly Citation[]): string => citations.map(citeZh).join('；')
export const citeAllEn = (citations: readonly Citation[]): string => citations.map(citeEn).join('; ')

/** The first day of a text whose day was seen. */
export function firstDayOf(id: SourceId): Day {
  const { from } = sourceOf(id)
  if (from === null) throw new Error(`the first day of ${id} was not seen`)
  return from
}

const sourceOf = (id: SourceId) => BY_ID[id]
const BY_ID = Object.fromEntries(SOURCES.map((source) => [source.id, source])) as Record<SourceId, (typeof SOURCES)[number]> // one entry per id of the same table

const ARTICLE = /^(?<part>§)?(?<no>\d+)(?:¶(?<paragraph>\d+))?(?:\((?<item>\d+)\))?$/
function articleZh(article: string): string {
  const { part, no, paragraph, item } = ARTICLE.exec(article)?.groups ?? {}
  if (!no) return ''
  return `第${numeral(Number(no))}${part ? '部分' : '条'}${paragraph ? `第${numeral(Number(paragraph))}款` : ''}${item ? `第（${numeral(Number(item))}）项` : ''}`
}
function articleEn(article: string): string {
  const { part, no, paragraph, item } = ARTICLE.exec(article)?.groups ?? {}
  if (!no) return ''
  return `, ${part ? 'part' : 'art.'} ${no}${paragraph ? `(${paragraph})` : ''}${item ? `${paragraph ? '' : ' item '}(${item})` : ''}`
}

/** 1 to 999 as statutes number their articles: 一百零五, 十五, 五百六十. */
export function numeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const ten = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : ONES[tens]}十`
  return (hundreds > 0 ? `${ONES[hundreds]}百` : '') + ten + (ones > 0 ? ONES[ones] : '')
}
const ONES = '零一二三四五六七八九'
