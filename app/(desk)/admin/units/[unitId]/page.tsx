import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { SummaryList } from '#app/_ui/summary-list'
import { formatDay } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { doneOf } from '#lib/server/forms/forms'
import { readUnitFile } from '#lib/usecases/office/read-office'
import { AdminHead } from '#app/(desk)/admin/_parts/admin-head.tsx'
import { administrator } from '#app/(desk)/admin/_parts/administrator'
import { RecordDirectory, RecordUnit, RenameUnit } from './unit-forms.tsx'

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const file = await readUnitFile(me.read, (await params).unitId, me.now)
  return { title: t.app.title(file?.unit.name ?? t.errors.notFoundTitle) }
}

export default async function UnitPage({ params, searchParams }: Props) {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const file = await readUnitFile(me.read, (await params).unitId, me.now)
  if (!file) notFound()
  const { unit, names, entry, staff } = file
  const mayChange = me.may('RecordUnit') && unit.kind !== 'platform'
  const called = (row: { name: string; nameEn: string }): string => (me.lang === 'en' && row.nameEn) || row.name
  const superior = (await me.read.listUnits()).find(({ unitId }) => unitId === unit.superiorId)
  const people = await me.read.listPersons()
  const personName = (personId: string): string => people.find((row) => row.personId === personId)?.name ?? t.list.none
  return (
    <div className="stack">
      <AdminHead
        me={me}
        t={t}
        part="units"
        title={called(unit)}
        current={`/admin/units/${unit.unitId}`}
        done={doneOf(await searchParams)}
      />
      <div className={mayChange ? 'split' : undefined}>
        <div className="stack">
          <Card title={t.admin.facts}>
            <SummaryList
              two
              items={[
                { key: 'kind', label: t.admin.kind, value: t.unitKind[unit.kind] },
                { key: 'code', label: t.admin.code, value: unit.code },
                { key: 'division', label: t.admin.division, value: unit.division || t.list.none },
                { key: 'superior', label: t.admin.superior, value: superior ? called(superior) : t.list.none },
                { key: 'credit', label: t.admin.creditNo, value: unit.creditNo || t.list.none },
                { key: 'from', label: t.admin.since, value: formatDay(unit.from, me.lang) },
                ...(unit.onPaper ? [{ key: 'paper', label: t.admin.isOnPaper, value: t.admin.onPaper }] : []),
              ]}
            />
          </Card>
          <Card title={t.admin.names} flush>
            <DataTable
              caption={t.admin.names}
              rows={names}
              rowKey={({ seq }) => String(seq)}
              empty=""
              columns={[
                { key: 'name', label: t.admin.unitName, head: true, cell: ({ name }) => name },
                { key: 'en', label: t.admin.unitNameEn, card: t.admin.unitNameEn, cell: ({ nameEn }) => nameEn || t.list.none },
                { key: 'from', label: t.account.from, card: t.account.from, nowrap: true, cell: ({ from }) => formatDay(from, me.lang) },
                {
                  key: 'to',
                  label: t.account.to,
                  card: t.account.to,
                  nowrap: true,
                  cell: ({ to }) => (to ? formatDay(to, me.lang) : t.list.none),
                },
              ]}
            />
          </Card>
          <Card title={t.admin.staff} flush>
            <DataTable
              caption={t.admin.staff}
              rows={staff}
              rowKey={({ key }) => key}
              empty={t.admin.staffEmpty}
              columns={[
                {
                  key: 'name',
                  label: t.admin.name,
                  head: true,
                  cell: ({ person }) => <Link href={`/admin/people/${person.personId}`}>{person.name}</Link>,
                },
                { key: 'post', label: t.admin.post, card: t.admin.post, cell: ({ post }) => t.post[post] },
                { key: 'phone', label: t.admin.phone, card: t.admin.phone, cell: ({ person }) => person.phone || t.list.none },
              ]}
            />
          </Card>
          {unit.kind !== 'platform' && (
            <Card title={t.admin.directory}>
              {entry ? (
                <SummaryList
                  two
                  items={[
                    { key: 'division', label: t.admin.division, value: entry.division },
                    { key: 'phone', label: t.admin.dutyPhone, value: entry.dutyPhone || t.list.none },
                    { key: 'liaison', label: t.admin.liaison, value: personName(entry.liaisonId) },
                    { key: 'deputy', label: t.admin.deputy, value: personName(entry.deputyId) },
                  ]}
                />
              ) : (
                <p>{t.admin.notListed}</p>
              )}
            </Card>
          )}
        </div>
        {mayChange && (
          <div className="stack">
            <RenameUnit me={me} file={file} />
            <RecordUnit me={me} file={file} />
            <RecordDirectory me={me} file={file} />
          </div>
        )}
      </div>
    </div>
  )
}
