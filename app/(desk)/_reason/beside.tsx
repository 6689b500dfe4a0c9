/** What is read before an act of a later stage: the draft that is signed, or what the other side wrote. */
import { preparedText, proposalOf, openIn, reasonsOf, type StageTrack } from '#lib/domain/transfer/stage-faults'
import type { Opened } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import type { ReasonAct } from '#lib/schemas/reason-acts'

/** `seq`: of what is read, which the form brings back as it was read. */
export type Beside = Readonly<{ title: string; text: string; seq: number }>

export function besideOf(act: ReasonAct, track: StageTrack, t: Messages): Beside | null {
  if (act === 'AskReconsideration') return draft(preparedText('T20', track), t)
  if (act === 'AnswerReconsideration') return written(openIn(track, 'reconsideration'), t)
  if (act === 'ProposeSupervision') return draft(preparedText(proposalOf(track), track), t)
  if (act === 'AskReasons' || act === 'FileAsOrdered') return written(openIn(track, act === 'AskReasons' ? 'supervision' : 'order'), t)
  if (act === 'ExplainReasons') return written(openIn(track, 'reasons'), t)
  if (act === 'AcceptReasons' || act === 'OrderFiling') return explained(track, t)
  if (act === 'ConfirmHandOver') return listed(openIn(track, 'hand-over'), t)
  return null
}
/** What the police answered; before that, what the sender proposed. */
function explained(track: StageTrack, t: Messages): Beside | null {
  const one = openIn(track, 'supervision')
  return written((one && reasonsOf(track, one)?.answer) ?? one, t)
}
const listed = (one: Opened | null, t: Messages): Beside | null =>
  one && {
    title: t.stage.things,
    seq: one.seq,
    text: one.things
      .map(({ name, quantity, keptAt }) =>
        [t.stage.thing(name, quantity), keptAt && t.stage.keptAt(keptAt)].filter(Boolean).join(t.track.join),
      )
      .join('\n'),
  }
type Text = Readonly<{ text: string; seq: number }> | null
const draft = (one: Text, t: Messages): Beside | null => one && { title: t.stage.draft, text: one.text, seq: one.seq }
const written = (one: Text, t: Messages): Beside | null => one && { title: t.stage.seeBeside, text: one.text, seq: one.seq }

/** A draft that is written anew begins with what stands there. */
export const draftedOf = (act: ReasonAct, track: StageTrack): Readonly<Record<string, string>> =>
  act === 'PrepareReconsideration'
    ? { text: preparedText('T20', track)?.text ?? '' }
    : act === 'PrepareSupervision'
      ? { text: preparedText(proposalOf(track), track)?.text ?? '' }
      : {}
