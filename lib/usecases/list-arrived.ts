/** What came to a body, in the order it came. Each list asks with that part of the scope that it is about, so that none shows another's rows. */
import { scopesOf, type TrackScope } from '#lib/domain/policy/scope'
import { sitsIn } from '#lib/domain/policy/seats'
import type { Actor, Instant } from '#lib/domain/result'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { Reader, Page } from '#lib/ports/case-store'
import { afterTrack } from '#lib/ports/pages'
import { TRANSFER_TABS, WATCH_TABS, type TransfersQuery } from '#lib/schemas/work'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { TrackRow } from '#lib/views/rows'
import { shownOf, type Shown } from './pages.ts'
import { COUNT_CAP, worklistOf } from './worklist.ts'

export type ArrivedTab = NonNullable<TransfersQuery['tab']>
type Tab = ArrivedTab
const phasesOf = (tab: Tab): readonly TrackPhase[] => (tab === 'refused' ? REFUSED : trackPhasesThat((row) => row.tab === tab))
/** A refusal stands, or its supervision goes on (docs/handbook.md §3.2 ST-D1 to ST-D6). */
const REFUSED: readonly TrackPhase[] = ['not-filed', 'reconsidering', 'upheld', 'in-supervision', 'ordered', 'reasons-accepted']
/** The body has not decided in time. */
const LATE = { side: 'waiting', code: 'examine' } as const
/** Of the procuratorate, over the police whose letters are copied to it (docs/handbook.md §2.2 R12). */
const watches = ({ seats }: Actor): boolean =>
  seats.some(({ unitKind, post }) => unitKind === 'procuratorate' && (post === 'supervisor' || post === 'approver'))

/** A letter in a list. `title` and what stands beside it are empty where it was taken back. */
export type Arrived = Pick<TrackRow, 'trackId' | 'caseId' | 'bureauId' | 'recipientId' | 'letterNo' | 'title' | 'phase' | 'fileCount'> &
  Readonly<{ arrivedAt: string }>

/** `now`: what is overdue hangs on it. */
export function arrivedFor(read: Reader, actor: Actor, now: Instant) {
  const { tracks } = scopesOf(actor)
  const late = worklistOf(read, actor, now)
  const filterOf = (tab: Tab) => {
    const phases = phasesOf(tab)
    return phases.length > 0 ? { phases } : {} // passed on, copied: in any phase
  }
  const receives = tracks.recipientUnits.length + tracks.handlerUnits.length > 0
  return {
    /** What can ever be in it for this person: a prosecutor for supervision is only copied to. */
    tabs: [...(watches(actor) ? WATCH_TABS : []), ...(receives ? TRANSFER_TABS : (['copied'] as const))] as unknown as readonly [
      Tab,
      ...Tab[],
    ], // safe: never none
    count: async (tab: Tab): Promise<number> =>
      tab === 'overdue' ? (await late.countColours(LATE)).red : read.countTracks(scopeOf(tracks, tab), filterOf(tab), COUNT_CAP),
    list: async (tab: Tab, page: Page): Promise<Shown<Arrived>> => {
      if (tab === 'overdue') {
        const { rows, next } = await late.list(LATE, 'red', page)
        const found = await Promise.all(rows.map(({ trackId }) => read.readTrackRow(trackId)))
        return { rows: found.flatMap((row) => (row ? [arrivedOf(row, tab, actor)] : [])), next }
      }
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
  return tab === 'copied' || tab === 'refused' ? { ...nobody, copiedUnits } : { ...nobody, recipientUnits, handlerUnits }
}
