import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { Tabs } from '#app/_ui/tabs'
import type { Messages } from '#lib/i18n/messages'
import type { Done } from '#lib/server/forms'
import { DoneBanner } from '../../../_form/form-messages.tsx'

type Part = 'units' | 'people'

/** Head of every page of administration: where this is, its two parts, what was just done. */
export function AdminHead({
  t,
  part,
  title,
  here,
  done = null,
  end,
}: {
  t: Messages
  part: Part
  title?: string
  here: string
  done?: Done | null
  end?: ReactNode
}) {
  const label = t.admin[part]
  return (
    <>
      {title !== undefined && (
        <Breadcrumb
          label={t.nav.where}
          items={[{ href: '/admin', label: t.admin.title }, { href: `/admin/${part}`, label }, { label: title }]}
        />
      )}
      <div className="head">
        <h1>{title ?? label}</h1>
        {end && <span className="end">{end}</span>}
      </div>
      <DoneBanner t={t} done={done} here={here} />
      {title === undefined && (
        <Tabs
          label={t.admin.parts}
          items={(['people', 'units'] as const).map((one) => ({ href: `/admin/${one}`, label: t.admin[one], current: one === part }))}
        />
      )}
    </>
  )
}
