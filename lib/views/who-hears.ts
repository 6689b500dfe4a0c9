/** Every event says who hears of it: one total table (style.md rule 9). A new event without a line does not compile; `[]` is a decision. */
import type { CaseEvent } from '#lib/domain/case/events'
import type { OpenCase } from '#lib/domain/case/state'
import type { Happened } from '#lib/domain/case/evolve'
import type { Post } from '#lib/domain/result'
import { isSent } from '#lib/domain/transfer/state'
import type { Notice } from './rows.ts'

type To = Readonly<{ personId: string }> | Readonly<{ unitId: string; post: Post }>
type Told = Readonly<{ to: readonly To[]; code: NoticeCode; trackId?: string; about?: Readonly<Record<string, string | number>> }>
type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>
export type NoticeCode =
  | 'case-registered'
  | 'handlers-assigned'
  | 'evidence-voided'
  | 'report-to-confirm'
  | 'report-confirmed'
  | 'report-submitted'
  | 'opinion-given'
  | 'transfer-approved'
  | 'transfer-refused'
  | 'report-returned'
  | 'report-withdrawn'
  | 'urged'
  | 'transfer-arrived'
  | 'transfer-copied'
  | 'transfer-sent'
  | 'transfer-withdrawn'
  | 'receipt-signed'
  | 'examination-opened'
  | 'supplement-asked'
  | 'supplement-sent'
  | 'passed-on'
  | 'passed-on-to-you'
  | 'copy-moved'
  | 'transfer-returned'
  | 'case-filed'
  | 'case-not-filed'
  | 'decision-signed-for'
  | 'paper-recorded'
  | 'paper-disputed'
  | 'silence-alarmed'

const handlers = (s: OpenCase): To[] => s.handlerIds.map((personId) => ({ personId }))
const own = (s: OpenCase, ...posts: Post[]): To[] => posts.map((post) => ({ unitId: s.bureau.unitId, post }))
const sender = (s: OpenCase): To[] => [...handlers(s), ...own(s, 'liaison', 'approver')]
/** Once somebody there has taken it, it is no colleague's to hear of (policy/ties.ts: recipient-colleague). */
const body = (s: OpenCase, trackId: string, ...posts: Post[]): To[] => {
  const track = s.tracks[trackId]
  if (!track) return []
  const taken = 'handlerId' in track ? track.handlerId : null
  return posts.map((post) => (post === 'handler' && taken ? { personId: taken } : { unitId: track.to.unitId, post }))
}
/** A reminder goes to those who owe it: the case's own handlers by name, since a colleague may not know of the case. */
const urged = (s: OpenCase, { toUnitId, toPost, trackId }: Of<'Urged'>): To[] => {
  const post = toPost as Post // safe: the schema allows posts only
  if (toUnitId === s.bureau.unitId && post === 'handler') return handlers(s)
  return trackId && s.tracks[trackId]?.to.unitId === toUnitId ? body(s, trackId, post) : [{ unitId: toUnitId, post }]
}
const copied = (s: OpenCase, trackId: string): To[] => {
  const unitId = s.tracks[trackId]?.copyTo?.unitId
  return unitId
    ? [
        { unitId, post: 'intake' },
        { unitId, post: 'supervisor' },
      ]
    : []
}
const isCopiedAnew = (trackId: string, after: OpenCase, before: OpenCase | null): boolean =>
  before !== null && before.tracks[trackId]?.copyTo?.unitId !== after.tracks[trackId]?.copyTo?.unitId
function letterNo(s: OpenCase, trackId: string): string {
  const track = s.tracks[trackId]
  return track && isSent(track) ? track.snapshot.letterNo : ''
}
const superior = (s: OpenCase): To[] =>
  s.bureau.superiorId
    ? [
        { unitId: s.bureau.superiorId, post: 'liaison' },
        { unitId: s.bureau.superiorId, post: 'approver' },
      ]
    : []
const told = (to: readonly To[], code: NoticeCode, trackId?: string, about?: Told['about']): Told => ({
  to,
  code,
  ...(trackId && { trackId }),
  ...(about && { about }),
})

