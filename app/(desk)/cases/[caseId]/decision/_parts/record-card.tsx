import { caseStream } from '#lib/domain/stream'
import { Card } from '#app/_ui/card'
import { Timeline } from '#app/_ui/timeline'
import { formatInstant } from '#lib/i18n/dates'
import { describeEntry } from '#lib/i18n/timeline'
import type { EventType } from '#lib/views/events'
import type { CasePage } from '#app/(desk)/cases/_case/open'

const TYPES: readonly EventType[] = [
  'ReportSubmitted',
  'OpinionGiven',
  'TransferApproved',
  'TransferRefused',
  'ReportReturned',
  'ReportWithdrawn',
]

/** Every submission, opinion and decision on this case, newest first, with the words of the day; for readers of the inner volume (D13). */
export async function RecordCard({ page: { me, t, state, names, may } }: { page: CasePage }) {
  if (may('ReadInner').is !== 'yes') return null
  const entries = await me.read.listEntries(caseStream(state.caseId), { types: TYPES })
  if (entries.length === 0) return null
  const rows = entries.map((entry) => {
    const { title, detail, quote, important = false } = describeEntry(t, entry, names, me.lang)
    return {
      key: String(entry.seq),
      title,
      detail,
      quote,
      important,
      by: names.person(entry.personId),
      time: formatInstant(entry.happenedAt, me.lang),
      instant: entry.happenedAt,
    }
  })
  return (
    <Card title={t.decision.record}>
      <Timeline days={[{ key: 'all', entries: rows }]} />
    </Card>
  )
}
