/** Which acts of a body that works on paper can be recorded next on a track (D23): those that the policy allows in its phase. */
import type { TrackState } from '#lib/domain/transfer/state'
import { PAPER_ACTS, PAPER_DEEDS, type PaperAct } from '#lib/schemas/transfer'
import type { CasePage } from '../_case/open.ts'

export const paperActs = ({ may }: Pick<CasePage, 'may'>, { trackId }: TrackState): PaperAct[] =>
  PAPER_ACTS.filter((act) => may(PAPER_DEEDS[act], trackId, true).is === 'yes')
/** Theirs to record, though not one of them now. */
export const recordsPaper = ({ may }: Pick<CasePage, 'may'>, { trackId }: TrackState): boolean =>
  PAPER_ACTS.some((act) => may(PAPER_DEEDS[act], trackId, true).is !== 'never')
