/** A case of the past as docs/handbook.md §9.4 tells it: who, what, which files, and its dates; made into a story. */
import type { Day, UnitKind } from '#lib/domain/result'
import { evidenceKindOf } from '#lib/domain/law/evidence-kinds'
import { filesOf } from '#lib/domain/law/materials'
import { hoursBetween, inOffice, later, type Moment } from './moment.ts'
import type { Act, SeedFile, SeedSubject, SeedTrack, Story } from './story.ts'

type Time = string // `2024-09-02 15:00`
export type Dates = Readonly<{
  submitted: Time
  decided: Time
  sent?: Time
  signed?: Time
  asked?: Time
  supplemented?: Time
  passedOn?: Time
  signedAnew?: Time
  filed?: Time // what the body decided, where the sketch says when; else ten days after its receipt
  signedFor?: Time
}>
export type Sketch = Readonly<{
  k: string
  bureau: Story['bureau']
  handlers: Story['handlers']
  title: string
  source: string
  sourceNote?: string
  funds: readonly string[]
  /** Who carries the whole sum comes first; `lines` are the case's own where nothing else is said. */
  period: readonly [from: Day, to: Day]
  yuan: string
  recovered?: string
  conduct: string
  subjects: readonly (Omit<SeedSubject, 'key' | 'lines'> & Partial<Pick<SeedSubject, 'key' | 'lines'>>)[]
  evidence: string // codes of §9.3, with blanks between
  tracks: readonly (Partial<SeedTrack> &
    Readonly<{ to: string; suggests: UnitKind | ''; outcome: 'file' | 'decline'; no: string; text: string }>)[]
  dates: Dates
  /** What the head wrote; the reason where he refused. */
  opinion?: string
  isRefused?: boolean
  wanted?: readonly string[]
  passOn?: readonly [to: string, reason: string]
}>

export function storyOf(sketch: Sketch): Story {
  const { dates, period, yuan, recovered, evidence, tracks, ...rest } = sketch
  const subjects = sketch.subjects.map((subject, i): SeedSubject => ({
    key: `s${i + 1}`,
    lines: i === 0 ? [[sketch.funds[0] ?? '', ...period, yuan, recovered ?? '0']] : [],
    ...subject,
  }))
  const files = evidence.split(' ').map((code) => fileOf(code, sketch))
  const hasExpert =
    filesOf(
      'expert',
      files.map(([, folder]) => ({ folder })),
    ).length > 0
  return {
    k: rest.k,
    bureau: rest.bureau,
    handlers: rest.handlers,
    registered: later(dates.submitted, -20 * 24),
    title: rest.title,
    source: rest.source,
    ...(rest.sourceNote && { sourceNote: rest.sourceNote }),
    funds: rest.funds,
    conduct: rest.conduct,
    subjects,
    evidence: files,
    absent: { items: '本案没有扣押、先行登记保存的物品', ...(!hasExpert && { expert: '本案不涉及需要检验、鉴定的事项' }) },
    tracks: tracks.map(({ outcome: _outcome, no: _no, text: _text, ...track }) => ({
      subjects: subjects.map(({ key }) => key),
      charges: [...new Set(subjects.map(({ charge }) => charge))],
      ...track,
    })),
    acts: actsOf(sketch),
  }
}

function actsOf({ dates, tracks, opinion, isRefused, ...sketch }: Sketch): readonly Act[] {
  const { submitted, decided, sent } = dates
  const half = inOffice(later(submitted, hoursBetween(submitted, decided) / 2))
  const before: readonly Act[] = [
    ['write', later(submitted, -4 * 24)],
    ['confirm', later(submitted, -2 * 24)],
    ['submit', submitted],
    ['opinion', half, 'agree', isRefused ? '未达刑事追诉标准，不建议移送刑事。' : '事实清楚，证据基本充分，建议依法移送。'],
    [isRefused ? 'refuse' : 'approve', decided, opinion ?? '同意移送。'],
  ]
  if (!sent) return before
  const acts = [...before, ...tracks.map((_, nth): Act => ['send', later(sent, nth / 60), nth])]
  const onTracks = tracks.flatMap((track, nth) => onTrackOf({ ...sketch, tracks }, dates, track, nth))
  // The story goes through all tracks at once; what comes first is told first.
  return [...acts, ...onTracks.toSorted((a, b) => hoursBetween(b[1], a[1]))]
}

