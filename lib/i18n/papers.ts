/**
 * What printed papers say besides their fields, docs/handbook.md §7.2 W04, W07–W11. Papers of the office are Chinese whatever language their reader has
 * chosen, so there is no second language here, and pages mark them with `lang`. Where each sentence stands: lib/views/papers.
 */
import { materialOf, type Material } from '#lib/domain/law/materials'
import type { UnitKind, UnitRef } from '#lib/domain/result'
import type { PaperWords } from '#lib/views/papers/words'
import { lengthOnPaper } from './lengths.ts'
import { formatDay, formatDayOnPaper, formatTime } from './dates.ts'
import { formatCount, formatFen, formatSize } from './numbers.ts'
import { HAND_OVER_WORDS, REQUEST_WORDS } from './stage-papers.ts'

/** How a body is called by itself and by others: 我局, 你厅, 我中心. By what it is called, else by its kind. */
const bodyWord = ({ kind, name }: UnitRef): string => CALLED.find(([end]) => name.endsWith(end))?.[1] ?? BODY[kind] ?? '单位'
const CALLED: readonly (readonly [end: string, word: string])[] = [
  ['厅', '厅'],
  ['局', '局'],
  ['中心', '中心'],
  ['院', '院'],
  ['委员会', '委'],
  ['监委', '委'],
  ['处', '处'],
  ['所', '所'],
  ['组', '组'],
  ['队', '队'],
]
const BODY: Readonly<Partial<Record<UnitKind, string>>> = { bureau: '局', police: '局', procuratorate: '院', commission: '委' }

/** 2026年11月24日20时05分: receipts are to the minute. */
const minuteOnPaper = (instant: string): string => {
  const [hour = '', minute = ''] = formatTime(instant).split(':')
  return `${formatDayOnPaper(instant)}${Number(hour)}时${minute}分`
}

/** What a material is counted in, where it is. */
const COUNTED: Readonly<Partial<Record<Material['is'], string>>> = { items: '项', files: '件' }
const by = (basis: string): string => (basis === '' ? '' : `依照${basis}的规定，`)

