/** What the timeline says of each event: total over lib/views/events.ts, in both languages. */
import { isReportKind } from '#lib/domain/procedure/stages'
import { folderOf } from '#lib/domain/law/dossier'
import type { DetailOf, EventType } from '#lib/views/events'
import type { Entry } from '#lib/views/rows'
import type { Messages } from './messages.ts'
import { formatDay, type Lang } from './dates.ts'
import { chargeWord, say } from './law.ts'
import { silence } from './lengths.ts'
import { formatFen } from './numbers.ts'

type Titles = Readonly<Record<EventType, string>>

const zhTitle: Titles = {
  CaseRegistered: '登记案件',
  BasicsRecorded: '修改基本情况',
  HandlersAssigned: '指定承办人',
  SubjectRecorded: '登记涉案人员',
  SubjectStruck: '划去涉案人员',
  AmountsRecorded: '登记涉案金额',
  ItemsRecorded: '登记涉案物品',
  AbsenceJustified: '说明缺少的材料',
  EvidenceAdded: '归集证据',
  EvidenceVoided: '作废证据',
  FileFaultFound: '存储文件校验不符，已锁定',
  FileFoundWhole: '存储文件已恢复完好，解除锁定',
  ReportWritten: '起草移送报告',
  ReportConfirmed: '确认移送报告',
  ReportSubmitted: '提交移送报告',
  OpinionGiven: '提出法制审核意见',
  TransferApproved: '批准移送',
  TransferRefused: '不批准移送',
  ReportReturned: '退回修改',
  ReportWithdrawn: '收回报告',
  RoundOpened: '重新拟报',
  Urged: '催办',
  TransferSent: '移送案件',
  TransferWithdrawn: '撤回移送',
  ReceiptSigned: '签收回执',
  ExaminationOpened: '开始立案审查',
  FilingOpinionGiven: '提出审查意见',
  SupplementAsked: '要求补正',
  SupplementSent: '补充移送',
  TransferPassedOn: '转送',
  TransferReturned: '退回案件',
  CaseFiled: '立案',
  CaseNotFiled: '不予立案',
  DecisionSignedFor: '签收决定',
  PaperDisputed: '对据纸质文书的登记提出异议',
  StagePrepared: '起草文书',
  ProceedingOpened: '启动后续程序',
  ProceedingAnswered: '后续程序的答复',
  StageReported: '后续程序的登记',
  SilenceAlarmed: `决定 ${silence('zh-CN')}内未签收，已提醒`,
}
const enTitle: Titles = {
  CaseRegistered: 'Case registered',
  BasicsRecorded: 'Basic facts changed',
  HandlersAssigned: 'Investigators assigned',
  SubjectRecorded: 'Subject recorded',
  SubjectStruck: 'Subject struck out',
  AmountsRecorded: 'Amounts recorded',
  ItemsRecorded: 'Items recorded',
  AbsenceJustified: 'Missing material explained',
  EvidenceAdded: 'Evidence added',
  EvidenceVoided: 'Evidence voided',
  FileFaultFound: 'Stored file not as recorded, locked',
  FileFoundWhole: 'Stored file whole again, unlocked',
  ReportWritten: 'Transfer report drafted',
  ReportConfirmed: 'Transfer report confirmed',
  ReportSubmitted: 'Transfer report submitted',
  OpinionGiven: 'Legal opinion given',
  TransferApproved: 'Transfer approved',
  TransferRefused: 'Transfer refused',
  ReportReturned: 'Returned for changes',
  ReportWithdrawn: 'Report withdrawn',
  RoundOpened: 'Planned anew',
  Urged: 'Reminder sent',
  TransferSent: 'Case transferred',
  TransferWithdrawn: 'Transfer withdrawn',
  ReceiptSigned: 'Receipt signed',
  ExaminationOpened: 'Filing review opened',
  FilingOpinionGiven: 'Examination opinion given',
  SupplementAsked: 'Supplement asked for',
  SupplementSent: 'Supplement sent',
  TransferPassedOn: 'Passed on',
  TransferReturned: 'Case returned',
  CaseFiled: 'Case filed',
  CaseNotFiled: 'Not filed',
  DecisionSignedFor: 'Decision signed for',
  PaperDisputed: 'Entry from paper disputed',
  StagePrepared: 'Text drafted',
  ProceedingOpened: 'Procedure opened',
  ProceedingAnswered: 'Procedure answered',
  StageReported: 'Recorded after the decision',
  SilenceAlarmed: `Decision unsigned after ${silence('en')}, reminded`,
}

