/** What the journeys tell: matters whose people nobody else's matter names, so that whatever is found of them was told by this test. */
import { chargeWord } from '#lib/i18n/law'

export type Line = Readonly<{ fund: string; from: string; to: string; amount: string; recovered?: string }>
export type Subject = Readonly<{
  name: string
  official: 'yes' | 'no'
  employer: string
  position: string
  conduct: string
  charge: string
  /** Where the tables leave it to a person. */
  tier?: Readonly<{ is: string; note: string }>
  lines: readonly Line[]
}>
export type Files = Readonly<{ names: readonly string[]; folder: string; kind: string }>
/** `files` named: only these. Several tracks have each a text of their own. */
export type Track = Readonly<{
  to: string
  subjects: readonly string[]
  reason?: string
  files?: readonly string[]
  facts?: string
  law?: string
  investigation?: string
}>
export type Story = Readonly<{
  bureau: string
  title: string
  funds: readonly string[]
  conduct: string
  subjects: readonly Subject[]
  files: readonly Files[]
  tracks: readonly Track[]
}>
/** A story once it is registered. */
export type Matter = Readonly<{ caseId: string; caseNo: string; story: Story }>

const GIVEN = ['承泽', '若谷', '望舒', '明夷', '既济', '未央', '归妹', '同人', '大有', '无妄', '中孚', '小畜']
let played = 0
/** 上官承泽之一, 上官若谷之一 …: one person in all the world. */
const someone = (): string => {
  const n = played++
  return `上官${GIVEN[n % GIVEN.length]}之${Math.floor(n / GIVEN.length) + 1}`
}
export const word = (charge: string): string => chargeWord(charge, 'zh-CN')

/** Somebody goes on drawing a dead parent's pension: a matter for the police. */
export function fraud(to = 'yi-police', bureau = 'yi-hrss'): Story {
  const name = someone()
  return {
    bureau,
    title: `${name}冒领养老金案`,
    funds: ['FD1'],
    conduct: `${name}在其父去世后未申报，继续领取养老金共 46,300.00 元。`,
    subjects: [
      {
        name,
        official: 'no',
        employer: '个体经营',
        position: '',
        conduct: `${name}隐瞒死亡继续领取`,
        charge: 'fraud',
        tier: { is: '数额较大', note: '3 万元以上不满 10 万元，按自治区标准' },
        lines: [{ fund: 'FD1', from: '2022-07-01', to: '2024-10-31', amount: '4.63万', recovered: '6,300' }],
      },
    ],
    files: [
      { names: ['bank-flow.xlsx', 'match-result.pdf'], folder: 'main-05', kind: 'E04' },
      { names: ['work-notes.docx'], folder: 'inner-02', kind: 'E12' },
    ],
    tracks: [{ to, subjects: [name] }],
  }
}

/** An official of the agency takes what the bank returned: the commission is suggested. */
export function official(track: Omit<Track, 'subjects'>): Story {
  const name = someone()
  return {
    bureau: 'yi-hrss',
    title: `出纳${name}截留退回养老金案`,
    funds: ['FD1'],
    conduct: `社保中心出纳${name}将银行退回的多发养老金 35,200.00 元截留不入账。`,
    subjects: [
      {
        name,
        official: 'yes',
        employer: '乙旗社会保险事业服务中心',
        position: '出纳',
        conduct: `${name}截留退回款`,
        charge: 'embezzlement',
        lines: [{ fund: 'FD1', from: '2026-03-01', to: '2026-07-31', amount: '35200.00', recovered: '35200.00' }],
      },
    ],
    files: [{ names: ['reconciliation.xlsx', 'interview.docx'], folder: 'main-05', kind: 'E09' }],
    tracks: [{ ...track, subjects: [name] }],
  }
}

/** An official and an outsider together: two bodies, and neither may learn of the other's part. */
export function mixed(): Story & { insider: string; outsider: string } {
  const [insider, outsider] = [someone(), someone()]
  return {
    insider,
    outsider,
    bureau: 'yi-hrss',
    title: '退休审批内外勾结案',
    funds: ['FD1'],
    conduct: `${insider}收受好处费违规审批，${outsider}组织伪造档案。`,
    subjects: [
      {
        name: insider,
        official: 'yes',
        employer: '乙旗人力资源和社会保障局',
        position: '审批科科员',
        conduct: `${insider}违规审批`,
        charge: 'bribe-taking',
        tier: { is: '其他较重情节', note: '按受贿数额和情节认定' },
        lines: [{ fund: 'FD1', from: '2025-01-01', to: '2026-02-28', amount: '41,230.55' }],
      },
      {
        name: outsider,
        official: 'no',
        employer: '嘉合劳动事务所',
        position: '经营者',
        conduct: `${outsider}伪造档案`,
        charge: 'fraud',
        tier: { is: '数额巨大', note: '10 万元以上' },
        lines: [{ fund: 'FD1', from: '2025-01-01', to: '2026-02-28', amount: '187,654.32' }],
      },
    ],
    files: [{ names: ['transfer-account.xlsx', 'forged-archive.jpg'], folder: 'main-05', kind: 'E04' }],
    tracks: [
      {
        to: 'yi-comm',
        subjects: [insider],
        files: ['transfer-account.xlsx'],
        facts: `${insider}收受好处费 41,230.55 元。`,
        investigation: `调取转账记录，询问${insider}，查明收受好处费的经过。`,
        law: '《刑法》第三百八十五条',
      },
      {
        to: 'yi-police',
        subjects: [outsider],
        files: ['forged-archive.jpg'],
        facts: `${outsider}伪造档案骗取 187,654.32 元。`,
        law: '《刑法》第二百六十六条',
      },
    ],
  }
}
