import { describe, expect, it } from 'vitest'
import type { OnPaper } from '../result.ts'
import type { CaseEvent } from './events.ts'
import type { Happened } from './evolve.ts'
import { examined, tookPart } from './took-part.ts'

/** Said a second time by hand, from the finding's words: registered, was ever in the team, recorded, added, voided, wrote, confirmed, justified; and the legal reviewer (handbook §2.2, R05–R06). */
const COUNTED: { readonly [T in CaseEvent['type']]: readonly string[] } = {
  CaseRegistered: ['who', 'one', 'two'],
  HandlersAssigned: ['one', 'two'],
  BasicsRecorded: ['who'],
  SubjectRecorded: ['who'],
  SubjectStruck: ['who'],
  AmountsRecorded: ['who'],
  ItemsRecorded: ['who'],
  AbsenceJustified: ['who'],
  EvidenceAdded: ['who'],
  EvidenceVoided: ['who'],
  FileFaultFound: [],
  FileFoundWhole: [],
  ReportWritten: ['who'],
  ReportConfirmed: ['who'],
  OpinionGiven: ['who'],
  ReportSubmitted: [],
  TransferApproved: [],
  TransferRefused: [],
  ReportReturned: [],
  ReportWithdrawn: [],
  RoundOpened: [],
  Urged: [],
  TransferSent: [],
  TransferWithdrawn: [],
  ReceiptSigned: [],
  ExaminationOpened: [],
  FilingOpinionGiven: [],
  SupplementAsked: [],
  SupplementSent: [],
  TransferPassedOn: [],
  TransferReturned: [],
  CaseFiled: [],
  CaseNotFiled: [],
  DecisionSignedFor: [],
  PaperDisputed: [],
  SilenceAlarmed: [],
  StagePrepared: [],
  ProceedingOpened: [],
  ProceedingAnswered: [],
  StageReported: [],
}
const happened = (type: CaseEvent['type'], trackId = 't1', onPaper?: OnPaper): Happened<CaseEvent> =>
  ({
    streamId: 'c1',
    seq: 1,
    occasion: { happenedAt: '', recordedAt: '', by: { personId: 'who', unitId: 'u', post: 'handler' }, ...(onPaper && { onPaper }) },
    event: { type, v: 1, handlerIds: ['one', 'two'], trackId },
  }) as unknown as Happened<CaseEvent> // safe: only these fields are asked

describe('who took part in a case (found J3)', () => {
  it.each(Object.entries(COUNTED))('%s', (type, whom) => expect([...tookPart([happened(type as CaseEvent['type'])])]).toEqual(whom)) // safe: the record's own key
  it('is nobody less for what came after', () =>
    expect([...tookPart([happened('CaseRegistered'), happened('HandlersAssigned'), happened('TransferApproved')])]).toEqual([
      'who',
      'one',
      'two',
    ]))
})

describe('who opened the examination (found J3)', () => {
  it('is barred on that track only', () => {
    expect([...examined([happened('ExaminationOpened', 't1')], 't1')]).toEqual(['who'])
    expect([...examined([happened('FilingOpinionGiven', 't1')], 't1')]).toEqual(['who'])
    expect([...examined([happened('ExaminationOpened', 't2'), happened('SupplementAsked', 't1')], 't1')]).toEqual([])
  })
  it('is not who recorded it from paper', () =>
    expect([...examined([happened('ExaminationOpened', 't1', { actedBy: '额尔敦', paperNo: '1', blobDigest: '' })], 't1')]).toEqual([]))
})
