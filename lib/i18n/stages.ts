/** What is said of the stages after the decision: a sentence for each row of lib/domain/procedure/stages.ts, for its timeline and its notices alike. */
import type { Outcome, PreparedId, ReportKind, StageId } from '#lib/domain/procedure/stages'

type Of<K extends string> = Readonly<Record<K, string>>
type Words = Readonly<{
  stage: Readonly<{
    /** A text was written for the head; something was asked or said; what came of it. */
    prepared: Of<PreparedId>
    begun: Of<StageId>
    answered: Of<Outcome>
    /** For a notice whose words are gone, since the letter was taken back. */
    unsaid: string
    /** Where to the text that waits for the head is told. */
    toSign: (what: string) => string
    course: string
    report: Of<ReportKind>
    sum: (amount: string) => string
    silent: (days: number) => string
    answer: string
    no: (no: string) => string
    on: (day: string) => string
    waiting: string
    draft: string
    draftBy: (who: string, when: string) => string
    print: (what: string) => string
    document: string
    seeBeside: string
    things: string
    thing: (name: string, quantity: string) => string
    keptAt: (place: string) => string
    handedAt: (day: string, time: string, place: string) => string
  }>
}>

export const zh: Words = {
  stage: {
    prepared: { T20: '起草复议申请书', T21: '起草立案监督建议函', T24: '起草立案监督建议函', T28: '起草立案监督建议函' },
    begun: {
      T20: '提请复议',
      waive: '不再提出异议',
      leave: '不再移送',
      T29: '移交涉案物品和材料',
      T48: '没有可以移交的物品',
      T21: '建议立案监督',
      T24: '建议立案监督',
      T28: '建议立案监督（超期未决）',
      reasons: '要求说明理由',
      own: '依职权监督立案',
      reviewed: '审查后无异议',
      T25: '通知立案',
      report: '通报办理情况',
    },
    answered: {
      changed: '复议决定：改变原决定，予以立案',
      upheld: '复议决定：维持不予立案决定',
      taken: '已核对接收',
      'not-taken': '未予接收',
      explained: '已书面说明理由',
      accepted: '人民检察院认为理由成立',
      ordered: '人民检察院认为理由不成立，通知立案',
      filed: '公安机关按通知立案',
    },
    unsaid: '案件的后续程序有新的进展',
    toSign: (what) => `${what}，请负责人审核签发`,
    course: '后续程序',
    report: {
      measures: '采取强制措施或者留置措施',
      transferred: '移送审查起诉',
      'not-prosecuted': '不起诉',
      'on-trial': '提起公诉',
      judged: '判决生效',
      recovered: '追赃挽损',
      dropped: '撤销案件',
    },
    sum: (amount: string) => `追回 ${amount} 元`,
    silent: (days: number) => `无反馈 ${days} 天`,
    answer: '答复',
    no: (no) => `文号 ${no}`,
    on: (day) => `日期 ${day}`,
    waiting: '等待答复',
    draft: '待签发文稿',
    draftBy: (who, when) => `${who}于 ${when} 起草，等待负责人签发`,
    print: (what) => `打印${what}`,
    document: '文书',
    seeBeside: '对方文书内容',
    things: '移交清单',
    thing: (name: string, quantity: string) => (quantity ? `${name}（${quantity}）` : name),
    keptAt: (place: string) => `不移交，存放于${place}`,
    handedAt: (day: string, time: string, place: string) => `${day} ${time}，${place}`,
  },
}

export const en: Words = {
  stage: {
    prepared: {
      T20: 'Request for reconsideration drafted',
      T21: 'Proposal of supervision drafted',
      T24: 'Proposal of supervision drafted',
      T28: 'Proposal of supervision drafted',
    },
    begun: {
      T20: 'Reconsideration requested',
      waive: 'The decision is not contested',
      leave: 'No further transfer',
      T29: 'Items and material handed over',
      T48: 'Nothing to hand over',
      T21: 'Filing supervision proposed',
      T24: 'Filing supervision proposed',
      T28: 'Filing supervision proposed: no decision in time',
      reasons: 'Reasons asked for',
      own: 'Supervision begun by the procuratorate',
      reviewed: 'Reviewed, no objection',
      T25: 'Filing ordered',
      report: 'Status reported',
    },
    answered: {
      changed: 'Reconsideration: decision changed, case filed',
      upheld: 'Reconsideration: not filing upheld',
      taken: 'Checked and taken over',
      'not-taken': 'Not taken over',
      explained: 'Reasons explained in writing',
      accepted: 'The procuratorate accepts the reasons',
      ordered: 'Reasons not accepted, filing ordered',
      filed: 'Filed as ordered',
    },
    unsaid: 'The procedure after the decision has moved on',
    toSign: (what) => `${what}. It awaits the signature of the head`,
    course: 'After the decision',
    report: {
      measures: 'Coercive measures taken',
      transferred: 'Sent to prosecution review',
      'not-prosecuted': 'Not prosecuted',
      'on-trial': 'Charges brought',
      judged: 'Judgment in force',
      recovered: 'Money recovered',
      dropped: 'Case dropped',
    },
    sum: (amount) => `${amount} yuan recovered`,
    silent: (days) => `Days without word: ${days}`,
    answer: 'Answer',
    no: (no) => `Number ${no}`,
    on: (day) => `Date ${day}`,
    waiting: 'Awaiting an answer',
    draft: 'Draft to be signed',
    draftBy: (who, when) => `Drafted by ${who}, ${when}. It awaits the signature of the head`,
    print: (what) => `Print: ${what}`,
    document: 'Paper',
    seeBeside: 'What the other side wrote',
    things: 'List of the hand-over',
    thing: (name, quantity) => (quantity ? `${name} (${quantity})` : name),
    keptAt: (place) => `not handed over, kept at ${place}`,
    handedAt: (day, time, place) => `${day} ${time}, ${place}`,
  },
}
