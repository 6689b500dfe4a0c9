/** The kinds of evidence of XCF art. 46, and the working list of an HRSS bureau (docs/handbook.md §9.3) with kind and folder proposed. */
import { volumeOf, type FolderId } from './dossier.ts'
import type { Words } from './row.ts'

export const STATUTORY_KINDS = [
  { id: 'documentary', zh: '书证', en: 'Documentary evidence' },
  { id: 'physical', zh: '物证', en: 'Physical evidence' },
  { id: 'audio-visual', zh: '视听资料', en: 'Audio-visual material' },
  { id: 'electronic', zh: '电子数据', en: 'Electronic data' },
  { id: 'testimony', zh: '证人证言', en: 'Witness testimony' },
  { id: 'statement', zh: '当事人的陈述', en: 'Statement of a party' },
  { id: 'expert-opinion', zh: '鉴定意见', en: 'Expert opinion' },
  { id: 'record', zh: '勘验笔录、现场笔录', en: 'Inspection or on-site record' },
] as const satisfies readonly (Words & Readonly<{ id: string }>)[]
export type StatutoryKind = (typeof STATUTORY_KINDS)[number]['id']

/** `needsReconversion`: the criminal investigator normally takes it again. `sealed`: belongs to the reporter's vault, never to 正卷. */
export type EvidenceKind = Words & Readonly<{ id: string; kind: StatutoryKind; folder: FolderId; needsReconversion?: true; sealed?: true }>

export const EVIDENCE_KINDS = [
  { id: 'E01', zh: '参保登记台账', en: 'Enrolment ledger', kind: 'documentary', folder: 'main-05' },
  { id: 'E02', zh: '待遇核定表', en: 'Benefit verification form', kind: 'documentary', folder: 'main-05' },
  { id: 'E03', zh: '代发报盘、回盘文件', en: 'Bank payment batch and return files', kind: 'electronic', folder: 'main-07' },
  { id: 'E04', zh: '银行流水', en: 'Bank statements', kind: 'documentary', folder: 'main-05' },
  { id: 'E05', zh: '业务系统操作日志', en: 'Operation log of the business system', kind: 'electronic', folder: 'main-07' },
  { id: 'E06', zh: '账号变更审批单', en: 'Approval of account change', kind: 'documentary', folder: 'main-05' },
  { id: 'E07', zh: '死亡、服刑数据比对结果', en: 'Match against death and prison data', kind: 'electronic', folder: 'main-07' },
  { id: 'E08', zh: '财务凭证', en: 'Accounting vouchers', kind: 'documentary', folder: 'main-05' },
  { id: 'E09', zh: '银行对账单和余额调节表', en: 'Bank reconciliation', kind: 'documentary', folder: 'main-05' },
  { id: 'E10', zh: '财政专户划拨单', en: 'Allocation slip of the special fiscal account', kind: 'documentary', folder: 'main-05' },
  { id: 'E11', zh: '询问笔录', en: 'Interview record', kind: 'statement', folder: 'main-06', needsReconversion: true },
  { id: 'E12', zh: '单位情况说明', en: 'Written statement of a unit', kind: 'testimony', folder: 'main-06', needsReconversion: true },
  { id: 'E13', zh: '任职、岗位职责、劳动合同', en: 'Appointment, post duties, labour contract', kind: 'documentary', folder: 'main-05' },
  { id: 'E14', zh: '内控制度文本', en: 'Internal-control rules', kind: 'documentary', folder: 'main-05' },
  { id: 'E15', zh: '监控录像', en: 'Surveillance video', kind: 'audio-visual', folder: 'main-08' },
  { id: 'E16', zh: '专项审计报告', en: 'Special audit report', kind: 'documentary', folder: 'main-05' },
  { id: 'E17', zh: '司法会计鉴定意见', en: 'Forensic accounting opinion', kind: 'expert-opinion', folder: 'main-04' },
  {
    id: 'E18',
    zh: '电子数据提取笔录和哈希清单',
    en: 'Record of extraction of electronic data, with digests',
    kind: 'record',
    folder: 'main-07',
  },
  { id: 'E19', zh: '死亡证明、裁判文书', en: 'Death certificate, judgment', kind: 'documentary', folder: 'main-05' },
  {
    id: 'E20',
    zh: '劳动合同和工资表（疑似虚构）',
    en: 'Labour contract and payroll (suspected sham)',
    kind: 'documentary',
    folder: 'main-05',
  },
  { id: 'E21', zh: '工伤认定、劳动能力鉴定材料', en: 'Work-injury and capacity assessment papers', kind: 'documentary', folder: 'main-05' },
  { id: 'E22', zh: '聊天记录', en: 'Chat records', kind: 'electronic', folder: 'main-07' },
  { id: 'E23', zh: '退款、追缴凭证', en: 'Proof of refund or recovery', kind: 'documentary', folder: 'main-05' },
  { id: 'E24', zh: '举报材料（密件库）', en: 'Report (sealed vault)', kind: 'documentary', folder: 'inner-03', sealed: true },
  { id: 'E25', zh: '审批表、会议纪要', en: 'Approval form, minutes', kind: 'documentary', folder: 'main-05' },
  { id: 'E26', zh: '档案原件比对说明', en: 'Comparison with the original archive', kind: 'documentary', folder: 'main-05' },
  { id: 'E27', zh: '社保卡、存折复印件', en: 'Copy of social security card or passbook', kind: 'documentary', folder: 'main-05' },
  { id: 'E28', zh: '收据存根', en: 'Receipt stubs', kind: 'documentary', folder: 'main-05' },
] as const satisfies readonly EvidenceKind[]

/** What may go to a body: what lies in 正卷, and is not of the reporter's vault. */
export const maySend = ({ folder, kind }: Readonly<{ folder: string; kind: string }>): boolean =>
  volumeOf(folder) === 'main' && !isSealedKind(kind)
/** Of the reporter's vault (密件库): it lies in its own folder alone and goes to no body. */
export const isSealedKind = (id: string): boolean => evidenceKindOf(id)?.sealed === true
export const evidenceKindOf = (id: string): EvidenceKind | undefined => EVIDENCE_KINDS.find((kind) => kind.id === id)
