/**
 * Every event of a case, one row: who hears of it, what the timeline says of it, and who may read that. Total: an event without a
 * row does not compile, and `hears: []` is a decision. What it makes of the case: lib/domain/case/evolve.ts.
 * Long, because it is a table.
 */
import { totalFen } from '#lib/domain/case/state'
import type { CaseEvent } from '#lib/domain/case/events'
import { body, copied, handlers, isCopiedAnew, letterNo, own, sender, superior, announce, announceFile, urged, decider } from './groups.ts'
import type { EventRow as Row } from './event-row.ts'
import { STAGE_EVENTS } from './stage-events.ts'

export type EventType = CaseEvent['type']
type Of<T extends EventType> = Extract<CaseEvent, { type: T }>
export const EVENTS = {
  CaseRegistered: {
    hears: (_e, s) => [announce([...handlers(s), ...own(s, 'approver', 'liaison')], 'case-registered')],
    detail: (e) => ({ no: e.caseNo, handlers: e.handlerIds }),
    section: '',
    kinds: ['clocks'],
  },
  BasicsRecorded: { hears: () => [], detail: (e) => ({ corrects: e.corrects }), section: '', kinds: [] },
  HandlersAssigned: {
    hears: (_e, s, before) => [
      announce(
        [...new Set([...s.handlerIds, ...(before?.handlerIds ?? [])])].map((personId) => ({ personId })),
        'handlers-assigned',
      ),
    ],
    detail: (e) => ({ handlers: e.handlerIds, reason: e.reason }),
    section: '',
    kinds: [],
  },
  SubjectRecorded: {
    // drafting inside the team: on the timeline, nobody is called
    hears: () => [],
    detail: (e) => ({ name: e.subject.name, corrects: e.corrects ?? 0 }),
    section: 'subjects',
    kinds: [],
  },
  SubjectStruck: { hears: () => [], detail: (e) => ({ reason: e.reason, corrects: e.corrects }), section: 'subjects', kinds: [] },
  AmountsRecorded: {
    hears: () => [],
    detail: (e) => ({ fen: totalFen(e.lines), corrects: e.corrects ?? 0 }),
    section: 'subjects',
    kinds: [],
  },
  ItemsRecorded: {
    hears: () => [],
    detail: (e) => ({ n: e.items.length, corrects: e.corrects ?? 0 }),
    section: 'subjects',
    kinds: ['papers'],
  },
  AbsenceJustified: {
    hears: () => [],
    detail: (e) => ({ items: e.absent.items, expert: e.absent.expert, other: e.absent.other }),
    section: 'evidence',
    kinds: [],
  },
  EvidenceAdded: {
    hears: () => [],
    detail: (e) => ({ name: e.item.name, sm3: e.item.sm3, folder: e.item.folder }),
    section: 'evidence',
    kinds: [],
    inner: 'by-folder',
  },
  EvidenceVoided: {
    hears: (_e, s) => [announce(handlers(s), 'evidence-voided')],
    detail: (e) => ({ itemId: e.itemId, reason: e.reason }),
    section: 'evidence',
    kinds: [],
    inner: 'by-folder',
  },
  FileFaultFound: {
    hears: (e, s) => announceFile(s, e.file, 'fault-found', { is: e.is }),
    detail: (e) => ({ itemId: e.file.itemId, is: e.is }),
    section: 'evidence',
    kinds: [],
    inner: 'by-folder',
  },
  FileFoundWhole: {
    hears: (e, s) => announceFile(s, e.file, 'found-whole'),
    detail: (e) => ({ itemId: e.file.itemId }),
    section: 'evidence',
    kinds: [],
    inner: 'by-folder',
  },
  ReportWritten: {
    hears: (_e, s) => [announce(handlers(s), 'report-to-confirm')],
    detail: (e) => ({ tracks: e.report.tracks.map((track) => track.to.name), corrects: e.corrects ?? 0 }),
    section: 'report',
    kinds: ['papers'],
  },
  ReportConfirmed: {
    hears: (_e, s) => [announce(handlers(s), 'report-confirmed')],
    detail: () => ({}),
    section: 'report',
    kinds: ['papers'],
  },
  ReportSubmitted: {
    hears: (e, s) => [
      announce([{ unitId: e.decidingUnitId, post: 'approver' }, ...own(s, 'reviewer'), ...handlers(s)], 'report-submitted'),
    ],
    detail: () => ({}),
    section: 'report',
    kinds: ['clocks', 'papers'],
  },
  OpinionGiven: {
    hears: (_e, s) => [announce([...decider(s), ...handlers(s)], 'opinion-given')],
    detail: (e) => ({ verdict: e.verdict, text: e.text }),
    section: 'report',
    kinds: ['papers'],
    inner: true,
  },
  TransferApproved: {
    hears: (_e, s) => [announce([...handlers(s), ...own(s, 'liaison')], 'transfer-approved')],
    detail: (e) => ({ text: e.opinion }),
    section: 'report',
    kinds: ['clocks', 'papers'],
    inner: true,
  },
  TransferRefused: {
    hears: (_e, s) => [announce([...handlers(s), ...own(s, 'reviewer', 'liaison')], 'transfer-refused')],
    detail: (e) => ({ text: e.reason }),
    section: 'report',
    kinds: ['clocks', 'papers'],
    inner: true,
  },
  ReportReturned: {
    hears: (_e, s) => [announce(handlers(s), 'report-returned')],
    detail: (e) => ({ text: e.note }),
    section: 'report',
    kinds: ['clocks'],
    inner: true,
  },
  RoundOpened: {
    hears: (_e, s) => [announce([...handlers(s), ...own(s, 'approver', 'liaison')], 'round-opened')],
    detail: (e) => ({ text: e.reason }),
    section: 'report',
    kinds: ['clocks', 'papers'],
    inner: true,
  },
  ReportWithdrawn: {
    hears: (_e, s, before) => [
      announce([...handlers(s), ...own(s, 'reviewer', 'liaison'), ...(before ? decider(before) : [])], 'report-withdrawn'),
    ],
    detail: (e) => ({ text: e.reason }),
    section: 'report',
    kinds: ['clocks'],
    inner: true,
  },
  Urged: {
    hears: (e, s) => [announce(urged(s, e), 'urged', e.trackId ?? undefined, { text: e.text })],
    detail: (e) => ({ unitId: e.toUnitId, text: e.text }),
    section: '',
    kinds: ['clocks'],
  },
  TransferSent: {
    hears: (e, s) => [
      announce(body(s, e.trackId, 'intake', 'liaison'), 'transfer-arrived', e.trackId),
      announce(copied(s, e.trackId), 'transfer-copied', e.trackId),
      announce(sender(s), 'transfer-sent', e.trackId),
    ],
    detail: (e) => ({ no: e.snapshot.letterNo, to: e.snapshot.to.name, n: e.snapshot.files.length, manifest: e.snapshot.manifest }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  TransferWithdrawn: {
    hears: (e, s) => [
      announce([...body(s, e.trackId, 'intake', 'liaison'), ...copied(s, e.trackId), ...sender(s)], 'transfer-withdrawn', e.trackId),
    ],
    detail: (e) => ({ text: e.reason }),
    section: 'transfers',
    kinds: ['clocks', 'transfers'],
  },
  ReceiptSigned: {
    hears: (e, s) => [
      announce(sender(s), 'receipt-signed', e.trackId, { no: e.receiptNo }),
      announce(body(s, e.trackId, 'handler'), 'receipt-signed', e.trackId, { no: e.receiptNo }),
    ],
    detail: (e) => ({ no: e.receiptNo, n: e.fileCount, text: e.remarks }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
  },
  ExaminationOpened: {
    hears: (e, s) => [announce(handlers(s), 'examination-opened', e.trackId)],
    detail: () => ({}),
    section: 'transfers',
    kinds: ['transfers'],
  },
  SupplementAsked: {
    hears: (e, s) => [announce([...sender(s), ...copied(s, e.trackId)], 'supplement-asked', e.trackId, { n: e.wanted.length })],
    detail: (e) => ({ wanted: e.wanted }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  FilingOpinionGiven: {
    hears: (e, s) => [announce(body(s, e.trackId, 'approver'), 'filing-opinion-given', e.trackId)],
    detail: (e) => ({ proposes: e.proposes, text: e.text }),
    section: 'transfers',
    kinds: [],
    isBodys: true,
  },
  SupplementSent: {
    hears: (e, s) => [announce(body(s, e.trackId, 'intake', 'handler'), 'supplement-sent', e.trackId, { n: e.files.length })],
    detail: (e) => ({ n: e.files.length, text: e.note }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
  },
  TransferPassedOn: {
    // Who was copied first loses sight of the track: what they hear names the letter that they had, and where it went (docs/handbook.md §5.2).
    hears: (e, s, before) => [
      ...(isCopiedAnew(e.trackId, s, before)
        ? [
            announce(sender(s), 'passed-on', e.trackId, { body: e.to.name }),
            announce(copied(s, e.trackId), 'transfer-copied', e.trackId),
            announce(copied(before ?? s, e.trackId), 'copy-moved', e.trackId, { body: e.to.name, no: letterNo(s, e.trackId) }),
          ]
        : [announce([...sender(s), ...copied(s, e.trackId)], 'passed-on', e.trackId, { body: e.to.name })]),
      announce(body(s, e.trackId, 'intake', 'liaison'), 'passed-on-to-you', e.trackId),
    ],
    detail: (e) => ({ to: e.to.name, text: e.reason }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  TransferReturned: {
    hears: (e, s) => [announce([...sender(s), ...copied(s, e.trackId)], 'transfer-returned', e.trackId)],
    detail: (e) => ({ text: e.reason, competent: e.competent }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  CaseFiled: {
    hears: (e, s) => [announce([...sender(s), ...copied(s, e.trackId)], 'case-filed', e.trackId)],
    detail: (e) => ({ no: e.decision.decisionNo, on: e.decision.decidedOn, charge: e.decision.charge }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  CaseNotFiled: {
    hears: (e, s) => [announce([...sender(s), ...copied(s, e.trackId)], 'case-not-filed', e.trackId)],
    detail: (e) => ({ no: e.decision.decisionNo, on: e.decision.decidedOn, text: e.decision.reasons }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: true,
  },
  DecisionSignedFor: {
    hears: (e, s) => [announce(body(s, e.trackId, 'handler', 'approver'), 'decision-signed-for', e.trackId)],
    detail: () => ({}),
    section: 'transfers',
    kinds: ['clocks', 'transfers'],
  },
  PaperDisputed: {
    hears: (e, s) => [announce(sender(s), 'paper-disputed', e.trackId)],
    detail: (e) => ({ about: e.seq, text: e.reason }),
    section: 'transfers',
    kinds: ['papers', 'transfers'],
  },
  SilenceAlarmed: {
    hears: (e, s) => [announce([...own(s, 'liaison', 'approver'), ...superior(s)], 'silence-alarmed', e.trackId)],
    detail: () => ({}),
    section: 'transfers',
    kinds: ['clocks', 'transfers'],
  },
  ...STAGE_EVENTS,
} satisfies { readonly [T in EventType]: Row<Of<T>> }
export type DetailOf<T extends EventType> = ReturnType<(typeof EVENTS)[T]['detail']>
/** The row of an event whose type is known only when it runs. */
export const rowOf = (type: EventType): Row<CaseEvent> => EVENTS[type] as Row<CaseEvent> // safe: the table pairs each type with its own row
