/** Around every page of a transfer on the receiving side: the way up, which letter from whom, where it stands. `heading` is false where the page has its own h1. */
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { CopyButton } from '#app/_ui/copy-button'
import { IdentityBar } from '#app/_ui/identity-bar'
import { Tag } from '#app/_ui/tag'
import { trackStatus } from '#app/(desk)/_parts/status'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function TransferFrame({
  page,
  current,
  nextStep,
  children,
}: {
  page: TransferPage
  /** The name of a page below this one. */ current?: string
  nextStep?: ReactNode
  children: ReactNode
}) {
  const { me, t, track, view, at } = page
  const { letterNo, title, from } = track.snapshot
  const status = view === 'former' ? ({ kind: 'rest', word: t.status.redirected } as const) : trackStatus(t, track.phase)
  const crumbs = [
    { href: '/transfers', label: t.nav.transfers },
    current ? { href: at, label: letterNo } : { label: letterNo },
    ...(current ? [{ label: current }] : []),
  ]
  return (
    <div className="has-idbar">
      <Breadcrumb label={t.nav.where} items={crumbs} />
      <IdentityBar
        label={t.receiving.identity}
        heading={!current}
        title={title}
        number={
          <>
            <b className="nw">{letterNo}</b>
            <CopyButton text={letterNo} label={t.form.copy(t.track.letterNo)} copied={t.form.copied} />
          </>
        }
        tags={
          <>
            <Tag kind={status.kind}>{status.word}</Tag>
            <span className="sec">{page.names.of(from)}</span>
          </>
        }
      />
      {nextStep}
      <div className="below">{children}</div>
      <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </div>
  )
}
