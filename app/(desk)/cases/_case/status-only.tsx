/** What a superior bureau or an overseer sees without a grant: where the case stands and by when, nothing of what is in it. */
import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { isDecided, isReceived, isSent, decisionOf } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import { Tags } from '#app/(desk)/_parts/tags.tsx'
import type { StatusPage } from './open.ts'
import { caseStatuses, trackStatus } from '#app/(desk)/_parts/status'

export function StatusOnly({ page: { me, t, state, names } }: { page: StatusPage }) {
  const at = (instant: string | undefined): string => (instant ? formatInstant(instant, me.lang) : t.list.none)
  return (
    <div className="stack">
      <p className="sec">{t.casePage.statusOnly}</p>
      <Card title={t.cover.statusTitle}>
        <SummaryList
          items={[
            { key: 'unit', label: t.cover.unit, value: names.of(state.bureau) },
            { key: 'phase', label: t.caseList.status, value: <Tags statuses={caseStatuses(t, state, names.of)} /> },
            { key: 'registered', label: t.cover.registered, value: at(state.registeredAt) },
            { key: 'last', label: t.caseList.lastAt, value: at(state.lastAt) },
          ]}
          two
        />
      </Card>
      <Card title={t.cover.onRoad} flush>
        <DataTable
          caption={t.cover.onRoad}
          rows={Object.values(state.tracks)}
          rowKey={({ trackId }) => trackId}
          empty={t.cover.noTracks}
          columns={[
            { key: 'body', label: t.cover.body, head: true, cell: ({ to }) => names.of(to) },
            {
              key: 'phase',
              label: t.caseList.status,
              card: t.caseList.status,
              cell: ({ phase }) => <Tag kind={trackStatus(t, phase).kind}>{trackStatus(t, phase).word}</Tag>,
            },
            { key: 'sent', label: t.cover.sentAt, card: t.cover.sentAt, cell: (track) => at(isSent(track) ? track.sent.at : undefined) },
            {
              key: 'received',
              label: t.cover.receivedAt,
              card: t.cover.receivedAt,
              cell: (track) => at(isReceived(track) ? track.receipt.at : undefined),
            },
            {
              key: 'decided',
              label: t.cover.decidedAt,
              card: t.cover.decidedAt,
              cell: (track) => at(isDecided(track) ? decisionOf(track).at : undefined),
            },
          ]}
        />
      </Card>
    </div>
  )
}
