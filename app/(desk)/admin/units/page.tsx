import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { messagesOf } from '#lib/i18n/messages'
import { AdminQuery } from '#lib/schemas/work'
import { doneOf } from '#lib/server/forms/forms'
import { listBodies } from '#lib/usecases/office/read-office'
import { AdminHead } from '../_parts/admin-head.tsx'
import { Finder, FoundPager } from '../_parts/found.tsx'
import { administrator } from '../_parts/administrator.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await administrator()).lang)
  return { title: t.app.title(t.admin.units) }
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const query = await searchParams
  const asked = AdminQuery.parse({ text: '', size: '20', after: null, ...query })
  const [units, { rows, next, count }] = await Promise.all([me.read.listUnits(), listBodies(me.read, asked)])
  const nameOf = (unitId: string): string => {
    const unit = units.find((row) => row.unitId === unitId)
    return unit ? (me.lang === 'en' && unit.nameEn) || unit.name : t.list.none
  }
  return (
    <div className="stack">
      <AdminHead
        me={me}
        t={t}
        part="units"
        current="/admin/units"
        done={doneOf(query)}
        end={
          me.may('RegisterUnit') && (
            <LinkButton kind="primary" href="/admin/units/register">
              {t.admin.registerUnit}
            </LinkButton>
          )
        }
      />
      <p className="sec">{t.admin.roles}</p>
      <div>
        <Finder t={t} asked={asked} label={t.admin.findUnits} />
        <DataTable
          caption={t.admin.unitsCaption}
          rows={rows}
          rowKey={({ unitId }) => unitId}
          empty={asked.text ? t.admin.foundNone : t.admin.unitsEmpty}
          pager={<FoundPager {...{ t, asked, count, next }} path="/admin/units" />}
          columns={[
            {
              key: 'name',
              label: t.admin.unitName,
              head: true,
              cell: ({ unitId }) => <Link href={`/admin/units/${unitId}`}>{nameOf(unitId)}</Link>,
            },
            {
              key: 'kind',
              label: t.admin.kind,
              card: t.admin.kind,
              cell: ({ kind, onPaper }) =>
                onPaper ? (
                  <>
                    {t.unitKind[kind]} <Tag>{t.admin.isOnPaper}</Tag>
                  </>
                ) : (
                  t.unitKind[kind]
                ),
            },
            { key: 'code', label: t.admin.code, card: t.admin.code, cell: ({ code }) => code },
            { key: 'division', label: t.admin.division, card: t.admin.division, cell: ({ division }) => division || t.list.none },
            { key: 'superior', label: t.admin.superior, card: t.admin.superior, cell: ({ superiorId }) => nameOf(superiorId) },
          ]}
        />
      </div>
    </div>
  )
}
