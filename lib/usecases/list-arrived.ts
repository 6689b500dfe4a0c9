/** What came to a body, in the order it came. Each list asks with that part of the scope that it is about, so that none shows another's rows. */
import { scopesOf, type TrackScope } from '#lib/domain/policy/scope'
import type { Actor } from '#lib/domain/result'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { CaseReader, Page } from '#lib/ports/case-store'
import { afterTrack } from '#lib/ports/pages'
import { TRANSFER_TABS, type TransfersQuery } from '#lib/schemas/work'
import type { TrackRow } from '#lib/views/rows'
import { shownOf, type Shown } from './pages.ts'
import { COUNT_CAP } from './worklist.ts'

export type ArrivedTab = NonNullable<TransfersQuery['tab']>
type Tab = ArrivedTab
const PHASES: Readonly<Record<Tab, readonly TrackPhase[] | null>> = {
  pending: ['sent'],
  examining: ['received', 'supplementing', 'examining'],
  decided: ['filed', 'not-filed', 'returned', 'withdrawn'],
  passed: null,
  copied: null,
}

export function arrivedFor(read: CaseReader, actor: Actor) {
  const { tracks } = scopesOf(actor)
  const filterOf = (tab: Tab) => {
    const phases = PHASES[tab]
    return phases ? { phases } : {}
  }
  const receives = tracks.recipientUnits.length + tracks.handlerUnits.length > 0
  return {
    /** What can ever be in it for this person: a prosecutor for supervision is only copied to. */
    tabs: receives ? TRANSFER_TABS : (['copied'] as const),
    count: (tab: Tab): Promise<number> => read.countTracks(scopeOf(tracks, tab), filterOf(tab), COUNT_CAP),
    list: (tab: Tab, page: Page): Promise<Shown<TrackRow>> =>
      shownOf((asked) => read.listTracks(scopeOf(tracks, tab), filterOf(tab), asked), page, afterTrack),
  }
}

function scopeOf({ personId, recipientUnits, handlerUnits, formerUnits, copiedUnits }: TrackScope, tab: Tab): TrackScope {
  const nobody: TrackScope = { personId, recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: [] }
  if (tab === 'passed') return { ...nobody, formerUnits }
  return tab === 'copied' ? { ...nobody, copiedUnits } : { ...nobody, recipientUnits, handlerUnits }
}
