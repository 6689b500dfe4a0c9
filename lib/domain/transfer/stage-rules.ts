/**
 * Rules of the stages after the decision (docs/handbook.md §3.5 T20–T37). In which phases, and who: policy/table.ts. What must have come
 * before: stage-faults.ts, which the pages ask too, so that no button leads to a refusal.
 */
import type { StageCommand } from '../case/commands.ts'
import type { Rule, Rules } from '../case/decide.ts'
import type { CaseEvent } from '../case/events.ts'
import { formatNo } from '../numbers.ts'
import type { OpenedKind, Outcome, PreparedId, StageId } from '../procedure/stages.ts'
import { ok, refuse, type Instant, type Result, type UnitRef } from '../result.ts'
import type { Answering, Decision, Opening, Reporting } from './events.ts'
import { isBefore, openIn, preparedText, proposalOf, stageFault } from './stage-faults.ts'
import { repeated, thingOf } from './hand-over.ts'
import {
  decisionOf,
  isDecided,
  isOpened,
  openProceedings,
  type Opened,
  type ReceivedTrack,
  isReceived,
  type DecidedTrack,
} from './state.ts'

const v = 1
type Events = Result<readonly CaseEvent[]>
type Of<A extends StageCommand['type']> = Extract<StageCommand, { type: A }>

/** The rule of an act whose faults were looked at first. */
const onTrack =
  <A extends StageCommand['type']>(rule: (track: ReceivedTrack, ...rest: Parameters<Rule<Of<A>>>) => Events): Rule<Of<A>> =>
  (state, command, occasion, number, past) => {
    const track = Object.hasOwn(state.tracks, command.trackId) ? state.tracks[command.trackId] : undefined
    const fault = stageFault(command.type, track, occasion.happenedAt)
    if (fault || !track || !isReceived(track)) return refuse(fault ?? { code: 'transfer.no-such-track' })
    return rule(track, state, command, occasion, number, past)
  }

