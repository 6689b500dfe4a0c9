import { totalFen } from '../case/state.ts'
import type { Absent } from '../case/events.ts'
import { reportFor } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { chargeName } from '../law/charges.ts'
import type { SentFile, Snapshot } from './events.ts'
import { isOneOfSeveral } from './bound.ts'
import { foundOf, investigationFor, itemsOf } from './preflight.ts'
import type { TrackState } from './state.ts'

type Given = Pick<Snapshot, 'letterNo' | 'handlers' | 'approvedBy' | 'approvedAt' | 'manifest'>

/** Exactly what one body is to see, and nothing of another track's people, charges, amounts, texts or files (D7). */
export function snapshotOf(state: OpenCase, { plan, to, copyTo }: TrackState, given: Given): Snapshot {
  const { bureau } = state
  const report = reportFor(state, plan.trackId)
  if (!report) throw new Error('an approved case has a report')
  const mine = (subjectId: string): boolean => plan.subjectIds.includes(subjectId)
  const subjects = plan.subjectIds.flatMap((subjectId) => subjectOf(state, subjectId))
  const lines = state.lines.filter((line) => mine(line.subjectId))
  const alone = !isOneOfSeveral(state, plan)
  return {
    ...given,
    caseNo: state.caseNo,
    title: trackTitle(
      subjects.map((s) => s.name),
      plan.charges,
    ),
    from: { unitId: bureau.unitId, kind: bureau.kind, name: bureau.name, code: bureau.code },
    to,
    copyTo,
    subjects,
    charges: plan.charges,
    lines,
    assessments: state.assessments.filter((a) => mine(a.subjectId)),
    amountFen: totalFen(lines),
    conduct: alone ? state.basics.conduct : subjects.map((s) => s.conduct).join('\n'),
    ...(alone ? { facts: report.facts, law: report.law, proposal: report.proposal } : { facts: plan.facts, law: plan.law, proposal: '' }),
    investigation: investigationFor(state, plan),
    items: itemsOf(state, plan),
    absent: absentFor(state, plan),
    route: plan.route,
    files: plan.itemIds.flatMap((itemId) => fileOf(state, itemId)),
  }
}

/** A reason goes along only where this track lacks the material: what is there for one body is no other's to hear of. */
function absentFor(state: OpenCase, plan: TrackState['plan']): Absent {
  const found = foundOf(state, plan)
  const { items, expert, other } = state.absent
  return { items: found.items > 0 ? '' : items, expert: found.expert > 0 ? '' : expert, other: found.other > 0 ? '' : other }
}

/** A sent file, as listed and as opened. */
export function fileOf(state: OpenCase, itemId: string): SentFile[] {
  const item = state.evidence[itemId]
  if (!item) return []
  const { blobId, name, size, sha256, sm3, folder, kind, source, collectedBy, collectedOn } = item
  return [{ itemId, blobId, name, size, sha256, sm3, folder, kind, source, collectedBy, collectedOn }]
}

/** The title of the letter, in the language of the office: it names only the people of its own track. */
export const trackTitle = (names: readonly string[], charges: readonly string[]): string =>
  `${names[0] ?? ''}${names.length > 1 ? `等 ${names.length} 人` : ''}涉嫌${charges.map((charge) => chargeName(charge)).join('、')}案`

function subjectOf(state: OpenCase, subjectId: string): Snapshot['subjects'][number][] {
  const subject = state.subjects[subjectId]
  if (!subject) return []
  const { seq: _, ...rest } = subject
  return [{ ...rest, subjectId }]
}
