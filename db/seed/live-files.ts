/** Files that live cases have in common, and the hours of a day. */
import type { SeedFile } from './story.ts'

export const FLOW: SeedFile = ['bank-flow.xlsx', 'main-05', 'E04', '协查回函']
export const PAYOUT: SeedFile = ['payout-list.csv', 'main-05', 'E03', '业务系统导出']
export const MATCH: SeedFile = ['match-result.pdf', 'main-05', 'E07', '民政部门比对']
export const TALK: SeedFile = ['interview.docx', 'main-06', 'E11', '询问']
export const SCAN: SeedFile = ['approval-form.jpg', 'main-05', 'E06', '社保中心档案']
export const LOG: SeedFile = ['system-log.txt', 'main-07', 'E05', '业务系统导出']
export const SOUND: SeedFile = ['call-recording.wav', 'main-08', 'E15', '服务热线']
export const EXPERT: SeedFile = ['expert-opinion.pdf', 'main-04', 'E17', '司法会计鉴定']
export const NOTES: SeedFile = ['work-notes.docx', 'inner-02', 'E12', '自制']
export const NO_ITEMS = { items: '本案没有扣押、先行登记保存的物品', expert: '本案不涉及需要检验、鉴定的事项' }

export const day = 24

/** What is a short text of the story's own. */
export const note = (name: string, text: string, folder = 'main-05', kind = 'E12'): SeedFile => [name, folder, kind, '自制', `${text}\r\n`]
