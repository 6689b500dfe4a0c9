/** What came to a body, in the order it came. Each list asks with that part of the scope that it is about, so that none shows another's rows. */
import { scopesOf, type TrackScope } from '#lib/domain/policy/scope'
import { sitsIn } from '#lib/domain/policy/seats'
import type { Actor } from '#lib/domain/result'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { Reader, Page } from '#lib/ports/case-store'
import { afterTrack } from '#lib/ports/pages'
import { TRANSFER_TABS, type TransfersQuery } from '#lib/schemas/work'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { TrackRow } from '#lib/views/rows'
import { shownOf, type Shown } from './pages.ts'
import { COUNT_CAP } from './worklist.ts'

export type ArrivedTab = NonNullable<TransfersQuery['tab']>
type Tab = ArrivedTab
const phasesOf = (tab: Tab): readonly TrackPhase[] => trackPhasesThat((row) => row.tab === tab)

/** A letter in a list. `title` and what stands beside it are empty where it was taken back. */
export type Arrived = Pick<TrackRow, 'trackId' | 'caseId' | 'bureauId' | 'recipientId' | 'letterNo' | 'title' | 'phase' | 'fileCount'> &
  Readonly<{ arrivedAt: string }>

export function arrivedFor(read: Reader, actor: Actor) {
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
  const { trackId, caseId, bureauId, recipientId, letterNo, title, phase, fileCount, sentAt, arrivedAt } = row
  const arrived = { trackId, caseId, bureauId, recipientId, letterNo, title, phase, fileCount, arrivedAt }
  if (tab !== 'passed' || phase === 'withdrawn') return arrived
  // What came after it was passed on is no word to the one before.
  const had = Object.entries(JSON.parse(row.formerFiles) as Record<string, number>) // safe: written by lib/views/case-views.ts
  const files = Math.max(0, ...had.flatMap(([unitId, count]) => (sitsIn(actor, unitId) ? [count] : [])))
  return { ...arrived, arrivedAt: sentAt, phase: 'sent', recipientId: '', fileCount: files }
}

function scopeOf({ personId, recipientUnits, handlerUnits, formerUnits, copiedUnits }: TrackScope, tab: Tab): TrackScope {
  const nobody: TrackScope = { personId, recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: [] }
  if (tab === 'passed') return { ...nobody, formerUnits }
  return tab === 'copied' ? { ...nobody, copiedUnits } : { ...nobody, recipientUnits, handlerUnits }
}
