/** What can have happened in a case. Money in fen, instants UTC text, days YYYY-MM-DD. A shape is never changed: it gets a new `v`. */
import type { Day, UnitRef } from '../result.ts'
import type { EvidenceEvent } from '../evidence/events.ts'
import type { TransferEvent } from '../transfer/events.ts'

export type Bureau = UnitRef & Readonly<{ superiorId: string | null; division: string }>
export type Basics = Readonly<{
  title: string
  source: string
  sourceNote: string
  funds: readonly string[]
  division: string
  foundOn: Day
  conduct: string
}>

/** Questions of docs/handbook.md §5.3; `disputed` suspends automatic routing (RG11). */
export type Official = 'yes' | 'no' | 'disputed'
export type Subject = Readonly<{
  kind: 'person' | 'unit'
  name: string
  idNo: string
  employer: string
  position: string
  official: Official
  isPrincipal: boolean
  usedOffice: boolean
  companyMoney: boolean
  judicialOfficer: boolean
  role: 'main' | 'other'
  conduct: string
  personId: string | null // the subject's account with a body of this case, as a person confirmed: such a person may not know the case
}>
export type AmountLine = Readonly<{
  lineId: string
  subjectId: string
  fund: string
  from: Day
  to: Day
  fen: number
  recoveredFen: number
}>
/** Per subject: the charge proposed, circumstances (domain/law/circumstances.ts), and what a person made of the suggested tier. */
export type Assessment = Readonly<{
  subjectId: string
  charge: string
  circumstances: readonly string[]
  suggested: string // the suggested row's id, or 'manual'
  confirmed: 'agreed' | 'overridden' | 'open'
  tier: string
  note: string
}>
/** 涉案物品清单, docs/handbook.md W11. `subjectId` '' where it belongs to nobody in particular: sent only when the case has one track. */
export type Item = Readonly<{
  subjectId: string
  name: string
  spec: string
  quantity: string
  unit: string
  condition: string
  valueFen: number | null
  place: string
  origin: string
}>

/** `citation`: of the suggestion. `reason`: why another body than the suggested one. `basis`: the text that allows this body, '' where none does; not in a report of before v 2. */
export type Route = Readonly<{ rule: string; suggested: string; citation: string; reason: string; basis?: string }>
/** One planned track (docs/decisions.md D7): a body and what of the case it is to learn. */
export type TrackPlan = Readonly<{
  trackId: string
  to: UnitRef
  copyTo: UnitRef | null
  subjectIds: readonly string[]
  charges: readonly string[]
  itemIds: readonly string[] // charges: ids of domain/law/charges.ts; itemIds: evidence
  facts: string
  law: string // this track's own text, where the case has several tracks: the report's would tell one body of the other's people
  investigation?: string // likewise; not in a report of before v 2
  route: Route
}>
export type Absent = Readonly<{ items: string; expert: string; other: string }> // why a material of art. 6 is missing; '' where it is there
export type Report = Readonly<{ investigation: string; facts: string; law: string; proposal: string; tracks: readonly TrackPlan[] }>
/** What an approval is bound to: the last event of each section, and the digests of what would be sent. */
export type Bound = Readonly<{
  basics: number
  subjects: number
  amounts: number
  items: number
  report: number
  digests: readonly string[]
}>

type E<T extends string, P> = Readonly<{ type: T; v: 1 }> & Readonly<P>
export type CaseEvent =
  | E<'CaseRegistered', { caseNo: string; bureau: Bureau; basics: Basics; handlerIds: readonly string[] }>
  | E<'BasicsRecorded', { corrects: number; basics: Basics }>
  | E<'HandlersAssigned', { handlerIds: readonly string[]; reason: string }>
  | E<'SubjectRecorded', { subjectId: string; corrects: number | null; subject: Subject }>
  | E<'SubjectStruck', { subjectId: string; corrects: number; reason: string }>
  | E<'AmountsRecorded', { corrects: number | null; lines: readonly AmountLine[]; assessments: readonly Assessment[] }>
  | E<'ItemsRecorded', { corrects: number | null; items: readonly Item[] }>
  | E<'AbsenceJustified', { absent: Absent }>
  | (Readonly<{ type: 'ReportWritten'; v: 1 | 2 }> & Readonly<{ corrects: number | null; report: Report }>)
  | E<'ReportConfirmed', { report: number }>
  | E<'ReportSubmitted', { report: number; decidingUnitId: string }>
  | E<'OpinionGiven', { verdict: 'agree' | 'agree-with-notes' | 'disagree'; text: string }>
  | E<'TransferApproved', { opinion: string; binds: Bound }>
  | E<'TransferRefused', { reason: string }>
  | E<'ReportReturned', { note: string }>
  | E<'ReportWithdrawn', { reason: string }>
  | E<'RoundOpened', { reason: string }>
  | E<'Urged', { trackId: string | null; toUnitId: string; toPost: string; text: string }>
  | TransferEvent
  | EvidenceEvent
