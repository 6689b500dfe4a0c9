/** Which acts of a body that works on paper can be recorded next on a track (D23): those that the policy allows in its phase. */
import type { TrackState } from '#lib/domain/transfer/state'
import { isOwnPaperAct, PAPER_ACTS, paperDeed, type PaperAct } from '#lib/schemas/transfer'
import { faultOf } from '#app/(desk)/_reason/places'
import type { CasePage } from '../_case/open.ts'

export const paperActs = ({ may, me }: Pick<CasePage, 'may' | 'me'>, track: TrackState): PaperAct[] =>
  PAPER_ACTS.filter((act) => may(paperDeed(act), track.trackId, true).is === 'yes' && (isOwnPaperAct(act) || !faultOf(act, track, me.now)))
/** Theirs to record, though not one of them now. */
export const recordsPaper = ({ may }: Pick<CasePage, 'may'>, { trackId }: TrackState): boolean =>
  PAPER_ACTS.some((act) => may(paperDeed(act), trackId, true).is !== 'never')