export const STAGE_RULES: Rules<StageCommand['type']> = {
  PrepareReconsideration: onTrack((track, _state, { text }) => prepared(track, 'T20', text)),

  /** T20: the head signs exactly the text that was read. */
  AskReconsideration: onTrack((track, { bureau }, { readSeq }, _occasion, number) => {
    const draft = preparedText('T20', track)
    if (!draft || !number) return refuse({ code: 'stage.not-prepared' })
    if (draft.seq !== readSeq) return refuse({ code: 'case.stale' })
    const { seq, about, text } = draft
    return opened(track, 'T20', track.to, { about, prepared: seq, text, no: formatNo(bureau.code, number) })
  }),

  /** T22, T23: decided in writing, with reasons where nothing changes. */
  AnswerReconsideration: onTrack((track, _state, { outcome, decision }, { happenedAt }) => {
    const asked = openIn(track, 'reconsideration')
    if (!asked) return refuse({ code: 'stage.not-open' })
    if (outcome === 'upheld' && decision.reasons === '') return refuse({ code: 'transfer.no-reasons' })
    if (isBefore(happenedAt, asked.at)) return refuse({ code: 'deed.before' })
    return answered(track, asked, outcome, saidBy(decision))
  }),

  WaiveRemedy: onTrack((track, _state, { reason }) => reported(track, 'waive', { about: standing(track), text: reason })),

  LeaveReturned: onTrack((track, _state, { reason }) => reported(track, 'leave', { text: reason })),

  PrepareSupervision: onTrack((track, _state, { text }) => prepared(track, proposalOf(track), text)),
  /** T21, T24, T28: to the procuratorate that the letter was copied to. */
  ProposeSupervision: onTrack((track, { bureau }, { readSeq }, _occasion, number) => {
    const stage = proposalOf(track)
    const draft = preparedText(stage, track)
    if (!draft || !number || !track.copyTo) return refuse({ code: 'stage.not-prepared' })
    if (draft.seq !== readSeq) return refuse({ code: 'case.stale' })
    const { seq, about, text } = draft
    return opened(track, stage, track.copyTo, { about, prepared: seq, text, no: formatNo(bureau.code, number) })
  }),
  /** In answer to the sender's proposal, or by itself: then the supervision begins with the asking. */
  AskReasons: onTrack((track, { lastSeq }, { paper }, { happenedAt }) => {
    const one = openIn(track, 'supervision')
    if (!one) {
      const begun = opened(track, 'own', track.to, { about: standing(track) })
      const asked = opened(track, 'reasons', track.to, { about: lastSeq + 1, ...paper })
      return begun.ok && asked.ok ? ok([...begun.value, ...asked.value]) : begun
    }
    return isBefore(happenedAt, one.at) ? refuse({ code: 'deed.before' }) : opened(track, 'reasons', track.to, { about: one.seq, ...paper })
  }),
  FindNoObjection: onTrack((track, _state, { reason }) => reported(track, 'reviewed', { about: standing(track), text: reason })),
  ExplainReasons: onTrack((track, _state, { paper }, { happenedAt }) => answeredIn(track, 'reasons', 'explained', paper, happenedAt)),
  AcceptReasons: onTrack((track, _state, { paper }, { happenedAt }) => answeredIn(track, 'supervision', 'accepted', paper, happenedAt)),
  /** T25: the proposal is answered, and the order begins. */
  OrderFiling: onTrack((track, _state, { paper }, { happenedAt }) => {
    const answered = answeredIn(track, 'supervision', 'ordered', paper, happenedAt)
    const order = opened(track, 'T25', track.to, { about: openIn(track, 'supervision')?.seq ?? null, ...paper })
    return answered.ok && order.ok ? ok([...answered.value, ...order.value]) : answered
  }),
  /** T27. */
  FileAsOrdered: onTrack((track, _state, { decision }, { happenedAt }) =>
    answeredIn(track, 'order', 'filed', saidBy(decision), happenedAt),
  ),

  /** T29: item by item of the letter, and files that were sent; nothing twice, and nothing that is not of this case. */
  HandOver: onTrack((track, { bureau }, { things, place, on, time, text }, _occasion, number) => {
    if (things.length === 0 || !number) return refuse({ code: 'hand-over.nothing' })
    const named = things.map((thing) => thingOf(track, thing))
    const known = named.filter((thing) => thing !== null)
    if (known.length < named.length) return refuse({ code: 'hand-over.not-of-case' })
    const second = repeated(track, known)
    if (second) return refuse({ code: 'hand-over.already', about: { name: second.name } })
    const no = formatNo(bureau.code, number)
    return opened(track, 'T29', track.to, { about: standing(track), no, on, time, place, text, things: known })
  }),
  /** T30–T33, T37: of a day not before the filing was known; a sum only where money came back. */
  ReportStatus: onTrack((track, _state, { kind, fen, paper }) => {
    if (isDecided(track) && paper.on < decisionOf(track).decidedOn) return refuse({ code: 'deed.before' })
    if ((kind === 'recovered') !== (fen !== null)) return refuse({ code: fen === null ? 'report.needs-sum' : 'report.no-sum' })
    return reported(track, 'report', { about: standing(track), kind, fen, ...paper })
  }),
  DeclareNoHandOver: onTrack((track, _state, { reason }) => reported(track, 'T48', { about: standing(track), text: reason })),
  ConfirmHandOver: onTrack((track, _state, { proceeding, outcome, text }, { happenedAt }) => {
    const offered = openProceedings(track)
      .filter(isOpened)
      .find(({ seq, kind }) => seq === proceeding && kind === 'hand-over')
    if (!offered) return refuse({ code: 'stage.not-open' })
    if (outcome === 'not-taken' && text === '') return refuse({ code: 'stage.needs-reason' })
    if (isBefore(happenedAt, offered.at)) return refuse({ code: 'deed.before' })
    return answered(track, offered, outcome, { text })
  }),
}

const NOTHING = { no: '', on: '', text: '', document: null } as const
function prepared(track: ReceivedTrack, stage: PreparedId, text: string): Events {
  return ok([{ type: 'StagePrepared', v, trackId: track.trackId, stage, about: standing(track), text }])
}
function opened({ trackId }: ReceivedTrack, stage: StageId, to: UnitRef, given: Partial<Opening>): Events {
  const usual = { ...NOTHING, about: null, prepared: null, time: '', place: '', things: [] }
  return ok([{ type: 'ProceedingOpened', v, trackId, ...usual, stage, to, ...given }])
}
function answered({ trackId }: ReceivedTrack, { seq, stage }: Opened, outcome: Outcome, given: Partial<Answering>): Events {
  return ok([{ type: 'ProceedingAnswered', v, trackId, ...NOTHING, charge: '', proceeding: seq, stage, outcome, ...given }])
}
function answeredIn(track: ReceivedTrack, kind: OpenedKind, outcome: Outcome, given: Partial<Answering>, at: Instant): Events {
  const one = openIn(track, kind)
  if (!one) return refuse({ code: 'stage.not-open' })
  return isBefore(at, one.at) ? refuse({ code: 'deed.before' }) : answered(track, one, outcome, given)
}
function reported({ trackId }: ReceivedTrack, stage: StageId, given: Partial<Reporting>): Events {
  return ok([{ type: 'StageReported', v, trackId, ...NOTHING, about: null, kind: '', fen: null, stage, ...given }])
}

/** The decision that stands, by its seq; null where there is none yet. */
const standing = (track: ReceivedTrack | DecidedTrack): number | null => (isDecided(track) ? decisionOf(track).seq : null)
const saidBy = ({ decisionNo, decidedOn, charge, reasons, document }: Decision): Partial<Answering> => ({
  no: decisionNo,
  on: decidedOn,
  charge,
  text: reasons,
  document,
})
