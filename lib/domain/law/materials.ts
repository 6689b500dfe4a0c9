/** The five materials that go with a transfer: Order 310 art. 6. */
import type { FolderId } from './dossier.ts'
import type { Tag, Words } from './row.ts'

/** `folders`: a live item in any of them satisfies it. `absentWithReason`: a case may have none, and then says why (domain.md §3.5 T10). */
export type Material = Words & Readonly<{ id: string; folders: readonly FolderId[]; absentWithReason: boolean; tag: Tag }>

export const MATERIALS = [
  { id: 'letter', zh: '涉嫌犯罪案件移送书', en: 'Transfer letter', folders: ['main-01'], absentWithReason: false, tag: 'V' },
  { id: 'report', zh: '涉嫌犯罪案件情况的调查报告', en: 'Investigation report', folders: ['main-02'], absentWithReason: false, tag: 'V' },
  { id: 'items', zh: '涉案物品清单', en: 'List of items involved', folders: ['main-03'], absentWithReason: true, tag: 'V' },
  { id: 'expert', zh: '检验报告或者鉴定意见', en: 'Test report or expert opinion', folders: ['main-04'], absentWithReason: true, tag: 'V' },
  {
    id: 'other',
    zh: '其他涉嫌犯罪的材料',
    en: 'Other material on the suspected offence',
    folders: ['main-05', 'main-06', 'main-07', 'main-08'],
    absentWithReason: true,
    tag: 'V',
  },
] as const satisfies readonly Material[]

export type MaterialId = (typeof MATERIALS)[number]['id']
