/** The letter of a stage after the decision, for both sides: from what was sealed when it went out. */
import { stageRow } from '#lib/domain/procedure/stages'
import { isDecided, isOpened, type Opened } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import type { ReadableTrack } from '../_track/facts.tsx'
import { PaperBody } from './paper.tsx'

/** Null where this reader is given no such letter. */
export function letterOfStage(track: ReadableTrack, seq: string): Opened | null {
  const found = 'proceedings' in track ? track.proceedings?.filter(isOpened).find((one) => String(one.seq) === seq) : undefined
  return found && found.no !== '' && stageRow(found.stage).paper ? found : null
}

/** A track may have several of one kind: each goes by its number. */
export const titleOfStage = (t: Messages, { stage, no }: Opened): string => `${t.stage.begun[stage]} ${no}`

type Given = Readonly<{ track: ReadableTrack; opened: Opened; person: (id: string) => string }>
export function StagePaper({ track, opened, person }: Given) {
  const id = stageRow(opened.stage).paper
  if (!id) return null
  const { snapshot } = track
  const decision = isDecided(track) ? (track.decisions.find(({ seq }) => seq === opened.about) ?? null) : null
  const { by, answer } = opened
  const taker = answer ? (answer.onPaper?.actedBy ?? person(answer.by.personId)) : ''
  const paper =
    id === 'hand-over'
      ? PAPERS[id]({ snapshot, opened, giver: person(by.personId), taker }, PAPER_WORDS)
      : PAPERS[id]({ snapshot, opened, decision }, PAPER_WORDS)
  return <PaperBody paper={paper} />
}
