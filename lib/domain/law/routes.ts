/** Who receives which case: the rows (docs/handbook.md §5.1). How they are asked, and in which order: suggest-route.ts. */
import type { Day } from '../time.ts'
import type { Citation } from './citation.ts'
import type { InForce, Tag, Words } from './row.ts'

export type RouteRow = InForce & Words & Readonly<{ id: string; citations: readonly Citation[]; tag: Tag }>

/** 《监察法》 2018 art. 34 until 2025-05-31, art. 37 of the 2024 revision after; a page cites the one of the day. */
const jcf = (paragraph: '' | '¶1' | '¶2'): readonly Citation[] => [
  { source: 'JCF-2018', article: `34${paragraph}` },
  { source: 'JCF-2024', article: `37${paragraph}` },
]

export const ROUTES = [
  {
    id: 'RG1',
    zh: '非公职人员诈骗等普通犯罪，移送公安机关',
    en: 'Fraud and other ordinary crime by people who are not public officials: police',
    from: null,
    to: null,
    tag: 'V',
    citations: [
      { source: 'R310-2001', article: '5' },
      { source: 'R310-2020', article: '5' },
      { source: 'LJ2014-266', article: '' },
    ],
  },
  {
    id: 'RG2',
    zh: '国家工作人员职务犯罪，移送人民检察院（2017年11月4日以前）',
    en: 'State functionaries, duty crime: procuratorate (until 4 November 2017)',
    from: null,
    to: '2017-11-04',
    tag: 'V',
    citations: [
      { source: 'R310-2001', article: '18' },
      { source: '107号文', article: '§4' },
      { source: 'HJ2001', article: '' },
    ],
  },
  {
    id: 'RG3',
    zh: '国家监察体制改革试点期间，当地监察委员会成立的移送监察委员会，未成立的移送人民检察院，人工确定',
    en: 'During the pilots: the commission where formed, else the procuratorate; decided by hand',
    from: '2017-11-05',
    to: '2018-03-19',
    tag: 'V',
    citations: [
      { source: 'NPCSC-2017', article: '1' },
      { source: 'NPCSC-2017', article: '2' },
      { source: 'NPCSC-2017', article: '3' },
    ],
  },
  {
    id: 'RG4',
    zh: '公职人员职务犯罪，移送监察机关（2018年3月20日至2020年8月6日）',
    en: 'Public officials, duty crime: supervision commission (20 March 2018 – 6 August 2020)',
    from: '2018-03-20',
    to: '2020-08-06',
    tag: 'V',
    citations: [
      { source: 'JCF-2018', article: '11' },
      { source: 'JCF-2018', article: '34' },
    ],
  },
  {
    id: 'RG5',
    zh: '公职人员职务犯罪，移送监察机关',
    en: 'Public officials, duty crime: supervision commission',
    from: '2020-08-07',
    to: null,
    tag: 'V',
    citations: [{ source: 'R310-2020', article: '19' }, ...jcf('')],
  },
  {
    id: 'RG6',
    zh: '公职人员职务违法，不构成犯罪，作为线索移送监察机关或者派驻纪检监察组',
    en: 'Public officials, duty violation without crime: as a clue to the commission or its stationed team',
    from: '2018-03-20',
    to: null,
    tag: 'V',
    citations: jcf('¶1'),
  },
  {
    id: 'RG7',
    zh: '公职人员与外部人员共同犯罪，分别移送监察机关和公安机关，以监察机关为主',
    en: 'Officials and outsiders: commission and police in parallel, the commission leads',
    from: '2018-03-20',
    to: null,
    tag: 'V',
    citations: [...jcf('¶2'), { source: 'JCT-2025', article: '54' }, { source: 'GA2020', article: '29' }],
  },
  {
    id: 'RG8',
    zh: '非公职人员行贿或者共同职务犯罪，可由监察机关一并调查',
    en: 'Non-official briber or co-offender: the commission may take along',
    from: '2018-03-20',
    to: null,
    tag: 'V',
    citations: [{ source: 'JCT-2025', article: '49¶4' }, ...jcf('')],
  },
  {
    id: 'RG9',
    zh: '公司人员侵占、挪用本单位资金，移送公安机关（行使公权力的公职人员除外）',
    en: 'Company staff and their own company’s money: police (officials exercising public power excepted)',
    from: null,
    to: null,
    tag: 'V',
    citations: [
      { source: 'JCT-2025', article: '29' },
      { source: 'R310-2001', article: '5' },
      { source: 'R310-2020', article: '5' },
    ],
  },
  {
    id: 'RG10',
    zh: '仅涉及医疗、生育保险基金，移交医疗保障部门',
    en: 'Medical or maternity fund only: medical security bureau',
    from: null,
    to: null,
    tag: 'V',
    citations: [
      { source: 'SBF', article: '82¶2' },
      { source: 'JBT', article: '4' },
    ],
  },
  {
    id: 'RG11',
    zh: '主体身份有争议，挂起，提请联席会议会商',
    en: 'Identity disputed: suspend and confer',
    from: null,
    to: null,
    tag: 'U',
    citations: [
      { source: 'RT61', article: '28' },
      { source: 'HJ2021', article: '13' },
    ],
  },
  {
    id: 'RG12',
    zh: '涉及本机关负责人，报上一级人社部门或者直接移送',
    en: 'The bureau’s own principal: the next higher bureau, or directly',
    from: null,
    to: null,
    tag: 'D',
    citations: [],
  },
] as const satisfies readonly RouteRow[]

/** Beside the suggested body: the procuratorate, by the letter of Order 310 of 2020, and for the crimes of judicial staff that it may still investigate. */
export const ALSO_TO_PROCURATORATE = {
  official: { source: 'R310-2020', article: '19' },
  judicial: { source: 'XSF', article: '19¶2' },
} as const

export type RouteId = (typeof ROUTES)[number]['id']
export const routeRow = (id: RouteId): RouteRow => ROUTES.find((row) => row.id === id)! // RouteId is made of this table's ids

/** Where the region's medical security bureau took over the two funds; configuration, this is the default [U] (§5.1 RG10). */
export const MEDICAL_SINCE: Day = '2018-05-31'
/** The commission leads a mixed case and takes mere violations from here on. */
export const COMMISSION_SINCE: Day = '2018-03-20'
