/** What has happened on this track, as its reader may know it. */
import { caseStream } from '#lib/domain/stream'
import type { TimelineEntry } from '#app/_ui/timeline'
import { formatInstant } from '#lib/i18n/dates'
import { describeEntry } from '#lib/i18n/timeline'
import { isForBodies } from '#lib/views/for-bodies'
import type { Entry } from '#lib/views/rows'
import type { TransferPage } from './open.ts'

export async function listDescribed(page: TransferPage): Promise<TimelineEntry[]> {
  const { me, state, track } = page
  const entries = (await me.read.listEntries(caseStream(state.caseId), { trackId: track.trackId })).filter((entry) => maySee(page, entry))
  return entries.map((entry) => described(page, entry, entries))
}

/** From this letter on: an earlier one, withdrawn, is not theirs. A copied body hears what it is told of (lib/views/events.ts), a former one nothing after it. */
function maySee({ me, track, view }: TransferPage, entry: Entry): boolean {
  if (entry.seq < track.sent.seq) return false
  if (entry.type === 'Urged')
    return isOurs(
      me.actor.seats.map(({ unitId }) => unitId),
      entry,
    )
  if (!isForBodies(entry, view === 'copied' ? 'copied' : 'body')) return false
  return view !== 'former' || entry.seq <= track.seq
}
/** A reminder inside the sender's own house is its own. */
function isOurs(units: readonly string[], { unitId, detail }: Entry): boolean {
  const { unitId: to }: { unitId?: string } = JSON.parse(detail) // safe: written by lib/views/timeline.ts
  return units.includes(unitId) || (to !== undefined && units.includes(to))
}

function described({ me, t, names }: TransferPage, entry: Entry, all: readonly Entry[]): TimelineEntry {
  const { title, detail, quote, important, about, paper } = describeEntry(t, entry, names, me.lang)
  const disputed = all.find(({ seq }) => seq === about)
  const notes = [
    detail,
    disputed && t.timeline.disputes(describeEntry(t, disputed, names, me.lang).title, formatInstant(disputed.happenedAt, me.lang)),
    paper && t.timeline.onPaperBy(paper.actedBy, paper.paperNo, formatInstant(entry.recordedAt, me.lang)),
  ].filter(Boolean)
  return {
    key: String(entry.seq),
    title,
    by: t.timeline.by(names.person(entry.personId), names.unit(entry.unitId)),
    time: formatInstant(entry.happenedAt, me.lang),
    instant: entry.happenedAt,
    detail: notes.length > 0 ? notes.join(me.lang === 'en' ? '. ' : '。') : undefined,
    quote,
    important: important ?? false,
  }
}
