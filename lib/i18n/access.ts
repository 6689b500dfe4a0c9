/** The access log, for who audits. */
import type { AccessKind, AccessObject, AccessResult } from '#lib/domain/access'
import { formatCount } from './numbers.ts'

const zhKind: Readonly<Record<AccessKind, string>> = { 'sign-in': '登录', read: '查阅', download: '下载', act: '办理', gap: '记录中断' }
const enKind: typeof zhKind = { 'sign-in': 'Sign-in', read: 'Read', download: 'Download', act: 'Act', gap: 'Gap in the log' }
const zhResult: Readonly<Record<AccessResult, string>> = { ok: '成功', denied: '无权', refused: '不合规则', failed: '未通过', gap: '中断' }
const enResult: typeof zhResult = { ok: 'Allowed', denied: 'Denied', refused: 'Refused by a rule', failed: 'Failed', gap: 'Gap' }
const zhWhat: Readonly<Record<AccessObject, string>> = {
  case: '案件',
  track: '移送',
  paper: '文书',
  file: '卷宗材料',
  office: '系统管理',
  '': '—',
}
const enWhat: typeof zhWhat = { case: 'Case', track: 'Transfer', paper: 'Document', file: 'File', office: 'Administration', '': '—' }

export const zh = {
  access: {
    title: '访问日志',
    note: (days: number) =>
      `记录登录、查阅、下载和没有办成的操作，不含案件内容，保存 ${formatCount(days)} 天。按案号或移送书号查找，须先知道编号。`,
    caption: '访问日志，最新的在前',
    empty: '还没有记录。',
    time: '时间',
    who: '人员',
    unit: '单位和岗位',
    event: '事件',
    object: '对象',
    result: '结果',
    request: '请求编号',
    person: '人员姓名或用户名',
    objectNo: '案号、移送书号或对象编号',
    from: '起始日期',
    to: '截止日期',
    unknown: '未登记的用户名',
    system: '系统',
    kind: zhKind,
    results: zhResult,
    what: zhWhat,
    paper: { letter: '移送书', report: '调查报告', 'file-list': '移送材料清单', receipt: '回执', 'case-sheet': '案件情况表' },
    onlyThis: (what: string) => `只看这个对象：${what}`,
    gap: (lost: number, late: number) => `丢失 ${formatCount(lost)} 条，补记 ${formatCount(late)} 条`,
    wrongPassword: '口令不对',
    blocked: '尝试次数过多',
    wrongCode: '验证码不对',
  },
}

export const en: typeof zh = {
  access: {
    title: 'Access log',
    note: (days) =>
      `Sign-ins, readings, downloads, and acts that were denied or refused; no content of any case. Kept for ${formatCount(days)} days. To search by the number of a case or letter, it must be known.`,
    caption: 'Access log, latest first',
    empty: 'Nothing recorded yet.',
    time: 'Time',
    who: 'Person',
    unit: 'Body and post',
    event: 'Event',
    object: 'Object',
    result: 'Result',
    request: 'Request',
    person: 'Name or user name',
    objectNo: 'Case or letter number, or object id',
    from: 'From',
    to: 'To',
    unknown: 'Unknown user name',
    system: 'System',
    kind: enKind,
    results: enResult,
    what: enWhat,
    paper: {
      letter: 'Transfer letter',
      report: 'Investigation report',
      'file-list': 'List of material',
      receipt: 'Receipt',
      'case-sheet': 'Case sheet',
    },
    onlyThis: (what) => `This object only: ${what}`,
    gap: (lost, late) => `${formatCount(lost)} lost, ${formatCount(late)} written late`,
    wrongPassword: 'Wrong password',
    blocked: 'Too many tries',
    wrongCode: 'Wrong code',
  },
}
