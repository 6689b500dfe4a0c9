/** 一案一档: 正卷 goes to the receiving body, 副卷 never leaves the unit (docs/ux.md §1.3; docs/decisions.md D13). */
import type { Words } from './row.ts'

export type Folder = Words & Readonly<{ id: string; volume: 'main' | 'inner'; no: string }>

export const FOLDERS = [
  { id: 'main-01', volume: 'main', no: '01', zh: '移送书', en: 'Transfer letter' },
  { id: 'main-02', volume: 'main', no: '02', zh: '调查报告', en: 'Investigation report' },
  { id: 'main-03', volume: 'main', no: '03', zh: '涉案物品清单', en: 'List of items involved' },
  { id: 'main-04', volume: 'main', no: '04', zh: '检验报告、鉴定意见', en: 'Test reports and expert opinions' },
  { id: 'main-05', volume: 'main', no: '05', zh: '书证', en: 'Documentary evidence' },
  { id: 'main-06', volume: 'main', no: '06', zh: '询问笔录', en: 'Interview records' },
  { id: 'main-07', volume: 'main', no: '07', zh: '电子数据', en: 'Electronic data' },
  { id: 'main-08', volume: 'main', no: '08', zh: '视听资料', en: 'Audio-visual material' },
  { id: 'inner-01', volume: 'inner', no: '01', zh: '审批与法制意见', en: 'Approvals and legal opinions' },
  { id: 'inner-02', volume: 'inner', no: '02', zh: '工作记录', en: 'Working notes' },
  { id: 'inner-03', volume: 'inner', no: '03', zh: '线索与举报', en: 'Clues and reports' },
] as const satisfies readonly Folder[]

export type FolderId = (typeof FOLDERS)[number]['id']
export type Volume = Folder['volume']
export const folderOf = (id: string): Folder | undefined => FOLDERS.find((folder) => folder.id === id)
/** The one folder for a file that is none of the types of file-types.ts: kept as it is, for whoever examines electronic data. */
export const AS_IS_FOLDER: FolderId = 'main-07'
/** Null where there is no such folder: it is in neither volume. */
export const volumeOf = (folderId: string): Volume | null => folderOf(folderId)?.volume ?? null
