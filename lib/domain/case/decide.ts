/** Case rules, from registration to the head's decision. Order 310 art. 5; phases and who may ask are in policy/table.ts. */
import { isTeam } from '../law/team.ts'
import { formatNo, type TakenNumber } from '../numbers.ts'
import { ok, refuse, type Occasion, type Result } from '../result.ts'
import type { CaseCommand, EvidenceCommand, StageCommand, TransferCommand } from './commands.ts'
import type { CaseEvent } from './events.ts'
import type { Happened } from './evolve.ts'
import { isSent } from '../transfer/state.ts'
import { holds, planFault, roundFault, submitFault } from './report-rules.ts'
import { amountsFault } from './amount-rules.ts'
import { reportOf, roundOf } from './rounds.ts'
import type { OpenCase, Sections } from './state.ts'

export type Rule<C, S = OpenCase> = (
  state: S,
  command: C,
  occasion: Occasion,
  number: TakenNumber | null,
  past: readonly Happened<CaseEvent>[],
) => Result<readonly CaseEvent[]>
/** A rule for each of these commands, and for no other. */
export type Rules<T extends CaseCommand['type']> = Readonly<{ [K in T]: Rule<Extract<CaseCommand, { type: K }>> }>
const v = 1

export const registerCase = (
  command: Extract<CaseCommand, { type: 'RegisterCase' }>,
  number: TakenNumber | null,
): Result<readonly CaseEvent[]> => {
  if (!number) throw new Error('registration needs a number')
  if (!isTeam(command.handlerIds)) return refuse({ code: 'case.needs-two-handlers' })
  const { bureau, basics, handlerIds } = command
  return ok([{ type: 'CaseRegistered', v, caseNo: formatNo(bureau.code, number), bureau, basics, handlerIds }])
}

