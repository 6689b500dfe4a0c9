import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { Tabs } from '#app/_ui/tabs'
import type { Messages } from '#lib/i18n/messages'
import type { Done } from '#lib/server/forms/forms'
import type { Administrator } from './administrator.ts'
import { DoneBanner } from '#app/_form/form-messages.tsx'

type Part = 'units' | 'people' | 'operation' | 'access'

/** Head of every page of administration: where this is, its parts, what was just done. */
export function AdminHead({
  t,
  part,
  title,
  current,
  done = null,
  end,
  me,
}: {
  t: Messages
  me: Pick<Administrator, 'may'>
  part: Part
  title?: string
  current: string
  done?: Done | null
  end?: ReactNode
}) {
  const audits = me.may('ReadAccessLog')
  const label = part === 'operation' ? t.operation.title : part === 'access' ? t.access.title : t.admin[part]
  return (
    <>
      {title !== undefined && (
        <Breadcrumb
          label={t.nav.where}
          items={[{ href: '/admin/people', label: t.admin.title }, { href: `/admin/${part}`, label }, { label: title }]}
        />
      )}
      <div className="head">
        <h1>{title ?? label}</h1>
        {end && <span className="end">{end}</span>}
      </div>
      <DoneBanner t={t} done={done} address={current} />
      {title === undefined && (
        <Tabs
          label={t.admin.parts}
          items={[
            ...(['people', 'units'] as const).map((one) => ({ href: `/admin/${one}`, label: t.admin[one], current: one === part })),
            { href: '/admin', label: t.operation.tab, current: part === 'operation' },
            ...(audits ? [{ href: '/admin/access', label: t.access.title, current: part === 'access' }] : []),
          ]}
        />
      )}
    </>
  )
}
