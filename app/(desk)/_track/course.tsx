/** What came after the letter, one list a kind: earlier bodies, supplements asked for and sent, disputes of what was recorded from paper. */
import type { ReactNode } from 'react'
import { Tag } from '#app/_ui/tag'
import { isOpened, isReceived } from '#lib/domain/transfer/state'
import { formatInstant } from '#lib/i18n/dates'
import { Deed, type Reader, type ReadableTrack } from './facts.tsx'

export function Course({ track, reader }: { track: ReadableTrack; reader: Reader }) {
  const { t, lang, person, unit } = reader
  const when = (instant: string): string => formatInstant(instant, lang)
  const asks = isReceived(track) ? track.proceedings.filter((one) => !isOpened(one)) : []
  return (
    <>
      <Part title={t.track.forwardings}>
        {track.legs.map(({ from, receipt, passedOn }) => (
          <li key={passedOn.seq}>
            {t.track.forwarding(unit(from), receipt.receiptNo, when(receipt.at))}
            <Deed stamp={passedOn} reader={reader} text={passedOn.reason} />
          </li>
        ))}
      </Part>
      <Part title={t.track.asks}>
        {asks.map((ask) => (
          <li key={ask.seq}>
            <Deed stamp={ask} reader={reader} />{' '}
            <Tag kind={ask.answered ? 'ok' : 'warn'}>{ask.answered ? t.track.answered(when(ask.answered)) : t.track.unanswered}</Tag>
            <ol className="wanted">
              {ask.wanted.map((thing) => (
                <li key={thing}>{thing}</li>
              ))}
            </ol>
          </li>
        ))}
      </Part>
      <Part title={t.track.supplements}>
        {track.supplements.map((supplement) => (
          <li key={supplement.seq}>
            <b>{t.track.supplementAt(when(supplement.at), supplement.files.length)}</b> {person(supplement.by.personId)}
            {supplement.files.length > 0 && <p>{supplement.files.map(({ name }) => name).join(t.track.join)}</p>}
            {supplement.note && <blockquote className="quote">{supplement.note}</blockquote>}
          </li>
        ))}
      </Part>
      <Part title={t.track.disputes}>
        {track.disputes.map((dispute) => (
          <li key={dispute.seq}>
            <Deed stamp={dispute} reader={reader} text={dispute.reason} />
          </li>
        ))}
      </Part>
    </>
  )
}

export function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="card-body">
      <h3>{title}</h3>
      <ul className="acts">{children}</ul>
    </div>
  )
}
