import { Breadcrumb } from '#app/_ui/breadcrumb'
import { Card } from '#app/_ui/card'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { formatInstant } from '#lib/i18n/dates'
import { trackStatus } from '#app/(desk)/_parts/status'
import type { OpenedTombstone } from '#app/(desk)/transfers/_track/tombstone'

/** Number, sent, withdrawn when and by which unit. Not why: a reason may name people. */
export function TombstonePage({ stone: { me, t, letterNo, sentAt, withdrawnAt, unit } }: { stone: OpenedTombstone }) {
  const { kind, word } = trackStatus(t, 'withdrawn')
  const when = formatInstant(withdrawnAt, me.lang)
  return (
    <>
      <Breadcrumb label={t.nav.where} items={[{ href: '/transfers', label: t.nav.transfers }, { label: letterNo }]} />
      <div className="head">
        <h1 className="nw">{letterNo}</h1>
        <Tag kind={kind}>{word}</Tag>
      </div>
      <Card title={t.receiving.withdrawn}>
        <div className="stack">
          <p>{t.receiving.withdrawnBy(unit, when)}</p>
          <SummaryList
            items={[
              { key: 'sent', label: t.track.sentAt, value: formatInstant(sentAt, me.lang) },
              { key: 'withdrawn', label: t.track.withdrawn, value: t.track.byPerson(when, unit) },
            ]}
          />
        </div>
      </Card>
    </>
  )
}
