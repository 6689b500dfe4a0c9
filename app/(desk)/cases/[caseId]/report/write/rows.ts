/** The tracks of the form: what is kept, what is saved, or what the law tables suggest; and what a button beside 保存 does to them. */
import type { TrackPlan } from '#lib/domain/case/events'
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase, WrittenReport } from '#lib/domain/case/state'
import { isOneOfSeveral } from '#lib/domain/transfer/bound'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import type { Day } from '#lib/domain/result'
import type { Values } from '#lib/server/forms/forms'
import { groupsOf, withoutGroups } from '#lib/schemas/groups'
import { RECIPIENT_KINDS, routeAnswer } from '#lib/usecases/suggest'
import { listOf, textOf, type Row } from '#app/(desk)/cases/_case/rows-form'
import { mainItems } from '../_parts/plan.ts'

export type TrackFields = Readonly<{
  trackId: string
  recipient: string
  subjects: readonly string[]
  charges: readonly string[]
  files: string
  itemIds: readonly string[]
  reason: string
  facts: string
  law: string
  investigation: string
}>
const BLANK: TrackFields = {
  trackId: '',
  recipient: '',
  subjects: [],
  charges: [],
  files: 'all',
  itemIds: [],
  reason: '',
  facts: '',
  law: '',
  investigation: '',
}
export const TEXTS = ['investigation', 'facts', 'law', 'proposal'] as const
/** What a blank row brings along by itself. */
export const GIVEN = ['trackId', 'files'] as const

export function tracksShown(kept: Values | null, state: OpenCase, today: Day): readonly TrackFields[] {
  const typed = kept ? groupsOf(kept, 'track').map(({ values }) => fieldsOfRow(values)) : []
  if (typed.length > 0) return typed
  const saved = (reportOf(state)?.tracks ?? anewOf(state)).map((plan) => fieldsOfPlan(plan, state))
  return saved.length > 0 ? saved : suggestedTracks(state, today)
}

/** In a new round, what of the one before has no body: what came back, was decided against, or was never sent (found B2, B3). */
function anewOf(state: OpenCase): readonly TrackPlan[] {
  const plans = lastReport(state)?.tracks ?? []
  return plans.flatMap((plan) => {
    const { phase, to } = state.tracks[plan.trackId] ?? { phase: 'planned' as const, to: plan.to }
    const { isSendable, canFollow } = trackPhase(phase)
    if (isSendable) return [plan]
    // To whom it goes instead of where it came back from is to be chosen; who decided against it may be asked again.
    return canFollow ? [{ ...plan, trackId: '', to: phase === 'returned' ? { ...to, unitId: '' } : to }] : []
  })
}
const lastReport = ({ rounds }: OpenCase): WrittenReport | null => rounds.findLast(({ report }) => report !== null)?.report ?? null

/** Does another body have part of the case, so that each letter needs texts of its own (D7)? */
export const areSeveral = (state: OpenCase, rows: readonly TrackFields[], { trackId, recipient }: TrackFields): boolean =>
  rows.length > 1 || isOneOfSeveral(state, { trackId, to: { unitId: recipient } }, [])

const fieldsOfRow = (row: Row): TrackFields => ({
  trackId: textOf(row['trackId']),
  recipient: textOf(row['recipient']),
  subjects: listOf(row['subjects']),
  charges: listOf(row['charges']),
  files: textOf(row['files']) || 'all',
  itemIds: listOf(row['itemIds']),
  reason: textOf(row['reason']),
  facts: textOf(row['facts']),
  law: textOf(row['law']),
  investigation: textOf(row['investigation']),
})

function fieldsOfPlan(
  { trackId, to, subjectIds, charges, itemIds, facts, law, investigation = '', route }: TrackPlan,
  state: OpenCase,
): TrackFields {
  const main = mainItems(state)
  const isAll = itemIds.length === main.length && main.every(({ itemId }) => itemIds.includes(itemId))
  return {
    trackId,
    recipient: to.unitId,
    subjects: subjectIds,
    charges,
    files: isAll ? 'all' : 'chosen',
    itemIds: isAll ? [] : itemIds,
    reason: route.reason,
    facts,
    law,
    investigation,
  }
}

/** One track a body that is suggested for the whole case, with its people and their charges; the body itself a person chooses. */
function suggestedTracks(state: OpenCase, today: Day): readonly TrackFields[] {
  const subjectIds = Object.keys(state.subjects)
  const { tracks } = routeAnswer(state, subjectIds, chargesOf(state, subjectIds), today)
  const planned = tracks.filter((track) => track.default && (RECIPIENT_KINDS as readonly string[]).includes(track.recipientKind))
  const parts = planned.map(({ subjectIndexes }) => subjectIndexes.flatMap((i) => subjectIds[i] ?? []))
  return (parts.length > 0 ? parts : [subjectIds]).map((subjects) => ({ ...BLANK, subjects, charges: chargesOf(state, subjects) }))
}
export const chargesOf = ({ assessments }: OpenCase, subjectIds: readonly string[]): readonly string[] => [
  ...new Set(assessments.filter(({ subjectId }) => subjectIds.includes(subjectId)).map(({ charge }) => charge)),
]

/** The texts of a form that nobody has filled in yet: what is saved, or the conduct as it was registered. */
export function textsOf(state: OpenCase): Readonly<Record<(typeof TEXTS)[number], string>> {
  const { investigation, facts, law, proposal } = lastReport(state) ?? {
    investigation: '',
    facts: state.basics.conduct,
    law: '',
    proposal: '',
  }
  return { investigation, facts, law, proposal }
}

/** Buttons that only change what is on the page. Null: the form itself was sent. */
export function asideOf(values: Values, state: OpenCase): Readonly<{ values: Values; anchor: string }> | null {
  const { more, suggest, drop, theirs } = values
  const rows = groupsOf(values, 'track').map(({ values: row }) => fieldsOfRow(row))
  const rest = withoutButtons(withoutGroups(values, 'track'))
  const retried = (tracks: readonly TrackFields[], anchor: string, changed: Values = {}) => ({
    values: { ...rest, ...changed, ...groupOf(tracks) },
    anchor,
  })
  if (more !== undefined) return retried([...rows, BLANK], `#track-${rows.length + 1}`)
  if (suggest !== undefined) return retried(rows, `#track-${Number(suggest) + 1}`)
  if (drop !== undefined)
    return retried(
      rows.filter((_, i) => i !== Number(drop)),
      '#tracks',
    )
  if (theirs === 'tracks') return retried(reportOf(state)?.tracks.map((plan) => fieldsOfPlan(plan, state)) ?? rows, '#tracks')
  const name = TEXTS.find((one) => one === theirs)
  return name ? retried(rows, `#f-${name}`, { [name]: textsOf(state)[name] }) : null
}

/** What the schema knows: without buttons, and without the version that a conflict began at. */
export const sentOf = (values: Values): Values => without(withoutButtons(withoutGroups(values, 'track')), ['base'])

const withoutButtons = (values: Values): Values => without(values, ['more', 'suggest', 'drop', 'theirs', 'discard'])
const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
const groupOf = (tracks: readonly TrackFields[]): Values =>
  Object.fromEntries(tracks.flatMap((track, i) => Object.entries(track).map(([name, value]) => [`track.${i}.${name}`, value] as const)))
