/**
 * The funds, and public money that is none (docs/handbook.md §9.1). HJ2017 makes five of the insurances 特定款物 for 贪污 (C1), FS2016-9
 * art. 1¶2(1) itself money for relief and the like; for 挪用公款 (M7) they are others: XF 384¶2 seven kinds, HJ2003 the unemployment fund.
 */
import type { Tag, Words } from './row.ts'

/** `reply`, `statute`: 特定款物 by HJ2017, or by FS2016-9 itself. `manual`: disputed, so a tier that hangs on it is a person's to say. */
export type Fund = Words &
  Readonly<{
    id: string
    short: Words
    manager: 'hrss' | 'medical' | 'varies' // in 2026; medical and maternity since the reform of 2018 (RG10)
    c1: 'reply' | 'statute' | 'manual' | 'no'
    m7: boolean
    tag: Tag
  }>

const PENSION = { zh: '养老', en: 'Pension' }
export const FUNDS = [
  {
    id: 'FD1',
    zh: '企业职工基本养老保险',
    en: 'Basic pension insurance for enterprise employees',
    short: PENSION,
    manager: 'hrss',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD2',
    zh: '机关事业单位养老保险',
    en: 'Pension insurance for public institutions',
    short: PENSION,
    manager: 'hrss',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD3',
    zh: '城乡居民基本养老保险',
    en: 'Basic pension insurance for residents',
    short: PENSION,
    manager: 'hrss',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD4',
    zh: '基本医疗保险',
    en: 'Basic medical insurance',
    short: { zh: '医疗', en: 'Medical' },
    manager: 'medical',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD5',
    zh: '工伤保险',
    en: 'Work-injury insurance',
    short: { zh: '工伤', en: 'Work injury' },
    manager: 'hrss',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD6',
    zh: '失业保险',
    en: 'Unemployment insurance',
    short: { zh: '失业', en: 'Unemployment' },
    manager: 'hrss',
    c1: 'reply',
    m7: true,
    tag: 'V',
  },
  {
    id: 'FD7',
    zh: '生育保险',
    en: 'Maternity insurance',
    short: { zh: '生育', en: 'Maternity' },
    manager: 'medical',
    c1: 'reply',
    m7: false,
    tag: 'V',
  },
  {
    id: 'FD8',
    zh: '被征地农民社会保障资金',
    en: 'Social security money for farmers whose land was taken',
    short: { zh: '被征地', en: 'Land-taking' },
    manager: 'varies',
    c1: 'manual',
    m7: false,
    tag: 'S',
  },
  {
    id: 'FD9',
    zh: '企业年金、职业年金',
    en: 'Enterprise and occupational annuities',
    short: { zh: '年金', en: 'Annuity' },
    manager: 'hrss',
    c1: 'manual',
    m7: false,
    tag: 'S',
  },
  {
    id: 'FD10',
    zh: '其他公款（办公经费等）',
    en: 'Other public money (office money and the like)',
    short: { zh: '其他公款', en: 'Other public money' },
    manager: 'varies',
    c1: 'no',
    m7: false,
    tag: 'D',
  },
  {
    id: 'FD11',
    zh: '救灾、抢险、防汛、优抚、扶贫、移民、救济款物',
    en: 'Relief, rescue, flood control, preferential care, poverty alleviation or resettlement money',
    short: { zh: '救济扶贫', en: 'Relief' },
    manager: 'varies',
    c1: 'statute',
    m7: true,
    tag: 'D',
  },
  {
    id: 'FD12',
    zh: '防疫、社会捐助款物',
    en: 'Epidemic prevention money or donations',
    short: { zh: '防疫捐助', en: 'Epidemic, donations' },
    manager: 'varies',
    c1: 'statute',
    m7: false,
    tag: 'D',
  },
] as const satisfies readonly Fund[]

export const fundOf = (id: string): Fund | undefined => FUNDS.find((fund) => fund.id === id)
