/** Live cases some way after the decision of the police, one for each stage (docs/handbook.md §3.5 T20–T29). A table; all fictional. */
import { FLOW, PAYOUT, TALK, NO_ITEMS, day } from './live-files.ts'
import type { Act, Story } from './story.ts'

type Given = Readonly<{
  bureau: Story['bureau']
  handlers: Story['handlers']
  to: string
  name: string
  firm: string
  yuan: string
  /** How many days before today the body decided. */ decided: number
  decision: readonly ['file' | 'decline', string, string]
  items?: Story['items']
  after: readonly Act[]
}>
function storyOf({ bureau, handlers, to, name, firm, yuan, decided, decision, items, after }: Given): Story {
  const at = (before: number): number => (decided + before) * day
  return {
    bureau,
    handlers,
    registered: at(40),
    title: `${firm}${name}虚报用工领取失业补助案`,
    source: 'XY3',
    funds: ['FD6'],
    conduct: `${firm}负责人${name}虚报用工关系，为不在职人员申领失业补助金 ${yuan} 元。`,
    subjects: [
      {
        key: 's1',
        name,
        employer: firm,
        position: '负责人',
        official: 'no',
        conduct: '虚报用工关系',
        charge: 'fraud',
        tier: '数额巨大',
        note: '十万元以上不满五十万元',
        lines: [['FD6', '2025-01-01', '2026-01-31', yuan, '0']],
      },
    ],
    evidence: [PAYOUT, FLOW, TALK],
    ...(items ? { items, absent: { expert: '本案不涉及需要检验、鉴定的事项' } } : { absent: NO_ITEMS }),
    tracks: [{ to, suggests: 'police', subjects: ['s1'], charges: ['fraud'] }],
    acts: [
      ['write', at(14)],
      ['confirm', at(13)],
      ['submit', at(12)],
      ['opinion', at(11.5), 'agree', '同意移送。'],
      ['approve', at(10.5), '同意移送。'],
      ['send', at(10), 0],
      ['receipt', at(2.6), 0],
      ['examine', at(2.2), 0],
      [decision[0], at(0), 0, decision[1], decision[2]],
      ...after,
    ],
  }
}
const YI = { bureau: 'yi', handlers: ['zhoukai', 'sunli'], to: 'yi-police' } as const
const BING = { bureau: 'bing', handlers: ['gaoyuan', 'wuxia'], to: 'bing-police' } as const
const NOT_A_CRIME = '情节显著轻微，不认为是犯罪，不予立案。'
const OBJECTION = '原决定遗漏银行流水和三名证人的证言，申领时在职人数与社保登记不符，数额已达立案标准。'

