/** The course of one track at a glance: each node with the time it took and the time it had (docs/ux.md §1.3). */
import type { FlowNode } from '#app/_ui/course-steps'
import { isInternal, type TimeId, timeOn } from '#lib/domain/law/soft-times'
import { timeOfStep, type Step } from '#lib/domain/law/step-clocks'
import { casePhase } from '#lib/domain/procedure/case-phases'
import { DUTIES, NODES, type Node } from '#lib/domain/procedure/duty'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import type { Instant } from '#lib/domain/result'
import { beijingDay, msBetween } from '#lib/domain/time'
import { isDecided, isReceived, isSent, decisionOf } from '#lib/domain/transfer/state'
import { formatDay, spanText, untilText, type Lang } from '#lib/i18n/dates'
import { lengthWords } from '#lib/i18n/lengths'
import type { Messages } from '#lib/i18n/messages'
import type { CaseStatus, StatusTrack } from '#lib/views/case-status'
import type { Duty } from '#lib/views/rows'
import { timeOf } from './times.ts'

type Words = Readonly<{ lang: Lang; t: Messages; now: Instant }>
/** From when to when; open where it has begun and not ended. */
type Span = Readonly<{ from: Instant | null; to: Instant | null; limit: string }>

/** The track whose course is shown: that of the duty on the strip, else the one that is least far. */
export function trackShown({ tracks }: CaseStatus, duty: Duty | undefined): StatusTrack | null {
  const all = Object.values(tracks)
  return (
    all.find(({ trackId }) => trackId === duty?.trackId) ??
    all.toSorted((a, b) => trackPhase(a.phase).place - trackPhase(b.phase).place)[0] ??
    null
  )
}
export function flowOf(state: CaseStatus, track: StatusTrack | null, duties: readonly Duty[], words: Words): FlowNode[] {
  const spans = spansOf(state, track, words)
  const owed = duties.filter((duty) => duty.trackId === '' || duty.trackId === track?.trackId)
  const current = currentNodeOf(state, track, owed)
  const late = owed.find((duty) => duty.dueAt !== '' && words.now > duty.dueAt && nodeOfDuty(duty) === current)
  return NODES.map((node, i): FlowNode => {
    const at = current === null ? NODES.length : NODES.indexOf(current)
    const state = i < at ? 'done' : i > at ? 'todo' : late ? 'late' : 'current'
    const sub = late && i === at ? untilText(msBetween(words.now, late.dueAt), words.lang) : subOf(spans[node], node, words)
    return {
      key: node,
      label: words.t.course[node],
      state,
      stateWord: words.t.state[state],
      sub: stopped(state, node, track, words) ?? sub,
      current: i === at,
    }
  })
}

/** Null once everything on the way is done. */
function currentNodeOf({ stage }: CaseStatus, track: StatusTrack | null, owed: readonly Duty[]): Node | null {
  const node = casePhase(stage.phase).node ?? (track ? trackPhase(track.phase).node : 'transfer')
  return node === LAST && !owed.some((duty) => nodeOfDuty(duty) === LAST) ? null : node
}
const LAST: Node = 'result'
const nodeOfDuty = ({ code }: Duty): Node => DUTIES[code].node

function spansOf(state: CaseStatus, track: StatusTrack | null, words: Words): Record<Node, Span> {
  const { registeredAt, stage } = state
  const submittedAt = 'submittedAt' in stage ? stage.submittedAt : null
  const approvedAt = 'approval' in stage ? stage.approval.approvedAt : null
  const sent = track && isSent(track) && trackPhase(track.phase).known === 'letter' ? track : null
  const received = sent && isReceived(sent) ? sent : null
  const decided = received && isDecided(received) ? decisionOf(received) : null
  // The report is decided on as a whole; so is the rest shown before there is a track.
  const limit = (step: Step, from: Instant | null): string => {
    const at = from ?? words.now
    return limitOf(track && step !== 'decide' ? timeOfStep(step, track.to.kind, beijingDay(at)) : timeOf(step, state, at), words)
  }
  return {
    register: { from: registeredAt, to: registeredAt, limit: '' },
    investigate: { from: registeredAt, to: submittedAt, limit: '' },
    approve: {
      from: submittedAt,
      to: approvedAt ?? (stage.phase === 'not-approved' ? stage.refusedAt : null),
      limit: limit('decide', submittedAt),
    },
    transfer: { from: approvedAt, to: sent?.sent.at ?? null, limit: limit('send', approvedAt) },
    receipt: { from: sent?.sent.at ?? null, to: received?.receipt.at ?? null, limit: words.t.course.promptly },
    examine: { from: received?.receipt.at ?? null, to: decided?.at ?? null, limit: limit('examine', received?.receipt.at ?? null) },
    result: { from: decided?.at ?? null, to: decided?.signedFor?.at ?? null, limit: '' },
  }
}

function limitOf(clock: TimeId | '', { t, now, lang }: Words): string {
  if (clock === '') return ''
  const row = timeOn(clock, beijingDay(now))
  if (!row || row.length === null) return t.course.promptly
  const length = lengthWords(row.length, row.unit, lang)
  return isInternal(clock) ? t.course.internal(length) : length
}

function subOf({ from, to, limit }: Span, node: Node, { lang, t }: Words): string | undefined {
  if (node === 'register') return from ? formatDay(from, lang) : undefined
  if (from && to) {
    const time = spanText(Math.max(0, msBetween(from, to)), lang)
    return limit && limit !== t.course.promptly ? t.course.usedOf(time, limit) : t.course.used(time)
  }
  if (from && !to) return limit === '' || limit === t.course.promptly ? t.course.going : t.course.goingOf(limit)
  if (limit === t.course.promptly) return limit
  return limit === '' ? t.list.none : t.course.limit(limit)
}

/** Where the way ended before its end, the node says so. */
function stopped(state: FlowNode['state'], node: Node, track: StatusTrack | null, { t }: Words): string | null {
  if (state !== 'current' && state !== 'late') return null
  if (node === 'examine' && track?.phase === 'returned') return t.course.returned
  return null
}
