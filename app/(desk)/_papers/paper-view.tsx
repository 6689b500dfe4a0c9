/** A paper on screen and on paper: the way up, how to print it, and the sheet itself. */
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { LinkButton } from '#app/_ui/button'
import { PrintSheet } from '#app/_ui/print-sheet'
import { formatInstant } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { SignedIn } from '#lib/server/session/signed-in'

type Link = Readonly<{ href: string; label: string }>

export function PaperView({
  me,
  t,
  title,
  number,
  crumbs,
  back,
  children,
}: {
  me: SignedIn
  t: Messages
  title: string
  number: string
  crumbs: readonly Readonly<{ href?: string; label: string }>[]
  back: Link
  children: ReactNode
}) {
  return (
    <>
      <Breadcrumb label={t.nav.where} items={crumbs} />
      <div className="head no-print">
        <h1>{title}</h1>
        <span className="sec">{t.track.toPrint}</span>
        <span className="end">
          <LinkButton href={back.href}>{back.label}</LinkButton>
        </span>
      </div>
      <PrintSheet number={number} by={t.print.by(me.person.name, formatInstant(me.now, me.lang))} paper>
        {children}
      </PrintSheet>
    </>
  )
}
