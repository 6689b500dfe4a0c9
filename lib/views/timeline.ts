/** What the timeline says of each event: enough to follow the case, nothing that its reader may not know. Total: a new event must choose. */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import type { Entry } from './rows.ts'

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>
type Detail = Readonly<Record<string, string | number | readonly string[]>>
const DETAILS: { readonly [T in CaseEvent['type']]: (event: Of<T>) => Detail } = {
  CaseRegistered: (e) => ({ no: e.caseNo, handlers: e.handlerIds }),
  BasicsRecorded: (e) => ({ corrects: e.corrects }),
  HandlersAssigned: (e) => ({ handlers: e.handlerIds, reason: e.reason }),
  SubjectRecorded: (e) => ({ name: e.subject.name, corrects: e.corrects ?? 0 }),
  SubjectStruck: (e) => ({ reason: e.reason, corrects: e.corrects }),
  AmountsRecorded: (e) => ({ fen: e.lines.reduce((sum, line) => sum + line.fen, 0), corrects: e.corrects ?? 0 }),
  ItemsRecorded: (e) => ({ n: e.items.length, corrects: e.corrects ?? 0 }),
  AbsenceJustified: (e) => ({ items: e.absent.items, expert: e.absent.expert, other: e.absent.other }),
  EvidenceAdded: (e) => ({ name: e.item.name, sm3: e.item.sm3, folder: e.item.folder }),
  EvidenceVoided: (e) => ({ itemId: e.itemId, reason: e.reason }),
  ReportWritten: (e) => ({ tracks: e.report.tracks.map((track) => track.to.name), corrects: e.corrects ?? 0 }),
  ReportConfirmed: () => ({}),
  ReportSubmitted: () => ({}),
  OpinionGiven: (e) => ({ verdict: e.verdict, text: e.text }),
  TransferApproved: (e) => ({ text: e.opinion }),
  TransferRefused: (e) => ({ text: e.reason }),
  ReportReturned: (e) => ({ text: e.note }),
  ReportWithdrawn: (e) => ({ text: e.reason }),
  Urged: (e) => ({ unitId: e.toUnitId, text: e.text }),
  TransferSent: (e) => ({ no: e.snapshot.letterNo, to: e.snapshot.to.name, n: e.snapshot.files.length, manifest: e.snapshot.manifest }),
  TransferWithdrawn: (e) => ({ text: e.reason }),
  ReceiptSigned: (e) => ({ no: e.receiptNo, n: e.fileCount, text: e.remarks }),
  ExaminationOpened: () => ({}),
  SupplementAsked: (e) => ({ wanted: e.wanted }),
  SupplementSent: (e) => ({ n: e.files.length, text: e.note }),
  TransferPassedOn: (e) => ({ to: e.to.name, text: e.reason }),
  TransferReturned: (e) => ({ text: e.reason, competent: e.competent }),
  CaseFiled: (e) => ({ no: e.decision.decisionNo, on: e.decision.decidedOn, charge: e.decision.charge }),
  CaseNotFiled: (e) => ({ no: e.decision.decisionNo, on: e.decision.decidedOn, text: e.decision.reasons }),
  DecisionSignedFor: () => ({}),
  PaperDisputed: (e) => ({ about: e.seq, text: e.reason }),
  SilenceAlarmed: () => ({}),
}

export function entryOf({ event, seq, occasion, streamId }: Happened<CaseEvent>): Entry {
  const detail = (DETAILS[event.type] as (e: CaseEvent) => Detail)(event) // safe: the table pairs each type with its own line
  const { happenedAt, recordedAt, by, onPaper } = occasion
  const trackId = 'trackId' in event && event.trackId ? event.trackId : ''
  return {
    caseId: streamId,
    seq,
    trackId,
    type: event.type,
    happenedAt,
    recordedAt,
    ...by,
    onPaper: onPaper ? JSON.stringify(onPaper) : '',
    detail: JSON.stringify(detail),
  }
}
