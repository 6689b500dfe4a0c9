/**
 * The five materials that go with a transfer, Order 310 art. 6: the one table that the check before sending, the snapshot, the letter,
 * the dossier and every list of them ask.
 */
import type { RefusalCode } from '../refusals.ts'
import type { FolderId } from './dossier.ts'
import type { Tag, Words } from './row.ts'

/**
 * `is`: what it is made of. The letter is drawn at sending; the report is the text of the investigation, the items their recorded list;
 * the others are the live files of `folders`, of which one satisfies it. `absentWithReason`: a case may have none, and then says why
 * (docs/handbook.md §3.5 T10). `missing`: what is said where it is not there.
 */
export type Material = Words &
  Readonly<{
    id: string
    is: 'letter' | 'text' | 'items' | 'files'
    folders: readonly FolderId[]
    absentWithReason: boolean
    missing: RefusalCode | null
    tag: Tag
  }>

export const MATERIALS = [
  {
    id: 'letter',
    zh: '涉嫌犯罪案件移送书',
    en: 'Transfer letter',
    is: 'letter',
    folders: ['main-01'],
    absentWithReason: false,
    missing: null,
    tag: 'V',
  },
  {
    id: 'report',
    zh: '涉嫌犯罪案件情况的调查报告',
    en: 'Investigation report',
    is: 'text',
    folders: ['main-02'],
    absentWithReason: false,
    missing: 'report.incomplete',
    tag: 'V',
  },
  {
    id: 'items',
    zh: '涉案物品清单',
    en: 'List of items involved',
    is: 'items',
    folders: ['main-03'],
    absentWithReason: true,
    missing: 'report.absent-items',
    tag: 'V',
  },
  {
    id: 'expert',
    zh: '检验报告或者鉴定意见',
    en: 'Test report or expert opinion',
    is: 'files',
    folders: ['main-04'],
    absentWithReason: true,
    missing: 'report.absent-expert',
    tag: 'V',
  },
  {
    id: 'other',
    zh: '其他涉嫌犯罪的材料',
    en: 'Other material on the suspected offence',
    is: 'files',
    folders: ['main-05', 'main-06', 'main-07', 'main-08'],
    absentWithReason: true,
    missing: 'report.absent-other',
    tag: 'V',
  },
] as const satisfies readonly Material[]

export type MaterialId = (typeof MATERIALS)[number]['id']
const BY_ID = Object.fromEntries(MATERIALS.map((material) => [material.id, material])) as Readonly<
  Record<MaterialId, (typeof MATERIALS)[number]>
> // safe: one entry per row
export const materialOf = (id: MaterialId): Material => BY_ID[id]
export const isMaterial = (id: string): id is MaterialId => Object.hasOwn(BY_ID, id)

/** Of these files, those that lie in a folder of the material. */
export function filesOf<File extends Readonly<{ folder: string }>>(id: MaterialId, files: readonly File[]): readonly File[] {
  const folders: readonly string[] = BY_ID[id].folders
  return files.filter(({ folder }) => folders.includes(folder))
}