export const zh = {
  tlTitle: zhTitle,
  timeline: {
    people: (names: string) => `承办人 ${names}`,
    corrects: (what: string, time: string) => `更正 ${time} 的“${what}”，原内容仍保留`,
    total: (amount: string) => `合计 ${amount} 元`,
    items: (n: number) => `${n} 项`,
    noItems: '没有涉案物品',
    file: (name: string, folder: string) => `${name}，归入“${folder}”`,
    fault: { missing: '存储文件缺失', changed: '存储文件与登记的校验值不符' },
    toBodies: (names: string) => `拟移送 ${names}`,
    verdict: { agree: '同意', 'agree-with-notes': '同意，附意见', disagree: '不同意' },
    urged: (who: string) => `对象：${who}`,
    sent: (to: string, no: string, n: number) => `移送给${to}，移送书 ${no}，材料 ${n} 件`,
    receipt: (no: string, n: number) => `回执 ${no}，材料 ${n} 件`,
    proposes: { file: '建议立案', decline: '建议不予立案', other: '其他处理建议' },
    wanted: (n: number) => `需补正 ${n} 项`,
    supplement: (n: number) => `补充材料 ${n} 件`,
    passedOn: (to: string) => `转送给${to}`,
    to: (body: string) => `送${body}`,
    competent: (body: string) => `建议移送：${body}`,
    decision: (no: string, day: string) => `文号 ${no}，决定日期 ${day}`,
    charge: (charge: string) => `罪名：${charge}`,
    disputes: (what: string, time: string) => `异议对象：${time} 的“${what}”`,
    onPaper: '据纸质文书登记',
    onPaperBy: (who: string, no: string, recordedAt: string) => `据纸质文书登记：${who}签署，文号 ${no}，${recordedAt} 录入`,
    fromPaper: (recorder: string, no: string, recordedAt: string) => `据纸质文书登记，文号 ${no}，${recorder} ${recordedAt} 录入`,
    by: (who: string, unit: string) => `${who}（${unit}）`,
    join: '、',
  },
}

export const en: typeof zh = {
  tlTitle: enTitle,
  timeline: {
    people: (names) => `Investigators: ${names}`,
    corrects: (what, time) => `Corrects “${what}” of ${time}, which stays on record`,
    total: (amount) => `Total ${amount} yuan`,
    items: (n) => (n === 1 ? '1 item' : `${n} items`),
    noItems: 'No items involved',
    file: (name, folder) => `${name}, to “${folder}”`,
    fault: { missing: 'The stored file is missing', changed: 'The stored file differs from its recorded checksum' },
    toBodies: (names) => `Planned for ${names}`,
    verdict: { agree: 'Agrees', 'agree-with-notes': 'Agrees, with notes', disagree: 'Disagrees' },
    urged: (who) => `To: ${who}`,
    sent: (to, no, n) => `To ${to}, letter ${no}, ${n === 1 ? '1 file' : `${n} files`}`,
    receipt: (no, n) => `Receipt ${no}, ${n === 1 ? '1 file' : `${n} files`}`,
    proposes: { file: 'Proposes to file', decline: 'Proposes not to file', other: 'Proposes something else' },
    wanted: (n) => (n === 1 ? '1 thing is missing' : `${n} things are missing`),
    supplement: (n) => (n === 1 ? '1 file supplied' : `${n} files supplied`),
    passedOn: (to) => `To ${to}`,
    to: (body) => `To ${body}`,
    competent: (body) => `Suggested body: ${body}`,
    decision: (no, day) => `Number ${no}, decided ${day}`,
    charge: (charge) => `Charge: ${charge}`,
    disputes: (what, time) => `About “${what}” of ${time}`,
    onPaper: 'From paper',
    onPaperBy: (who, no, recordedAt) => `Recorded from paper: signed by ${who}, number ${no}, entered ${recordedAt}`,
    fromPaper: (recorder, no, recordedAt) => `Recorded from paper, number ${no}, entered by ${recorder} ${recordedAt}`,
    by: (who, unit) => `${who} (${unit})`,
    join: ', ',
  },
}

type Words = Pick<typeof zh, 'timeline' | 'tlTitle'> & Pick<Messages, 'stage'>
type Names = Readonly<Record<'person' | 'unit', (id: string) => string> & { called: (name: string) => string }>
/** `title`: where the event is of many kinds and says which. */
type Description = Readonly<{ title?: string | undefined; detail?: string | undefined; quote?: string | undefined; important?: true }>
type Describer<T extends EventType> = (
  d: DetailOf<T>,
  t: Words['timeline'],
  names: Names,
  lang: Lang,
  stage: Messages['stage'],
) => Description

