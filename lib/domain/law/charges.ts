/** Crimes that the portal can propose. A charge is always a proposal: identical conduct has been convicted under two (docs/handbook.md §9.2). */
import type { Citation } from './citation.ts'
import type { Tag, Words } from './row.ts'

/**
 * `duty` a public official's by office; `duty-related` another's, but the commission's to investigate; `company` by post in
 * a company; `ordinary` anybody's. `addsUp`: several acts are added into one tier (XF 383¶2, 386; docs/handbook.md §3.6).
 */
export type ChargeKind = 'duty' | 'duty-related' | 'company' | 'ordinary'
export type Charge = Words & Readonly<{ id: string; kind: ChargeKind; addsUp: boolean; citations: readonly Citation[]; tag: Tag }>

const xf = (article: string): readonly Citation[] => [{ source: 'XF', article }]

export const CHARGES = [
  { id: 'embezzlement', zh: '贪污罪', en: 'Embezzlement', kind: 'duty', addsUp: true, citations: xf('382'), tag: 'V' },
  {
    id: 'misappropriation',
    zh: '挪用公款罪',
    en: 'Misappropriation of public funds',
    kind: 'duty',
    addsUp: false,
    citations: xf('384'),
    tag: 'V',
  },
  { id: 'bribe-taking', zh: '受贿罪', en: 'Acceptance of bribes', kind: 'duty', addsUp: true, citations: xf('385'), tag: 'V' },
  { id: 'abuse-of-power', zh: '滥用职权罪', en: 'Abuse of power', kind: 'duty', addsUp: false, citations: xf('397'), tag: 'V' },
  { id: 'dereliction', zh: '玩忽职守罪', en: 'Dereliction of duty', kind: 'duty', addsUp: false, citations: xf('397'), tag: 'V' },
  {
    id: 'failure-to-transfer',
    zh: '徇私舞弊不移交刑事案件罪',
    en: 'Failure to transfer a criminal case',
    kind: 'duty',
    addsUp: false,
    citations: xf('402'),
    tag: 'V',
  },
  { id: 'bribe-giving', zh: '行贿罪', en: 'Offering of bribes', kind: 'duty-related', addsUp: false, citations: xf('389'), tag: 'V' },
  {
    id: 'occupational-embezzlement',
    zh: '职务侵占罪',
    en: 'Occupational embezzlement',
    kind: 'company',
    addsUp: false,
    citations: xf('271'),
    tag: 'V',
  },
  {
    id: 'fund-misappropriation',
    zh: '挪用资金罪',
    en: 'Misappropriation of company funds',
    kind: 'company',
    addsUp: false,
    citations: xf('272'),
    tag: 'V',
  },
  {
    id: 'non-official-bribe-taking',
    zh: '非国家工作人员受贿罪',
    en: 'Acceptance of bribes by non-officials',
    kind: 'company',
    addsUp: false,
    citations: xf('163'),
    tag: 'V',
  },
  {
    id: 'fraud',
    zh: '诈骗罪',
    en: 'Fraud',
    kind: 'ordinary',
    addsUp: false,
    citations: [...xf('266'), { source: 'LJ2014-266', article: '' }],
    tag: 'V',
  },
  { id: 'theft', zh: '盗窃罪', en: 'Theft', kind: 'ordinary', addsUp: false, citations: xf('264'), tag: 'V' },
  {
    id: 'special-fund-diversion',
    zh: '挪用特定款物罪',
    en: 'Diversion of specified funds',
    kind: 'ordinary',
    addsUp: false,
    citations: xf('273'),
    tag: 'V',
  },
  {
    id: 'forgery',
    zh: '伪造、变造国家机关公文、证件、印章罪',
    en: 'Forgery of official documents or seals',
    kind: 'ordinary',
    addsUp: false,
    citations: xf('280'),
    tag: 'V',
  },
] as const satisfies readonly Charge[]

export type ChargeId = (typeof CHARGES)[number]['id']
export const chargeOf = (id: string): Charge | undefined => CHARGES.find((charge) => charge.id === id)
/** 贪污, as in 涉嫌贪污案: without 罪. */
export const chargeName = (id: string): string => (chargeOf(id)?.zh ?? id).replace(/罪$/, '')
