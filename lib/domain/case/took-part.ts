/**
 * Who took part in a case, and so does not decide it (found J3; handbook §2.2: R02–R06, R05–R06, R09–R10). Asked of the case's
 * events: who registered it and left the team since is no officer of it any more, and still no judge of it.
 */
import type { CaseCommand } from './commands.ts'
import type { CaseEvent } from './events.ts'
import type { Happened } from './evolve.ts'

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>
const own = (_event: CaseEvent, by: string): readonly string[] => [by]
const nobody = (): readonly string[] => []

/** Whom an event makes part of the bureau's case. Who assigns, urges, decides or sends what is decided does not make it. */
const TAKE_PART: { readonly [T in CaseEvent['type']]: (event: Of<T>, by: string) => readonly string[] } = {
  CaseRegistered: ({ handlerIds }, by) => [by, ...handlerIds],
  HandlersAssigned: ({ handlerIds }) => handlerIds,
  BasicsRecorded: own,
  SubjectRecorded: own,
  SubjectStruck: own,
  AmountsRecorded: own,
  ItemsRecorded: own,
  AbsenceJustified: own,
  EvidenceAdded: own,
  EvidenceVoided: own,
  FileFaultFound: nobody, // by the clock, as below
  FileFoundWhole: nobody,
  ReportWritten: own,
  ReportConfirmed: own,
  OpinionGiven: own,
  ReportSubmitted: nobody, // by an officer, who is counted as one
  TransferApproved: nobody,
  TransferRefused: nobody,
  ReportReturned: nobody,
  ReportWithdrawn: nobody, // as above
  RoundOpened: nobody, // as above
  Urged: nobody,
  TransferSent: nobody,
  TransferWithdrawn: nobody,
  ReceiptSigned: nobody,
  ExaminationOpened: nobody,
  FilingOpinionGiven: nobody,
  SupplementAsked: nobody,
  SupplementSent: nobody,
  TransferPassedOn: nobody,
  TransferReturned: nobody,
  CaseFiled: nobody,
  CaseNotFiled: nobody,
  DecisionSignedFor: nobody,
  PaperDisputed: nobody,
  SilenceAlarmed: nobody,
  StagePrepared: nobody, // by an officer
  ProceedingOpened: nobody,
  ProceedingAnswered: nobody,
  StageReported: nobody,
}

/** By person id: everybody who may not approve, refuse or return the report of this case. */
export const tookPart = (past: readonly Happened<CaseEvent>[]): ReadonlySet<string> =>
  new Set(
    past.flatMap(({ event, occasion }) => {
      const whom = TAKE_PART[event.type] as (event: CaseEvent, by: string) => readonly string[] // safe: the table pairs each type with its own line
      return whom(event, occasion.by.personId)
    }),
  )

/** By person id: who opened the examination of this track in a session of their own, or wrote the opinion on it, and so does not decide on filing. */
export const examined = (past: readonly Happened<CaseEvent>[], trackId: string): ReadonlySet<string> =>
  new Set(
    past.flatMap(({ event, occasion }) =>
      EXAMINES.includes(event.type) && 'trackId' in event && event.trackId === trackId && !occasion.onPaper ? [occasion.by.personId] : [],
    ),
  )

const EXAMINES: readonly CaseEvent['type'][] = ['ExaminationOpened', 'FilingOpinionGiven']

/** Whom what happened bars from this command, whatever their post; nobody where it decides nothing. */
export function barredFrom(command: CaseCommand, past: readonly Happened<CaseEvent>[]): ReadonlySet<string> {
  if (command.type === 'ApproveTransfer' || command.type === 'RefuseTransfer' || command.type === 'ReturnReport') return tookPart(past)
  if (command.type === 'FileCase' || command.type === 'DeclineFiling') return examined(past, command.trackId)
  return NOBODY
}
const NOBODY: ReadonlySet<string> = new Set()
