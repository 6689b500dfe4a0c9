/**
 * 贪污罪, by amount and circumstance: XF 383, FS2016-9 arts 1–3 and 19 (docs/handbook.md §4.5). From is included, to is not
 * (以上, 不满; XF 99). `circumstance`: with any of those of 贪污 (circumstances.ts), with none of them, or either way.
 */
import type { Fen } from '../money.ts'
import { firstDayOf, type Citation } from './citation.ts'
import { isInForce, type InForce, type Tag, type Words } from './row.ts'

export type TierRow = InForce &
  Readonly<{
    id: string
    fromFen: Fen
    belowFen: Fen | null
    circumstance: 'any' | 'none' | 'either'
    tier: Words
    penalty: Words
    reachesCrime: boolean
    citations: readonly Citation[]
    tag: Tag
  }>

const yuan = (amount: number): Fen => amount * 100
const BELOW = { zh: '未达刑事起点', en: 'Below the criminal threshold' }
const NO_PENALTY = { zh: '不追究刑事责任，依纪依法给予政务处分', en: 'None; party or administrative discipline' }
const UP_TO_3 = {
  zh: '三年以下有期徒刑或者拘役，并处十万元以上五十万元以下罚金',
  en: 'Up to 3 years or criminal detention, and a fine of 100,000 to 500,000 yuan',
}
const FROM_3_TO_10 = {
  zh: '三年以上十年以下有期徒刑，并处二十万元以上犯罪数额二倍以下罚金或者没收财产',
  en: '3 to 10 years, and a fine of 200,000 yuan up to twice the amount, or confiscation of property',
}
// FS2016-9 art. 3 also names death: XF 383¶1(3), second half, and ¶4 are not computed (docs/handbook.md §4.5 N1).
const FROM_10 = {
  zh: '十年以上有期徒刑或者无期徒刑，并处五十万元以上犯罪数额二倍以下罚金或者没收财产',
  en: '10 years or more, or life imprisonment, and a fine of 500,000 yuan up to twice the amount, or confiscation of property',
}
const LARGE = { zh: '数额较大', en: 'Relatively large amount' }
const HUGE = { zh: '数额巨大', en: 'Huge amount' }
const fs = (article: string): Citation => ({ source: 'FS2016-9', article })
const cited = (item: number, ...articles: readonly string[]): readonly Citation[] => [
  { source: 'XF', article: `383¶1(${item})` },
  ...[...articles, '19'].map(fs),
]
const SINCE = { from: firstDayOf('FS2016-9'), to: null, tag: 'V' } as const

export const TIERS_OF_EMBEZZLEMENT = [
  {
    id: 'TW-00',
    fromFen: 0,
    belowFen: yuan(10_000),
    circumstance: 'either',
    tier: BELOW,
    penalty: NO_PENALTY,
    reachesCrime: false,
    ...SINCE,
    citations: [
      { source: 'XF', article: '383' },
      { ...fs('1'), aContrario: true },
    ],
  },
  {
    id: 'TW-01',
    fromFen: yuan(10_000),
    belowFen: yuan(30_000),
    circumstance: 'none',
    tier: BELOW,
    penalty: NO_PENALTY,
    reachesCrime: false,
    ...SINCE,
    citations: [
      { ...fs('1¶1'), aContrario: true },
      { ...fs('1¶2'), aContrario: true },
    ],
  },
  {
    id: 'TW-02',
    fromFen: yuan(10_000),
    belowFen: yuan(30_000),
    circumstance: 'any',
    tier: { zh: '其他较重情节', en: 'Other relatively serious circumstances' },
    penalty: UP_TO_3,
    reachesCrime: true,
    ...SINCE,
    citations: cited(1, '1¶2'),
  },
  {
    id: 'TW-03A',
    fromFen: yuan(30_000),
    belowFen: yuan(100_000),
    circumstance: 'either',
    tier: LARGE,
    penalty: UP_TO_3,
    reachesCrime: true,
    ...SINCE,
    citations: cited(1, '1¶1'),
  },
  {
    id: 'TW-03B',
    fromFen: yuan(100_000),
    belowFen: yuan(200_000),
    circumstance: 'none',
    tier: LARGE,
    penalty: UP_TO_3,
    reachesCrime: true,
    ...SINCE,
    citations: cited(1, '1¶1'),
  },
  {
    id: 'TW-04',
    fromFen: yuan(100_000),
    belowFen: yuan(200_000),
    circumstance: 'any',
    tier: { zh: '其他严重情节', en: 'Other serious circumstances' },
    penalty: FROM_3_TO_10,
    reachesCrime: true,
    ...SINCE,
    citations: cited(2, '2¶2'),
  },
  {
    id: 'TW-05A',
    fromFen: yuan(200_000),
    belowFen: yuan(1_500_000),
    circumstance: 'either',
    tier: HUGE,
    penalty: FROM_3_TO_10,
    reachesCrime: true,
    ...SINCE,
    citations: cited(2, '2¶1'),
  },
  {
    id: 'TW-05B',
    fromFen: yuan(1_500_000),
    belowFen: yuan(3_000_000),
    circumstance: 'none',
    tier: HUGE,
    penalty: FROM_3_TO_10,
    reachesCrime: true,
    ...SINCE,
    citations: cited(2, '2¶1'),
  },
  {
    id: 'TW-06',
    fromFen: yuan(1_500_000),
    belowFen: yuan(3_000_000),
    circumstance: 'any',
    tier: { zh: '其他特别严重情节', en: 'Other especially serious circumstances' },
    penalty: FROM_10,
    reachesCrime: true,
    ...SINCE,
    citations: cited(3, '3¶2'),
  },
  {
    id: 'TW-07',
    fromFen: yuan(3_000_000),
    belowFen: null,
    circumstance: 'either',
    tier: { zh: '数额特别巨大', en: 'Especially huge amount' },
    penalty: FROM_10,
    reachesCrime: true,
    ...SINCE,
    citations: cited(3, '3¶1'),
  },
] as const satisfies readonly TierRow[]

export type TierId = (typeof TIERS_OF_EMBEZZLEMENT)[number]['id']
type EmbezzlementTier = TierRow & Readonly<{ id: TierId }>

/** Exactly one row answers each amount, with and without circumstances, since FS2016-9; none before. */
export const embezzlementTier = (amountFen: Fen, hasCircumstance: boolean, day: string): EmbezzlementTier | null => {
  const rows: readonly EmbezzlementTier[] = TIERS_OF_EMBEZZLEMENT
  return (
    rows.find(
      (row) =>
        isInForce(row, day) &&
        row.fromFen <= amountFen &&
        (row.belowFen === null || amountFen < row.belowFen) &&
        (row.circumstance === 'either' || (row.circumstance === 'any') === hasCircumstance),
    ) ?? null
  )
}
