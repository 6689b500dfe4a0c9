/** The six circumstances of 贪污: FS2016-9 art. 1¶2(1)–(6), and what the form asks for as proof (domain.md §4.2). */
import type { Citation } from './citation.ts'
import type { Tag, Words } from './row.ts'

export type Circumstance = Words & Readonly<{ id: string; proof: Words; citations: readonly Citation[]; tag: Tag }>

const item = (n: number): Citation => ({ source: 'FS2016-9', article: `1¶2(${n})` })
export const CIRCUMSTANCES = [
  {
    id: 'C1',
    zh: '贪污特定款物（救灾、抢险、防汛、优抚、扶贫、移民、救济、防疫、社会捐助等；社会保险基金）',
    en: 'Specified funds (relief, rescue, flood control, preferential care, poverty alleviation, resettlement, epidemic prevention, donations; social insurance funds)',
    proof: { zh: '险种、账户，财政专户或者支出户', en: 'Fund, account, special fiscal or payment account' },
    citations: [item(1), { source: 'HJ2017', article: '' }],
    tag: 'V',
  },
  {
    id: 'C2',
    zh: '曾因贪污、受贿、挪用公款受过党纪、行政处分',
    en: 'Earlier party or administrative punishment for embezzlement, bribery or misappropriation',
    proof: { zh: '处分决定', en: 'Decision of punishment' },
    citations: [item(2)],
    tag: 'V',
  },
  {
    id: 'C3',
    zh: '曾因故意犯罪受过刑事追究',
    en: 'Earlier criminal liability for an intentional crime',
    proof: { zh: '裁判文书', en: 'Judgment' },
    citations: [item(3)],
    tag: 'V',
  },
  {
    id: 'C4',
    zh: '赃款赃物用于非法活动',
    en: 'Proceeds used for illegal activity',
    proof: { zh: '资金流水', en: 'Flow records' },
    citations: [item(4)],
    tag: 'V',
  },
  {
    id: 'C5',
    zh: '拒不交待赃款赃物去向或者拒不配合追缴工作，致使无法追缴',
    en: 'Refuses to say where the money is, or to cooperate, so that recovery is impossible',
    proof: { zh: '询问笔录、追缴记录', en: 'Interview record, recovery log' },
    citations: [item(5)],
    tag: 'V',
  },
  {
    id: 'C6',
    zh: '造成恶劣影响或者其他严重后果',
    en: 'Bad influence or other serious consequences',
    proof: { zh: '有关事实材料', en: 'Facts' },
    citations: [item(6)],
    tag: 'V',
  },
] as const satisfies readonly Circumstance[]