type OfTheCase = Exclude<CaseCommand, TransferCommand | StageCommand | EvidenceCommand | { type: 'RegisterCase' }>
export const CASE_RULES: Rules<OfTheCase['type']> = {
  RecordBasics: (state, { basics, readSeq }) =>
    stale(state, 'basics', readSeq) ?? ok([{ type: 'BasicsRecorded', v, corrects: state.sections.basics, basics }]),

  AssignHandlers: (state, { handlerIds, reason, readSeq }) => {
    if (!isTeam(handlerIds)) return refuse({ code: 'case.needs-two-handlers' })
    return stale(state, 'handlers', readSeq) ?? ok([{ type: 'HandlersAssigned', v, handlerIds, reason }])
  },

  RecordSubject: (state, { subjectId, subject, readSeq }) => {
    const earlier = state.subjects[subjectId]?.seq ?? 0
    if (earlier !== readSeq) return refuse({ code: 'case.stale' })
    return ok([{ type: 'SubjectRecorded', v, subjectId, corrects: earlier || null, subject }])
  },

  StrikeSubject: (state, { subjectId, reason, readSeq }) => {
    const subject = state.subjects[subjectId]
    if (!subject) return refuse({ code: 'case.no-such-subject' })
    if (subject.seq !== readSeq) return refuse({ code: 'case.stale' })
    if (state.lines.some((line) => line.subjectId === subjectId)) return refuse({ code: 'case.subject-in-use' })
    return ok([{ type: 'SubjectStruck', v, subjectId, corrects: subject.seq, reason }])
  },

  RecordAmounts: (state, { lines, assessments, readSeq }) => {
    const fault = amountsFault(state, lines, assessments)
    if (fault) return refuse(fault)
    return (
      stale(state, 'amounts', readSeq) ?? ok([{ type: 'AmountsRecorded', v, corrects: state.sections.amounts || null, lines, assessments }])
    )
  },

  RecordItems: (state, { items, readSeq }) => {
    if (items.some(({ subjectId }) => subjectId !== '' && !Object.hasOwn(state.subjects, subjectId)))
      return refuse({ code: 'case.no-such-subject' })
    return stale(state, 'items', readSeq) ?? ok([{ type: 'ItemsRecorded', v, corrects: state.sections.items || null, items }])
  },

  JustifyAbsence: (_state, { absent }) => ok([{ type: 'AbsenceJustified', v, absent }]),
  WriteReport: (state, { report, readSeq }) => {
    const fault = planFault(state, report)
    if (fault) return refuse(fault)
    return stale(state, 'report', readSeq) ?? ok([{ type: 'ReportWritten', v: 2, corrects: state.sections.report || null, report }])
  },

  /** D24: the second of the two officers confirms, in a session of their own, exactly the version they read. */
  ConfirmReport: (state, { readSeq }, { by }) => {
    const report = reportOf(state)
    if (!report) return refuse({ code: 'report.none' })
    if (report.writtenBy === by.personId) return refuse({ code: 'report.own-confirmation' })
    if (report.seq !== readSeq) return refuse({ code: 'case.stale' })
    if (holds(report.confirmed, state.sections)) return refuse({ code: 'report.already-confirmed' })
    return ok([{ type: 'ReportConfirmed', v, report: report.seq }])
  },

  SubmitReport: (state, { decidingUnitId, readSeq }) => {
    const fault = submitFault(state)
    if (fault) return refuse(fault)
    return stale(state, 'report', readSeq) ?? ok([{ type: 'ReportSubmitted', v, report: state.sections.report, decidingUnitId }])
  },

  GiveOpinion: (state, { verdict, text, readSeq }) => {
    if (roundOf(state).opinion) return refuse({ code: 'opinion.given' })
    return stale(state, 'review', readSeq) ?? ok([{ type: 'OpinionGiven', v, verdict, text }])
  },

  /** Order 310 art. 5¶2. The approval binds what was read: report, subjects, amounts, plan of tracks, evidence digests. */
  ApproveTransfer: (state, { opinion, readSeq }) => {
    const fault = submitFault(state) // an item voided meanwhile must not be approved
    if (fault) return refuse(fault)
    const { basics, subjects, amounts, items, report } = state.sections
    const digests = [
      ...new Set((reportOf(state)?.tracks ?? []).flatMap((track) => track.itemIds).flatMap((id) => state.evidence[id]?.sha256 ?? [])),
    ].toSorted()
    return (
      stale(state, 'review', readSeq) ??
      ok([{ type: 'TransferApproved', v, opinion, binds: { basics, subjects, amounts, items, report, digests } }])
    )
  },

  /** Order 310 art. 5¶2: a refusal has reasons, and they stay on record. */
  RefuseTransfer: (state, { reason, readSeq }) =>
    reason === ''
      ? refuse({ code: 'decision.needs-reason' })
      : (stale(state, 'review', readSeq) ?? ok([{ type: 'TransferRefused', v, reason }])),

  ReturnReport: (state, { note, readSeq }) =>
    note === '' ? refuse({ code: 'decision.needs-note' }) : (stale(state, 'review', readSeq) ?? ok([{ type: 'ReportReturned', v, note }])),

  WithdrawReport: (_state, { reason }) => ok([{ type: 'ReportWithdrawn', v, reason }]),

  /** T17, and a refused case with new facts (found B2, B3): the round before stays as it was decided upon, its living tracks go their way. */
  OpenRound: (state, { reason }) => {
    const fault = roundFault(state)
    return fault ? refuse(fault) : ok([{ type: 'RoundOpened', v, reason }])
  },
  /** Only whoever can owe something here is reminded: anybody else would learn that the case exists. */
  Urge: (state, { trackId, toUnitId, toPost, text }) => {
    const { bureau, tracks } = state
    const { review } = roundOf(state)
    const track = trackId === null ? undefined : tracks[trackId]
    const parties = [
      bureau.unitId,
      ...('decidingUnitId' in review ? [review.decidingUnitId] : []),
      ...(track && isSent(track) ? [track.to.unitId] : []),
    ]
    return parties.includes(toUnitId)
      ? ok([{ type: 'Urged', v, trackId, toUnitId, toPost, text }])
      : refuse({ code: 'office.no-such-unit' })
  },
}

/** The version a form carries is that of its own section, never of the whole case (docs/stack.md §21). */
const stale = (state: OpenCase, section: keyof Sections, readSeq: number) =>
  state.sections[section] === readSeq ? null : refuse({ code: 'case.stale' })