export const LIVE_AFTER: readonly Story[] = [
  storyOf({
    ...YI,
    name: '邹某',
    firm: '乙旗顺达商贸公司',
    yuan: '132600.00',
    decided: 4,
    decision: ['decline', '乙公（刑）不立字〔2026〕21号', NOT_A_CRIME],
    after: [
      ['sign-for', 3.4 * day, 0],
      ['prepare', 2.6 * day, 0, 'reconsideration', OBJECTION],
      ['sign', 1.2 * day, 0, 'reconsideration'],
    ],
  }),
  storyOf({
    ...BING,
    name: '阮某',
    firm: '丙县永兴物流公司',
    yuan: '118300.00',
    decided: 12,
    decision: ['decline', '丙公（刑）不立字〔2026〕9号', NOT_A_CRIME],
    after: [
      ['sign-for', 11.5 * day, 0],
      ['prepare', 11 * day, 0, 'reconsideration', OBJECTION],
      ['sign', 10.2 * day, 0, 'reconsideration'],
      ['answer', 8 * day, 0, 'upheld', '丙公（法）复字〔2026〕2号', '原决定认定事实清楚，予以维持。'],
      ['sign-for', 1.1 * day, 0],
    ],
  }),
  storyOf({
    ...YI,
    name: '巩某',
    firm: '乙旗宏达家政公司',
    yuan: '104900.00',
    decided: 30,
    decision: ['decline', '乙公（刑）不立字〔2026〕12号', NOT_A_CRIME],
    after: [
      ['sign-for', 29.5 * day, 0],
      ['waive', 28 * day, 0, '公安机关的理由成立，款项已全部追回，由本局依法作行政处理。'],
      ['no-objection', 27 * day, 0, '审查了不予立案的理由和在卷材料，情节显著轻微，公安机关的决定适当。'],
      ['anew', 1.5 * day, '专项审计发现该公司另有 9 名不在职人员申领补助，涉案金额增加，重新调查后报批。'],
    ],
  }),
  storyOf({
    ...BING,
    name: '尤某',
    firm: '丙县鑫源建材公司',
    yuan: '156200.00',
    decided: 20,
    decision: ['file', '丙公（刑）立字〔2026〕31号', 'fraud'],
    items: [
      ['公章', '2', '枚', '本局证物柜 C-02'],
      ['工资发放表原件', '1', '册', '本局证物柜 C-02'],
      ['涉案车辆', '1', '辆', '县交警大队停车场'],
    ],
    after: [
      ['sign-for', 19.6 * day, 0],
      ['hand-over', 18.9 * day, 0, '丙县公安局物证室', 2, '县交警大队停车场'],
      ['take-over', 18.5 * day, 0],
    ],
  }),
  storyOf({
    ...YI,
    name: '苗某',
    firm: '乙旗佳美保洁公司',
    yuan: '127400.00',
    decided: 9,
    decision: ['file', '乙公（刑）立字〔2026〕77号', 'fraud'],
    after: [
      ['sign-for', 8.6 * day, 0],
      ['no-hand-over', 8 * day, 0, '本案没有扣押物品，书证已随案移送。'],
    ],
  }),
  storyOf({
    ...YI,
    name: '宗某',
    firm: '乙旗利民装饰公司',
    yuan: '148800.00',
    decided: 16,
    decision: ['decline', '乙公（刑）不立字〔2026〕15号', NOT_A_CRIME],
    after: [
      ['sign-for', 15.5 * day, 0],
      ['prepare', 14.8 * day, 0, 'supervision', OBJECTION],
      ['sign', 13.5 * day, 0, 'supervision'],
      ['ask-reasons', 3 * day, 0, '乙检立监说〔2026〕4号', '请说明不立案的理由和依据。'],
    ],
  }),
  storyOf({
    ...YI,
    name: '芦某',
    firm: '乙旗恒通运输公司',
    yuan: '171500.00',
    decided: 40,
    decision: ['decline', '乙公（刑）不立字〔2026〕7号', NOT_A_CRIME],
    after: [
      ['sign-for', 39.5 * day, 0],
      ['prepare', 39 * day, 0, 'reconsideration', OBJECTION],
      ['sign', 38 * day, 0, 'reconsideration'],
      ['answer', 36 * day, 0, 'upheld', '乙公（法）复字〔2026〕1号', '原决定认定事实清楚，予以维持。'],
      ['sign-for', 35.5 * day, 0],
      ['prepare', 35 * day, 0, 'supervision', OBJECTION],
      ['sign', 34 * day, 0, 'supervision'],
      ['ask-reasons', 28 * day, 0, '乙检立监说〔2026〕2号', '请说明不立案的理由和依据。'],
      ['explain', 22 * day, 0, '乙公（刑）说字〔2026〕2号', '现有证据不足以证明虚报用工。'],
      ['order', 9 * day, 0, '乙检通立〔2026〕1号', '理由不能成立，现有证据证明有犯罪事实。'],
    ],
  }),
  storyOf({
    ...YI,
    name: '佘某',
    firm: '乙旗春晖养殖公司',
    yuan: '109700.00',
    decided: 50,
    decision: ['decline', '乙公（刑）不立字〔2026〕5号', NOT_A_CRIME],
    after: [
      ['sign-for', 49.5 * day, 0],
      ['prepare', 49 * day, 0, 'supervision', OBJECTION],
      ['sign', 48 * day, 0, 'supervision'],
      ['ask-reasons', 40 * day, 0, '乙检立监说〔2026〕1号', '请说明不立案的理由和依据。'],
      ['explain', 35 * day, 0, '乙公（刑）说字〔2026〕1号', '用工关系真实，仅漏报一个月。'],
      ['accept', 30 * day, 0, '乙检立监复〔2026〕1号', '公安机关说明的不立案理由成立。'],
    ],
  }),
  storyOf({
    ...YI,
    name: '闵某',
    firm: '乙旗金源印刷公司',
    yuan: '163300.00',
    decided: 60,
    decision: ['decline', '乙公（刑）不立字〔2026〕3号', NOT_A_CRIME],
    after: [
      ['sign-for', 59.5 * day, 0],
      ['prepare', 59 * day, 0, 'supervision', OBJECTION],
      ['sign', 58 * day, 0, 'supervision'],
      ['ask-reasons', 52 * day, 0, '乙检立监说〔2025〕9号', '请说明不立案的理由和依据。'],
      ['explain', 47 * day, 0, '乙公（刑）说字〔2025〕9号', '现有证据不足。'],
      ['order', 40 * day, 0, '乙检通立〔2025〕4号', '理由不能成立。'],
      ['file-ordered', 30 * day, 0, '乙公（刑）立字〔2026〕60号'],
      ['sign-for', 29.5 * day, 0],
      ['no-hand-over', 29 * day, 0, '本案没有扣押物品，书证已随案移送。'],
    ],
  }),
  storyOf({
    ...YI,
    name: '卞某',
    firm: '乙旗万家装修公司',
    yuan: '121000.00',
    decided: 70,
    decision: ['file', '乙公（刑）立字〔2026〕51号', 'fraud'],
    after: [
      ['sign-for', 70.0 * day - 10, 0],
      ['no-hand-over', 70 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 60 * day, 0, 'measures'],
    ],
  }),
  storyOf({
    ...YI,
    name: '冉某',
    firm: '乙旗聚鑫餐饮公司',
    yuan: '134000.00',
    decided: 80,
    decision: ['file', '乙公（刑）立字〔2026〕47号', 'fraud'],
    after: [
      ['sign-for', 80.0 * day - 10, 0],
      ['no-hand-over', 80 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 75 * day, 0, 'measures'],
      ['word', 40 * day, 0, 'dropped'],
    ],
  }),
  storyOf({
    ...YI,
    name: '柴某',
    firm: '乙旗盛源粮油公司',
    yuan: '142000.00',
    decided: 90,
    decision: ['file', '乙公（刑）立字〔2026〕41号', 'fraud'],
    after: [
      ['sign-for', 90.0 * day - 10, 0],
      ['no-hand-over', 90 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 85 * day, 0, 'measures'],
      ['word', 20 * day, 0, 'transferred'],
    ],
  }),
  storyOf({
    ...YI,
    name: '雍某',
    firm: '乙旗天成广告公司',
    yuan: '117000.00',
    decided: 110,
    decision: ['file', '乙公（刑）立字〔2026〕33号', 'fraud'],
    after: [
      ['sign-for', 110.0 * day - 10, 0],
      ['no-hand-over', 110 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 60 * day, 0, 'transferred'],
      ['word', 25 * day, 0, 'not-prosecuted'],
    ],
  }),
  storyOf({
    ...YI,
    name: '桑某',
    firm: '乙旗华瑞商贸公司',
    yuan: '168000.00',
    decided: 120,
    decision: ['file', '乙公（刑）立字〔2026〕28号', 'fraud'],
    after: [
      ['sign-for', 120.0 * day - 10, 0],
      ['no-hand-over', 120 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 80 * day, 0, 'transferred'],
      ['word', 70 * day, 0, 'recovered', '90000.00'],
      ['word', 35 * day, 0, 'on-trial'],
    ],
  }),
  storyOf({
    ...YI,
    name: '濮某',
    firm: '乙旗中盛建材公司',
    yuan: '189000.00',
    decided: 150,
    decision: ['file', '乙公（刑）立字〔2026〕19号', 'fraud'],
    after: [
      ['sign-for', 150.0 * day - 10, 0],
      ['no-hand-over', 150 * day - 30, 0, '本案没有扣押物品，书证已随案移送。'],
      ['word', 110 * day, 0, 'transferred'],
      ['word', 80 * day, 0, 'on-trial'],
      ['word', 50 * day, 0, 'recovered', '120000.00'],
      ['word', 30 * day, 0, 'judged'],
    ],
  }),
  storyOf({
    ...YI,
    name: '郜某',
    firm: '乙旗绿野农业公司',
    yuan: '111800.00',
    decided: 2.4,
    decision: ['decline', '乙公（刑）不立字〔2026〕29号', NOT_A_CRIME],
    after: [
      ['sign-for', 1.3 * day, 0],
      ['prepare', 14, 0, 'reconsideration', OBJECTION],
    ],
  }),
  storyOf({
    ...YI,
    name: '逄某',
    firm: '乙旗远航培训公司',
    yuan: '124600.00',
    decided: 7,
    decision: ['decline', '乙公（刑）不立字〔2026〕18号', NOT_A_CRIME],
    after: [
      ['sign-for', 2 * day, 0],
      ['prepare', 20, 0, 'supervision', OBJECTION],
    ],
  }),
  storyOf({
    ...YI,
    name: '荀某',
    firm: '乙旗祥和酒店公司',
    yuan: '139200.00',
    decided: 5,
    decision: ['file', '乙公（刑）立字〔2026〕98号', 'fraud'],
    items: [
      ['考勤记录原件', '1', '册', '本局证物柜 C-05'],
      ['工资卡', '6', '张', '本局证物柜 C-05'],
    ],
    after: [
      ['sign-for', 2.6 * day, 0],
      ['hand-over', 1 * day, 0, '乙旗公安局物证室', 1],
    ],
  }),
]
