/**
 * The circumstances that lift a tier, by charge, and what the form asks for as proof (docs/handbook.md §4.2). FS2016-9 art. 1¶2(1)–(6) for 贪污;
 * art. 1¶3 imports items (2)–(6) for 受贿 and adds three of its own; 挪用公款 knows its seven kinds of money alone.
 */
import type { ChargeId } from './charges.ts'
import type { Citation } from './citation.ts'
import type { Tag, Words } from './row.ts'

type Circumstance = Words & Readonly<{ id: string; charges: readonly ChargeId[]; proof: Words; citations: readonly Citation[]; tag: Tag }>

const item = (n: number): Citation => ({ source: 'FS2016-9', article: `1¶2(${n})` })
const ofBribery = (n: number): Citation => ({ source: 'FS2016-9', article: `1¶3(${n})` })
const EITHER = ['embezzlement', 'bribe-taking'] as const
export const CIRCUMSTANCES = [
  {
    id: 'C1',
    charges: ['embezzlement'],
    zh: '贪污特定款物（救灾、抢险、防汛、优抚、扶贫、移民、救济、防疫、社会捐助等；社会保险基金）',
    en: 'Specified funds (relief, rescue, flood control, preferential care, poverty alleviation, resettlement, epidemic prevention, donations; social insurance funds)',
    proof: { zh: '险种、账户，财政专户或者支出户', en: 'Fund, account, special fiscal or payment account' },
    citations: [item(1), { source: 'HJ2017', article: '' }],
    tag: 'V',
  },
  {
    id: 'C2',
    charges: EITHER,
    zh: '曾因贪污、受贿、挪用公款受过党纪、行政处分',
    en: 'Earlier party or administrative punishment for embezzlement, bribery or misappropriation',
    proof: { zh: '处分决定', en: 'Decision of punishment' },
    citations: [item(2)],
    tag: 'V',
  },
  {
    id: 'C3',
    charges: EITHER,
    zh: '曾因故意犯罪受过刑事追究',
    en: 'Earlier criminal liability for an intentional crime',
    proof: { zh: '裁判文书', en: 'Judgment' },
    citations: [item(3)],
    tag: 'V',
  },
  {
    id: 'C4',
    charges: EITHER,
    zh: '赃款赃物用于非法活动',
    en: 'Proceeds used for illegal activity',
    proof: { zh: '资金流水', en: 'Flow records' },
    citations: [item(4)],
    tag: 'V',
  },
  {
    id: 'C5',
    charges: EITHER,
    zh: '拒不交待赃款赃物去向或者拒不配合追缴工作，致使无法追缴',
    en: 'Refuses to say where the money is, or to cooperate, so that recovery is impossible',
    proof: { zh: '询问笔录、追缴记录', en: 'Interview record, recovery log' },
    citations: [item(5)],
    tag: 'V',
  },
  {
    id: 'C6',
    charges: EITHER,
    zh: '造成恶劣影响或者其他严重后果',
    en: 'Bad influence or other serious consequences',
    proof: { zh: '有关事实材料', en: 'Facts' },
    citations: [item(6)],
    tag: 'V',
  },
  {
    id: 'B1',
    charges: ['bribe-taking'],
    zh: '多次索贿',
    en: 'Repeated solicitation of bribes',
    proof: { zh: '询问笔录、往来记录', en: 'Interview records, records of dealings' },
    citations: [ofBribery(1)],
    tag: 'V',
  },
  {
    id: 'B2',
    charges: ['bribe-taking'],
    zh: '为他人谋取不正当利益，致使公共财产、国家和人民利益遭受损失',
    en: 'Improper benefit for others that causes loss to public property, the State or the people',
    proof: { zh: '损失认定材料', en: 'Proof of the loss' },
    citations: [ofBribery(2)],
    tag: 'V',
  },
  {
    id: 'B3',
    charges: ['bribe-taking'],
    zh: '为他人谋取职务提拔、调整',
    en: 'Obtaining promotion or a change of post for others',
    proof: { zh: '任免文件', en: 'Papers of appointment' },
    citations: [ofBribery(3)],
    tag: 'V',
  },
  {
    id: 'M7',
    charges: ['misappropriation'],
    zh: '挪用救灾、抢险、防汛、优抚、扶贫、移民、救济款物（含失业保险基金和下岗职工基本生活保障资金）',
    en: 'Money or goods for disaster relief, rescue, flood control, preferential care, poverty alleviation, resettlement or relief (with the unemployment fund and the living allowance of laid-off staff)',
    proof: { zh: '险种、资金性质', en: 'Fund, nature of the money' },
    citations: [
      { source: 'XF', article: '384¶2' },
      { source: 'FS2016-9', article: '5' },
      { source: 'FS2016-9', article: '6' },
      { source: 'HJ2003', article: '' },
    ],
    tag: 'V',
  },
] as const satisfies readonly Circumstance[]

/** Those of one charge; none where its law knows none, or we have no rows of it. */
export const circumstancesOf = (charge: string): readonly Circumstance[] =>
  CIRCUMSTANCES.filter(({ charges }) => (charges as readonly string[]).includes(charge)) // safe: a wider view of the same ids
