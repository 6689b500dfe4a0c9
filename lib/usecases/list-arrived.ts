/** What came to a body, in the order it came. Each list asks with that part of the scope that it is about, so that none shows another's rows. */
import { scopesOf, type TrackScope } from '#lib/domain/policy/scope'
import type { Actor } from '#lib/domain/result'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { CaseReader, Page } from '#lib/ports/case-store'
import { afterTrack } from '#lib/ports/pages'
import { TRANSFER_TABS, type TransfersQuery } from '#lib/schemas/work'
import { isSent, sentFiles, type TrackPhase, type TrackState } from '#lib/domain/transfer/state'
import type { TrackRow } from '#lib/views/rows'
import { formerPart } from '#lib/views/sealed-case'
import { shownOf, type Shown } from './pages.ts'
import { COUNT_CAP } from './worklist.ts'

export type ArrivedTab = NonNullable<TransfersQuery['tab']>
type Tab = ArrivedTab
const phasesOf = (tab: Tab): readonly TrackPhase[] => trackPhasesThat((row) => row.tab === tab)

/** A letter in a list. `title` and what stands beside it are empty where it was taken back. */
export type Arrived = Pick<TrackRow, 'trackId' | 'caseId' | 'bureauId' | 'recipientId' | 'letterNo' | 'title' | 'phase' | 'fileCount'> &
  Readonly<{ arrivedAt: string }>

export function arrivedFor(read: CaseReader, actor: Actor) {
  const { tracks } = scopesOf(actor)
  const filterOf = (tab: Tab) => {
    const phases = phasesOf(tab)
    return phases.length > 0 ? { phases } : {} // passed on, copied: in any phase
  }
  const receives = tracks.recipientUnits.length + tracks.handlerUnits.length > 0
  return {
    /** What can ever be in it for this person: a prosecutor for supervision is only copied to. */
    tabs: receives ? TRANSFER_TABS : (['copied'] as const),
    count: (tab: Tab): Promise<number> => read.countTracks(scopeOf(tracks, tab), filterOf(tab), COUNT_CAP),
    list: async (tab: Tab, page: Page): Promise<Shown<Arrived>> => {
      const { rows, next } = await shownOf((asked) => read.listTracks(scopeOf(tracks, tab), filterOf(tab), asked), page, afterTrack)
      return { rows: rows.map((row) => arrivedOf(row, tab, actor)), next }
    },
  }
}

function arrivedOf(row: TrackRow, tab: Tab, actor: Actor): Arrived {
  const { trackId, caseId, bureauId, recipientId, letterNo, title, phase, fileCount, sentAt } = row
  const arrived = { trackId, caseId, bureauId, recipientId, letterNo, title, phase, fileCount, arrivedAt: sentAt }
  const track = phase === 'withdrawn' ? null : (JSON.parse(row.sheet) as TrackState) // safe: written by lib/views/case-views.ts; one taken back has no sheet
  if (!track || !isSent(track) || track.phase === 'withdrawn') return arrived
  // What came after it was passed on is no word to the one before.
  if (tab === 'passed') return { ...arrived, phase: 'sent', recipientId: '', fileCount: sentFiles(formerPart(track, actor).track).length }
  return { ...arrived, arrivedAt: track.legs.at(-1)?.passedOn.at ?? track.sent.at }
}

function scopeOf({ personId, recipientUnits, handlerUnits, formerUnits, copiedUnits }: TrackScope, tab: Tab): TrackScope {
  const nobody: TrackScope = { personId, recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: [] }
  if (tab === 'passed') return { ...nobody, formerUnits }
  return tab === 'copied' ? { ...nobody, copiedUnits } : { ...nobody, recipientUnits, handlerUnits }
}
