/** Rows and deeds for the contracts. A test says only what it is about; the rest is the same quiet case. */
import { GENESIS, type SealedEvent, sealEvents, type Stream } from '#lib/ledger/seal'
import type { CaseRow, CaseTie, Duty, Entry, EvidenceRow, Notice, TrackRow, TrackTie } from '#lib/views/rows'
import { wordsOfCase, wordsOfTrack } from '#lib/views/words'
import type { Commit, Rows } from './case-store.ts'

export const AT = '2026-11-24T06:20:00.000Z'
const BY = { personId: 'chen', unitId: 'bureau', post: 'handler' } as const
const DIGEST = 'ab'.repeat(32)

type Given = Partial<Omit<Commit, 'events'>> &
  Readonly<{ duties?: readonly Duty[]; stream?: Stream; title?: string; past?: readonly SealedEvent[]; events?: number }>
/** One deed of a stream that has the past given, of one event or more. */
export function deed(
  streamId: string,
  { stream = 'case', title = '赵某祥案 📎', past = [], events = 1, duties = [], rows = {}, ...rest }: Given = {},
): Commit {
  const unsealed = Array.from({ length: events }, (_, i) => ({ event: { type: 'CaseRegistered', v: 1, title, i }, salt: `${title}${i}` }))
  const sealed = sealEvents({ stream, streamId }, past.at(-1) ?? GENESIS, { happenedAt: AT, recordedAt: AT, by: BY }, unsealed)
  return {
    events: sealed,
    rows: { ...rows, ...wordsIn(rows), ...(duties.length > 0 && { duties }) },
    gone: {},
    notices: [],
    numbers: [],
    idempotencyKey: null,
    ...rest,
  }
}

/** The words by which its rows are found, as a fold would say them. */
function wordsIn({ cases = [], tracks = [], trackTies = [], words }: Rows): Pick<Rows, 'words'> {
  const found = [
    ...cases.map((row) => wordsOfCase(row, { open: [row.caseNo], named: [row.title] })),
    ...tracks.map(({ trackId, caseId, phase, letterNo, title, caseNo }) => {
      const ties = trackTies.filter((tie) => tie.trackId === trackId)
      return wordsOfTrack(trackId, caseId, { open: [letterNo], named: phase === 'withdrawn' ? [] : [title, caseNo] }, ties)
    }),
  ]
  return found.length > 0 || words ? { words: words ?? found } : {}
}

export const caseRow = (caseId: string, row: Partial<CaseRow> = {}): CaseRow => ({
  caseId,
  caseNo: `示社案〔2026〕${caseId}号`,
  title: '赵某祥等 2 人涉嫌诈骗养老保险基金案',
  bureauId: 'bureau',
  superiorId: 'province',
  decidingUnitId: '',
  division: '990102',
  funds: '["pension"]',
  charges: '["fraud"]',
  phase: 'investigating',
  amountFen: 2_680_050,
  foundOn: '2026-11-20',
  registeredAt: AT,
  isEnded: 0,
  itemCount: 0,
  lastSeq: 1,
  lastAt: AT,
  sheet: '{"a":1}',
  ...row,
})

export const trackRow = (trackId: string, caseId: string, row: Partial<TrackRow> = {}): TrackRow => ({
  trackId,
  caseId,
  bureauId: 'bureau',
  recipientId: 'police',
  copiedId: '',
  handlerId: '',
  phase: 'sent',
  title: '赵某祥涉嫌诈骗案',
  caseNo: `示社案〔2026〕${caseId}号`,
  letterNo: '示社移〔2026〕26号',
  funds: '["pension"]',
  amountFen: 1_000_000,
  fileCount: 3,
  sentAt: AT,
  receivedAt: '',
  decidedAt: '',
  signedForAt: '',
  isEnded: 0,
  seq: 1,
  arrivedAt: AT,
  formerFiles: '{}',
  ...row,
})

export const evidence = (caseId: string, itemId: string, row: Partial<EvidenceRow> = {}): EvidenceRow => ({
  caseId,
  itemId,
  seq: 2,
  folder: 'main-05',
  kind: '书证',
  name: '待遇发放明细.xlsx',
  source: '系统导出',
  collectedBy: '陈某',
  collectedOn: '2026-11-21',
  size: 5_000_000_000,
  sha256: DIGEST,
  sm3: DIGEST,
  blobId: `b-${itemId}`,
  addedBy: 'chen',
  addedAt: AT,
  voidedAt: '',
  voidReason: '',
  voidedBy: '',
  ...row,
})

export const entry = (caseId: string, seq: number, row: Partial<Entry> = {}): Entry => ({
  stream: 'case',
  streamId: caseId,
  caseId,
  seq,
  trackId: '',
  type: 'CaseRegistered',
  happenedAt: AT,
  recordedAt: AT,
  ...BY,
  onPaper: '',
  detail: '{}',
  ...row,
})

export const duty = (dutyId: string, caseId: string, row: Partial<Duty> = {}): Duty => ({
  stream: 'case',
  streamId: caseId,
  dutyId,
  caseId,
  trackId: '',
  code: 'decide',
  clock: 'CL09',
  unitId: 'bureau',
  post: 'approver',
  personIds: '',
  toUnitId: '',
  startedAt: AT,
  dueStrictAt: '2026-11-27T15:59:59.999Z',
  dueTolerantAt: '2026-11-30T15:59:59.999Z',
  dueAt: '2026-11-27T15:59:59.999Z',
  sortAt: '2026-11-27T15:59:59.999Z',
  bureauId: 'bureau',
  superiorId: 'province',
  decidingUnitId: '',
  division: '990102',
  copiedId: '',
  ...row,
})

export const notice = (noticeId: string, caseId: string, row: Partial<Notice> = {}): Notice => ({
  stream: caseId === '' ? 'office' : 'case',
  streamId: caseId === '' ? 'office' : caseId,
  noticeId,
  caseId,
  trackId: '',
  seq: 1,
  at: AT,
  code: 'case-registered',
  about: '{}',
  unitId: '',
  post: '',
  personId: 'chen',
  ...row,
})

export const caseTie = (caseId: string, personId: string, tie: CaseTie['tie'] = 'handler'): CaseTie => ({ caseId, personId, tie })
export const trackTie = (trackId: string, caseId: string, unitId: string, tie: TrackTie['tie'] = 'recipient'): TrackTie => ({
  trackId,
  caseId,
  unitId,
  tie,
})

/** A case with one track that was sent to the police: handlers chen and lin, an approver duty and a receipt duty. */
export const sentCase = (caseId: string): Rows => ({
  cases: [caseRow(caseId, { phase: 'transferred' })],
  tracks: [trackRow(`${caseId}-g`, caseId)],
  caseTies: [caseTie(caseId, 'chen'), caseTie(caseId, 'lin')],
  trackTies: [trackTie(`${caseId}-g`, caseId, 'police')],
})
