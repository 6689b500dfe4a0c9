/** The one question (docs/style.md rule 6): may this person do this, to this case or track? Buttons, pages, lists and `ask` all ask here. */
import { roundOf, roundOfTrack } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { stageOf } from '../procedure/case-phases.ts'
import type { Actor, By } from '../result.ts'
import type { TrackState } from '../transfer/state.ts'
import { POLICY, type Action } from './table.ts'
import { byOf, tiesOf } from './ties.ts'

/** `unitId`: where a case is to be opened, and so under which post; any where it is left out. */
export type Target = Readonly<{ trackId?: string | null; onPaper?: boolean; unitId?: string }>
export type Answer = Readonly<{ is: 'never' }> | Readonly<{ is: 'not-now'; by: By }> | Readonly<{ is: 'yes'; by: By }>

/** `never`: the tie is missing; answered like a missing page. `not-now`: theirs to do, in another phase. `yes`: with the post that the policy matched. */
export function mayDo(
  actor: Actor,
  action: Action,
  state: OpenCase | null,
  { trackId = null, onPaper = false, unitId }: Target = {},
): Answer {
  const track = trackId === null ? null : state && Object.hasOwn(state.tracks, trackId) ? state.tracks[trackId] : undefined
  if (track === undefined) return { is: 'never' } // a track that is not of this case
  const row = POLICY[action]
  const who = onPaper ? (row.onPaper?.who ?? []) : row.who
  const held = tiesOf(actor, state, track).find(({ tie, seat }) => who.includes(tie) && (unitId ?? seat.unitId) === seat.unitId)
  if (!held) return { is: 'never' }
  const by = byOf(actor, held)
  if (isTime(action, state, track)) return { is: 'yes', by }
  return action.startsWith('Read') ? { is: 'never' } : { is: 'not-now', by } // what cannot be read yet does not exist
}

export const can = (actor: Actor, action: Action, state: OpenCase | null, target: Target = {}): By | null => {
  const answer = mayDo(actor, action, state, target)
  return answer.is === 'yes' ? answer.by : null
}

function isTime(action: Action, state: OpenCase | null, track: TrackState | null): boolean {
  const { when } = POLICY[action]
  if (when.case && (!state || !when.case.includes(stageOf(state, (track && roundOfTrack(state, track.trackId)) ?? roundOf(state)).phase)))
    return false
  if (when.track && (!track || !when.track.includes(track.phase))) return false
  return true
}