export const PAPER_WORDS = {
  common: {
    to: (body) => `${body}：`,
    we: (body) => `我${bodyWord(body)}`,
    you: (body) => `你${bodyWord(body)}`,
    seal: '（印章）',
    manifest: (digest) => `清单校验值（SHA-256）：${digest}`,
    day: formatDayOnPaper,
    minute: minuteOnPaper,
    fen: formatFen,
    join: '、',
  },
  letter: {
    noNumber: '（移送时编号）',
    name: '姓名（名称）',
    idNo: '证件号码',
    employer: '所在单位和岗位',
    charge: '涉嫌罪名',
    amount: '认定金额（元）',
    total: '合计',
    law: '三、法律依据',
    handlers: '四、承办人员和联系电话',
    handler: (name, phone) => (phone ? `${name}，联系电话 ${phone}` : name),
    others: '五、其他事项',
    other: (n, text) => `（${'一二三四五六七八九'[n - 1]}）${text}`,
    enclosures: '附件：',
    enclosure: (n, what) => `${n}. ${what}`,
    material: (id, n) => {
      const { zh, is } = materialOf(id)
      return n > 0 && COUNTED[is] ? `${zh}（${formatCount(n)} ${COUNTED[is]}）` : zh
    },
    none: (what, why) => `${what}：无。${why}`,
    list: (n) => `移送材料清单（共 ${formatCount(n)} 件，另附）`,
    copyTo: (body) => `抄送：${body}`,
    issued: (day) => `${day}印发`,
    forms: {
      letter: {
        title: '涉嫌犯罪案件移送书',
        opening: (we, title, basis, you) => `${we}办理的${title}，当事人的行为涉嫌构成犯罪。${by(basis)}现移送${you}依法处理。`,
        subjects: '一、涉嫌犯罪的人员和单位',
        facts: '二、主要事实',
      },
      'clue-letter': {
        title: '职务违法犯罪问题线索移送函',
        opening: (we, title, basis, you) => `${we}办理的${title}，涉及公职人员职务违法、职务犯罪问题。${by(basis)}现移送${you}依法处理。`,
        subjects: '一、被反映人',
        facts: '二、问题线索',
      },
      'duty-letter': {
        title: '涉嫌犯罪案件移送书',
        opening: (we, title, basis, you) =>
          `${we}办理的${title}，当事人的行为涉嫌${basis && '职务'}犯罪。${by(basis)}现移送${you}依法处理。`,
        subjects: '一、涉嫌犯罪的人员和单位',
        facts: '二、主要事实',
      },
      'duty-clue-letter': {
        title: '涉嫌职务犯罪案件线索移送函',
        opening: (we, title, basis, you) => `${we}在办理${title}中发现涉嫌${basis && '职务'}犯罪的线索。${by(basis)}现移送${you}依法处理。`,
        subjects: '一、线索涉及的人员和单位',
        facts: '二、案件线索',
      },
    },
    why: (you, reason) => `移送${you}的理由：${reason}`,
    requests: {
      handOver: (we, you, basis, day) =>
        `${you}立案的，${we}在接到立案通知书之日起${lengthOnPaper('CL25', day)}内移交涉案物品以及与案件有关的其他材料（${basis}）。`,
      answer: (we, you, basis) => `请${you}将是否立案的决定书面通知${we}；不予立案的，请说明理由，并退回案卷材料（${basis}）。`,
      secret: (_we, you) => `本函及所附材料涉及被反映人和办案情况，请${you}注意保密，仅限承办人员接触。`,
      inform: (we, you, basis) => `请${you}将处理情况书面告知${we}${basis && `（${basis}）`}。`,
    },
  },
  report: {
    title: materialOf('report').zh,
    heading: (n, of) => `${'一二三四五六七八九'[n - 1]}、${of}`,
    parts: {
      course: '案件情况和调查经过',
      subjects: '涉案人员和单位',
      facts: '涉嫌犯罪事实',
      amounts: '金额认定',
      evidence: '证据目录',
      law: '法律依据',
      identity: '主体身份',
      conclusion: '结论和处理建议',
    },
    caseNo: (no) => `案号：${no}`,
    noCourse: '移送时没有写明调查经过，也没有附调查报告文件。',
    inFiles: (n) => `调查报告文件 ${formatCount(n)} 件，见移送材料清单“${materialOf('report').zh}”。`,
    name: '姓名（名称）',
    idNo: '证件号码',
    employer: '所在单位和岗位',
    role: '在案件中的地位',
    main: '主要',
    conduct: '主要行为',
    fund: '险种',
    period: '期间',
    periodOf: (from, to) => `${formatDay(from, 'zh-CN')}至${formatDay(to, 'zh-CN')}`,
    recovered: '已追回（元）',
    amount: '认定金额（元）',
    total: '合计',
    no: '序号',
    file: '名称',
    kind: '证据种类',
    folder: '卷内目录',
    source: '来源',
    official: '公职人员',
    officials: { yes: '是', no: '不是', disputed: '有争议' },
    marks: '身份和职务情况',
    mark: {
      isPrincipal: '移送机关主要负责人',
      usedOffice: '利用了职务上的便利',
      companyMoney: '涉及所在企业自己的资金',
      judicialOfficer: '司法工作人员',
    },
    charge: '涉嫌罪名',
    circumstances: '情节',
    tier: '数额档次',
    note: '说明',
    officers: (names) => `调查人员：${names}`,
  },
  receipt: {
    title: '移送书回执',
    opening: (you, no) => `${you}移送的${no}及所列材料已经收到，现予签收。`,
    receiptNo: '回执编号',
    letterNo: '移送书文号',
    caseTitle: '案件名称',
    count: '收到材料',
    countOf: (n) => `移送书 1 份，材料 ${formatCount(n)} 件`,
    at: '签收时间',
    by: '签收人',
    remarks: '备注（缺件等）',
    passedOn: '转送',
    passedOnFrom: (from, at) => `由${from}于${at}转送`,
    manifest: '清单校验值',
    onPaper: (no) => `据纸质文书登记，原件文号 ${no}`,
  },
  fileList: {
    title: '移送材料清单',
    no: '序号',
    name: '名称',
    folder: '卷内目录',
    source: '来源',
    takenBy: '取证人',
    takenOn: '取得日期',
    size: '大小',
    supplement: (day) => `${day} 补充移送`,
    total: (n, size) => `共 ${formatCount(n)} 件，${size}。`,
    dayOf: (day) => formatDay(day, 'zh-CN'),
    sizeOf: formatSize,
    sm3: 'SM3',
    sha256: 'SHA-256',
    giver: '移送人：',
    receiver: '接收人：',
    day: '年　　月　　日',
    itemsTitle: '涉案物品清单',
    item: '名称',
    spec: '规格',
    quantity: '数量',
    condition: '特征、状况',
    value: '价值（元）',
    place: '存放地点',
    origin: '取得方式',
  },
  request: REQUEST_WORDS,
  handOver: HAND_OVER_WORDS,
} as const satisfies PaperWords