const quoted = ({ text }: Readonly<{ text: string }>): Description => ({ quote: text || undefined })
const important = ({ text }: Readonly<{ text: string }>): Description => ({ quote: text || undefined, important: true })
const DESCRIPTIONS: { readonly [T in EventType]: Describer<T> } = {
  CaseRegistered: (d, t, names) => ({ detail: t.people(d.handlers.map(names.person).join(t.join)), important: true }),
  BasicsRecorded: () => ({}),
  HandlersAssigned: (d, t, names) => ({ detail: t.people(d.handlers.map(names.person).join(t.join)), quote: d.reason || undefined }),
  SubjectRecorded: (d) => ({ detail: d.name }),
  SubjectStruck: (d) => ({ quote: d.reason || undefined }),
  AmountsRecorded: (d, t) => ({ detail: t.total(formatFen(d.fen)) }),
  ItemsRecorded: (d, t) => ({ detail: d.n > 0 ? t.items(d.n) : t.noItems }),
  AbsenceJustified: (d) => ({ quote: [d.items, d.expert, d.other].filter((text) => text !== '').join('\n') || undefined }),
  EvidenceAdded: (d, t, _names, lang) => ({ detail: t.file(d.name, folderWord(d.folder, lang)) }),
  EvidenceVoided: (d) => ({ quote: d.reason || undefined }),
  FileFaultFound: (d, t) => ({ detail: t.fault[d.is], important: true }),
  FileFoundWhole: () => ({}),
  ReportWritten: (d, t, names) => ({ detail: t.toBodies(d.tracks.map(names.called).join(t.join)) }),
  ReportConfirmed: () => ({}),
  ReportSubmitted: () => ({ important: true }),
  OpinionGiven: (d, t) => ({ detail: t.verdict[d.verdict], quote: d.text || undefined }),
  TransferApproved: important,
  TransferRefused: important,
  ReportReturned: quoted,
  ReportWithdrawn: quoted,
  RoundOpened: quoted,
  Urged: (d, t, names) => ({ detail: t.urged(names.unit(d.unitId)), quote: d.text || undefined }),
  TransferSent: (d, t, names) => ({ detail: t.sent(names.called(d.to), d.no, d.n), important: true }),
  TransferWithdrawn: quoted,
  ReceiptSigned: (d, t) => ({ detail: t.receipt(d.no, d.n), quote: d.text || undefined, important: true }),
  ExaminationOpened: () => ({}),
  FilingOpinionGiven: (d, t) => ({ detail: t.proposes[d.proposes], quote: d.text }),
  SupplementAsked: (d, t) => ({ detail: t.wanted(d.wanted.length), quote: d.wanted.join('\n') || undefined }),
  SupplementSent: (d, t) => ({ detail: d.n > 0 ? t.supplement(d.n) : undefined, quote: d.text || undefined }),
  TransferPassedOn: (d, t, names) => ({ detail: t.passedOn(names.called(d.to)), quote: d.text || undefined }),
  TransferReturned: (d, t) => ({ ...important(d), detail: d.competent ? t.competent(d.competent) : undefined }),
  CaseFiled: (d, t, _names, lang) => ({
    detail: [t.decision(d.no, formatDay(d.on, lang)), d.charge && t.charge(chargeWord(d.charge, lang))]
      .filter(Boolean)
      .join(lang === 'en' ? '. ' : '。'),
    important: true,
  }),
  CaseNotFiled: (d, t, _names, lang) => ({ ...important(d), detail: t.decision(d.no, formatDay(d.on, lang)) }),
  DecisionSignedFor: () => ({}),
  PaperDisputed: quoted,
  SilenceAlarmed: () => ({}),
  StagePrepared: (d, _t, _names, _lang, stage) => ({ title: stage.prepared[d.stage], quote: d.text || undefined }),
  ProceedingOpened: (d, t, names, _lang, stage) => ({
    title: stage.begun[d.stage],
    detail: [t.to(names.called(d.to)), d.no && stage.no(d.no)].filter(Boolean).join(t.join),
    quote: d.text || undefined,
    important: true,
  }),
  ProceedingAnswered: (d, t, _names, lang, stage) => ({
    title: stage.answered[d.outcome],
    detail: d.on ? t.decision(d.no, formatDay(d.on, lang)) : undefined,
    quote: d.text || undefined,
    important: true,
  }),
  StageReported: (d, t, _names, lang, stage) => ({
    title: [stage.begun[d.stage], isReportKind(d.kind) && stage.report[d.kind]].filter(Boolean).join(lang === 'en' ? ': ' : '：'),
    detail:
      [d.on && t.decision(d.no, formatDay(d.on, lang)), d.fen !== null && stage.sum(formatFen(d.fen))].filter(Boolean).join(t.join) ||
      undefined,
    quote: d.text || undefined,
    important: true,
  }),
}

export type DescribedEntry = Description &
  Readonly<{ title: string; corrects: number; about: number; paper: Readonly<{ actedBy: string; paperNo: string }> | null }>

/** An entry in words. `corrects` is the seq of the entry it corrects, `about` of the one it disputes; 0 where none. */
export function describeEntry(
  t: Words,
  { type, ...entry }: Pick<Entry, 'type' | 'detail' | 'onPaper'>,
  names: Names,
  lang: Lang,
): DescribedEntry {
  const detail: Readonly<{ corrects?: number; about?: number }> = JSON.parse(entry.detail) // safe: written by the event's own row (lib/views/events.ts)
  const paper: { actedBy: string; paperNo: string } | null = entry.onPaper ? JSON.parse(entry.onPaper) : null // safe: as above
  const describe = DESCRIPTIONS[type] as (
    d: typeof detail,
    ...rest: readonly [Words['timeline'], Names, Lang, Words['stage']]
  ) => Description // safe: both tables pair each type with its own line
  const described = describe(detail, t.timeline, names, lang, t.stage)
  return { corrects: detail.corrects ?? 0, about: detail.about ?? 0, paper, ...described, title: described.title || t.tlTitle[type] }
}

const folderWord = (id: string, lang: Lang): string => {
  const folder = folderOf(id)
  return folder ? say(folder, lang) : id
}
