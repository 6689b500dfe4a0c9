import { Banner } from '#app/_ui/banner'
import { routeAnswer } from '#lib/usecases/suggest'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { kindWord } from '../_parts/words.ts'
import { chargesOf, type TrackFields } from './rows.ts'

/** Where the whole case calls for several bodies and the form has fewer tracks. */
export function Several({ page: { t, state, me }, tracks }: { page: CasePage; tracks: readonly TrackFields[] }) {
  const all = Object.keys(state.subjects)
  const kinds = routeAnswer(state, all, chargesOf(state, all), me.today)
    .tracks.filter((track) => track.default)
    .map((track) => kindWord(track.recipientKind, t))
  return (
    <div id="tracks">
      <h2>{t.write.tracks}</h2>
      <p className="sec">{t.write.tracksHint}</p>
      {kinds.length > 1 && tracks.length < kinds.length && <Banner kind="warn">{t.write.several(kinds.join(t.report.join))}</Banner>}
    </div>
  )
}
