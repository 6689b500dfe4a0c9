/** What the portal ought to answer, by the table that was written by hand from the words (lib/domain/policy/second-table.ts), never by the policy that it judges. */
import type { OpenCase } from '#lib/domain/case/state'
import { SECOND_TABLE, secondAnswer } from '#lib/domain/policy/second-table'
import { tiesOf } from '#lib/domain/policy/ties'
import { stageOf } from '#lib/domain/procedure/case-phases'
import type { Actor } from '#lib/domain/result'

type Target = Readonly<{ trackId?: string | null; onPaper?: boolean }>

export const isAct = (name: string): boolean => Object.hasOwn(SECOND_TABLE, name)

export function ought(
  actor: Actor,
  act: string,
  state: OpenCase | null,
  { trackId = null, onPaper = false }: Target = {},
): 'yes' | 'not-now' | 'never' {
  const track = trackId === null ? null : state && Object.hasOwn(state.tracks, trackId) ? state.tracks[trackId] : undefined
  if (track === undefined) return 'never'
  const ties = tiesOf(actor, state, track).map(({ tie }) => tie)
  return secondAnswer(act, { ties, casePhase: state && stageOf(state).phase, trackPhase: track?.phase ?? null, onPaper })
}
export const oughtNow = (...asked: Parameters<typeof ought>): boolean => ought(...asked) === 'yes'