function onTrackOf(
  { wanted, passOn, title }: Pick<Sketch, 'wanted' | 'passOn' | 'title' | 'tracks'>,
  dates: Dates,
  track: Sketch['tracks'][number],
  nth: number,
): Act[] {
  const { signed, asked, supplemented, passedOn, signedAnew } = dates
  if (!signed) return []
  const isPolice = track.to.endsWith('-police')
  const filed = (isPolice && dates.filed) || later(signed, 10 * 24 + nth)
  const last = signedAnew ?? supplemented ?? signed
  const signedFor = (isPolice && dates.signedFor) || later(filed, 23.5)
  return [
    ['receipt', later(signed, nth / 60), nth, '材料收悉'],
    ...(asked ? [['ask', asked, nth, wanted ?? []] as Act] : []), // safe: the table's own acts
    ...(supplemented ? [['supplement', supplemented, nth, supplementOf(title), '按要求补正。'] as Act] : []),
    ...(passedOn && passOn ? [['pass-on', passedOn, nth, ...passOn] as Act] : []),
    ...(signedAnew ? [['receipt', signedAnew, nth] as Act] : []),
    ...(asked ? [] : [['examine', inOffice(later(last, hoursBetween(last, filed) / 4)), nth] as Act]), // a supplement that was asked for opens the examination
    [track.outcome, filed, nth, track.no, track.text],
    ['sign-for', signedFor, nth],
    ...(isPolice ? [ended(track.outcome, signedFor, nth)] : []),
  ]
}
/** Of the past nothing is left open: nothing was seized in these cases, and no remedy was sought. */
const ended = (outcome: string, signedFor: Moment, nth: number): Act =>
  outcome === 'file'
    ? ['no-hand-over', later(signedFor, 26), nth, '本案没有扣押、先行登记保存的物品，书证已随案移送。']
    : ['waive', later(signedFor, 26), nth, '公安机关不予立案的理由成立，由本局依法作行政处理。']
const supplementOf = (title: string): SeedFile => [
  '补正材料清单.txt',
  'main-05',
  'E12',
  '本局补正',
  `${title}\r\n一、补正材料清单\r\n二、经办人签字：\r\n`,
]

/** One file a code, so that no two of a case are the same bytes; what has no picture or sheet is a short text of the case's own. */
function fileOf(code: string, { title, period, yuan }: Sketch): SeedFile {
  const kind = evidenceKindOf(code)
  if (!kind) throw new Error(`no kind of evidence ${code}`)
  const real = REAL[code]
  if (real) return [real[0], kind.folder, code, real[1]]
  const text = `${kind.zh}\r\n案件：${title}\r\n期间：${period.join(' 至 ')}\r\n涉及金额：${yuan} 元\r\n（演示材料，内容虚构）\r\n`
  return [`${kind.zh.replace(/（.*）/, '')}.txt`, kind.folder, code, '依法调取', text]
}
const REAL: Readonly<Record<string, readonly [file: string, source: string]>> = {
  E03: ['payout-list.csv', '业务系统导出'],
  E04: ['bank-flow.xlsx', '协查回函'],
  E05: ['system-log.txt', '业务系统导出'],
  E06: ['approval-form.jpg', '社保中心档案'],
  E07: ['match-result.pdf', '民政部门比对'],
  E08: ['transfer-account.xlsx', '财务科凭证库'],
  E09: ['reconciliation.xlsx', '开户银行'],
  E11: ['interview.docx', '询问'],
  E15: ['call-recording.wav', '服务热线'],
  E17: ['expert-opinion.pdf', '司法会计鉴定'],
  E26: ['forged-archive.jpg', '档案比对'],
  E27: ['id-copies.pdf', '参保人提供'],
  E28: ['receipt-stubs.jpg', '举报人提供'],
}
