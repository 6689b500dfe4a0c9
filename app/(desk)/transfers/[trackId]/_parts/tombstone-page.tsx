import { Breadcrumb } from '#app/_ui/breadcrumb'
import { Card } from '#app/_ui/card'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { formatInstant } from '#lib/i18n/dates'
import { trackStatus } from '../../../cases/_case/status.ts'
import type { TombstoneData } from '../../_track/tombstone.ts'

/** Number, sent, withdrawn when and by which unit. Not why: a reason may name people. */
export function TombstonePage({ stone: { me, t, letterNo, sentAt, withdrawnAt, unit } }: { stone: TombstoneData }) {
  const { kind, word } = trackStatus(t, 'withdrawn')
  const when = formatInstant(withdrawnAt, me.lang)
  return (
    <>
      <Breadcrumb label={t.nav.where} items={[{ href: '/transfers', label: t.nav.transfers }, { label: letterNo }]} />
      <div className="head">
        <h1 className="nw">{letterNo}</h1>
        <Tag kind={kind}>{word}</Tag>
      </div>
      <Card title={t.recv.takenBack}>
        <div className="stack">
          <p>{t.recv.takenBackBy(unit, when)}</p>
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
