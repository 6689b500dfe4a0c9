/** What the papers of the stages after the decision say besides their fields, docs/handbook.md §7.2 W17, W19, W21. Chinese alone, as in papers.ts. */
import type { HandOverWords } from '#lib/views/papers/hand-over'
import type { RequestWords } from '#lib/views/papers/request'

export const REQUEST_WORDS = {
  original: '一、原决定',
  reasons: '二、异议和理由',
  request: '三、请求',
  decided: (body, title, no, on) => `${body}对${title}作出不予立案的决定，文号${no}，日期${on}。`,
  received: (we, on) => `${we}于${on}签收该决定。`,
  undecided: (body, title, letterNo) => `${title}以${letterNo}移送${body}，至今未作出是否立案的决定。`,
  forms: {
    reconsideration: {
      title: '复议申请书',
      asks: (we, you, basis) => `依照${basis}的规定，${we}提请${you}复议，请依法作出立案决定，并将复议决定书面通知${we}。`,
    },
    supervision: {
      title: '立案监督建议函',
      asks: (we, you, basis) => `依照${basis}的规定，${we}建议${you}依法进行立案监督，并将处理情况告知${we}。`,
    },
  },
} as const satisfies RequestWords

export const HAND_OVER_WORDS = {
  title: '物证材料交接清单',
  opening: (from, to, title) => `${from}将${title}的下列物品和材料移交${to}。`,
  where: (day, time, place) => `交接时间：${day} ${time}。交接地点：${place}。`,
  no: '序号',
  name: '名称',
  quantity: '数量',
  kept: '移交情况',
  handed: '移交',
  keptAt: (place) => `不移交，存放于${place}`,
  remarks: (text) => `备注：${text}`,
  giver: (name, at) => `移交人：${name}，${at}签字`,
  taker: (name, at) => `接收人：${name}，${at}签字`,
  untaken: '接收人：',
} as const satisfies HandOverWords