const WHO_HEARS: { readonly [T in CaseEvent['type']]: (event: Of<T>, after: OpenCase, before: OpenCase | null) => readonly Told[] } = {
  CaseRegistered: (_e, s) => [told([...handlers(s), ...own(s, 'approver', 'liaison')], 'case-registered')],
  BasicsRecorded: () => [],
  HandlersAssigned: (_e, s, before) => [
    told(
      [...new Set([...s.handlerIds, ...(before?.handlerIds ?? [])])].map((personId) => ({ personId })),
      'handlers-assigned',
    ),
  ],
  SubjectRecorded: () => [], // drafting inside the team: on the timeline, nobody is called
  SubjectStruck: () => [],
  AmountsRecorded: () => [],
  ItemsRecorded: () => [],
  AbsenceJustified: () => [],
  EvidenceAdded: () => [],
  EvidenceVoided: (_e, s) => [told(handlers(s), 'evidence-voided')],
  ReportWritten: (_e, s) => [told(handlers(s), 'report-to-confirm')],
  ReportConfirmed: (_e, s) => [told(handlers(s), 'report-confirmed')],
  ReportSubmitted: (e, s) => [
    told([{ unitId: e.decidingUnitId, post: 'approver' }, ...own(s, 'reviewer'), ...handlers(s)], 'report-submitted'),
  ],
  OpinionGiven: (_e, s) => [
    told(
      [...('decidingUnitId' in s.stage ? [{ unitId: s.stage.decidingUnitId, post: 'approver' } as const] : []), ...handlers(s)],
      'opinion-given',
    ),
  ],
  TransferApproved: (_e, s) => [told([...handlers(s), ...own(s, 'liaison')], 'transfer-approved')],
  TransferRefused: (_e, s) => [told([...handlers(s), ...own(s, 'reviewer', 'liaison')], 'transfer-refused')],
  ReportReturned: (_e, s) => [told(handlers(s), 'report-returned')],
  ReportWithdrawn: (_e, s, before) => [
    told(
      [
        ...handlers(s),
        ...own(s, 'reviewer', 'liaison'),
        ...(before && 'decidingUnitId' in before.stage ? [{ unitId: before.stage.decidingUnitId, post: 'approver' } as const] : []),
      ],
      'report-withdrawn',
    ),
  ],
  Urged: (e, s) => [told(urged(s, e), 'urged', e.trackId ?? undefined, { text: e.text })],
  TransferSent: (e, s) => [
    told(body(s, e.trackId, 'intake', 'liaison'), 'transfer-arrived', e.trackId),
    told(copied(s, e.trackId), 'transfer-copied', e.trackId),
    told(sender(s), 'transfer-sent', e.trackId),
  ],
  TransferWithdrawn: (e, s) => [
    told([...body(s, e.trackId, 'intake', 'liaison'), ...copied(s, e.trackId), ...sender(s)], 'transfer-withdrawn', e.trackId),
  ],
  ReceiptSigned: (e, s) => [
    told(sender(s), 'receipt-signed', e.trackId, { no: e.receiptNo }),
    told(body(s, e.trackId, 'handler'), 'receipt-signed', e.trackId, { no: e.receiptNo }),
  ],
  ExaminationOpened: (e, s) => [told(handlers(s), 'examination-opened', e.trackId)],
  SupplementAsked: (e, s) => [told([...sender(s), ...copied(s, e.trackId)], 'supplement-asked', e.trackId, { n: e.wanted.length })],
  SupplementSent: (e, s) => [told(body(s, e.trackId, 'intake', 'handler'), 'supplement-sent', e.trackId, { n: e.files.length })],
  // Who was copied first loses sight of the track: what they hear names the letter that they had, and where it went (domain.md §5.2).
  TransferPassedOn: (e, s, before) => [
    ...(isCopiedAnew(e.trackId, s, before)
      ? [
          told(sender(s), 'passed-on', e.trackId, { body: e.to.name }),
          told(copied(s, e.trackId), 'transfer-copied', e.trackId),
          told(copied(before ?? s, e.trackId), 'copy-moved', e.trackId, { body: e.to.name, no: letterNo(s, e.trackId) }),
        ]
      : [told([...sender(s), ...copied(s, e.trackId)], 'passed-on', e.trackId, { body: e.to.name })]),
    told(body(s, e.trackId, 'intake', 'liaison'), 'passed-on-to-you', e.trackId),
  ],
  TransferReturned: (e, s) => [told([...sender(s), ...copied(s, e.trackId)], 'transfer-returned', e.trackId)],
  CaseFiled: (e, s) => [told([...sender(s), ...copied(s, e.trackId)], 'case-filed', e.trackId)],
  CaseNotFiled: (e, s) => [told([...sender(s), ...copied(s, e.trackId)], 'case-not-filed', e.trackId)],
  DecisionSignedFor: (e, s) => [told(body(s, e.trackId, 'handler', 'approver'), 'decision-signed-for', e.trackId)],
  PaperDisputed: (e, s) => [told(sender(s), 'paper-disputed', e.trackId)],
  SilenceAlarmed: (e, s) => [told([...own(s, 'liaison', 'approver'), ...superior(s)], 'silence-alarmed', e.trackId)],
}

export function noticesFor({ event, seq, occasion, streamId }: Happened<CaseEvent>, after: OpenCase, before: OpenCase | null): Notice[] {
  const row = WHO_HEARS[event.type] as (e: CaseEvent, a: OpenCase, b: OpenCase | null) => readonly Told[] // safe: the table pairs each type with its own line
  const tolds = [...row(event, after, before)]
  // D23: the body in whose name a paper was recorded is told, so that it can dispute it.
  if (occasion.onPaper && 'trackId' in event && event.trackId)
    tolds.push(told(body(before ?? after, event.trackId, 'intake', 'liaison'), 'paper-recorded', event.trackId)) // before: a paper may pass it on
  const seen = new Set<string>()
  return tolds.flatMap(({ to, code, trackId = '', about = {} }) =>
    to.flatMap((target) => {
      const unitId = 'unitId' in target ? target.unitId : ''
      const post = 'post' in target ? target.post : ''
      const personId = 'personId' in target ? target.personId : ''
      const noticeId = [streamId, seq, code, unitId, post, personId].join(':')
      if (personId === occasion.by.personId || seen.has(noticeId)) return [] // nobody is told of their own deed
      seen.add(noticeId)
      return [
        { noticeId, caseId: streamId, trackId, seq, at: occasion.recordedAt, code, about: JSON.stringify(about), unitId, post, personId },
      ]
    }),
  )
}
