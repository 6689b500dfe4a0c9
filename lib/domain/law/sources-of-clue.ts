/** Where clues come from (docs/handbook.md §10.1). */
import type { Citation } from './citation.ts'
import type { Tag, Words } from './row.ts'

export type ClueSource = Words & Readonly<{ id: string; citations: readonly Citation[]; tag: Tag }>

export const CLUE_SOURCES = [
  {
    id: 'XY1',
    zh: '日常监督检查',
    en: 'Routine inspection',
    citations: [
      { source: '107号文', article: '§3' },
      { source: 'SBF', article: '79' },
      { source: 'RS48', article: '' },
    ],
    tag: 'V',
  },
  {
    id: 'XY2',
    zh: '专项检查',
    en: 'Special inspection',
    citations: [
      { source: '107号文', article: '§3' },
      { source: '321号文', article: '§3' },
    ],
    tag: 'V',
  },
  {
    id: 'XY3',
    zh: '网络监督、数据比对疑点',
    en: 'Network supervision and data matching',
    citations: [{ source: '321号文', article: '§3' }],
    tag: 'V',
  },
  {
    id: 'XY4',
    zh: '举报',
    en: 'Report',
    citations: [
      { source: 'SBF', article: '82' },
      { source: 'RS49', article: '' },
    ],
    tag: 'V',
  },
  {
    id: 'XY5',
    zh: '审计移送',
    en: 'Audit hand-over',
    citations: [
      { source: 'SBF', article: '78' },
      { source: 'SJF', article: '54' },
    ],
    tag: 'V',
  },
  { id: 'XY6', zh: '上级交办、督办', en: 'Instruction from above', citations: [{ source: 'RS48', article: '4' }], tag: 'S' },
  { id: 'XY7', zh: '经办机构移交', en: 'Handling agency', citations: [{ source: 'JBT', article: '44' }], tag: 'V' },
  {
    id: 'XY8',
    zh: '纪检监察、巡察移交',
    en: 'Discipline inspection or supervision body',
    citations: [
      { source: 'JCF-2018', article: '' },
      { source: 'JCF-2024', article: '' },
    ],
    tag: 'V',
  },
  {
    id: 'XY9',
    zh: '公安、检察、法院通报',
    en: 'Police, procuratorate or court',
    citations: [
      { source: 'XCF', article: '27' },
      { source: 'R310-2001', article: '13' },
      { source: 'R310-2020', article: '13' },
    ],
    tag: 'V',
  },
  { id: 'XY10', zh: '媒体、舆情，主动投案', en: 'Media, or voluntary surrender', citations: [], tag: 'D' },
  {
    id: 'XY11',
    zh: '税务、银行、民政、司法、医保推送',
    en: 'Data from tax, banks, civil affairs, justice or medical security',
    citations: [],
    tag: 'D',
  },
] as const satisfies readonly ClueSource[]
