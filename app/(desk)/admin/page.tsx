import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { formatInstant, type Lang } from '#lib/i18n/dates'
import { faultCodeOf } from '#lib/i18n/fault'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { formatCount, formatSize } from '#lib/i18n/numbers'
import { currentContainer } from '#lib/server/boot/current-container'
import { readOperation, type Operation } from '#lib/server/boot/operation'
import { AdminHead } from './_parts/admin-head.tsx'
import { administrator } from './_parts/administrator.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await administrator()).lang)
  return { title: t.app.title(t.operation.title) }
}

/** The operator's first screen. Names jobs and times, and nothing of any case. */
export default async function OperationPage() {
  const me = await administrator()
  const { lang } = me
  const t = messagesOf(lang)
  const operation = await readOperation(currentContainer())
  const [first] = operation.jobs
  return (
    <div className="stack">
      <AdminHead me={me} t={t} part="operation" current="/admin" />
      {first && operation.standing === 'late' ? (
        <Banner kind="bad" title={t.operation.late(t.operation.job[first.name])} />
      ) : (
        <p className="sec">{operation.standing === 'well' ? t.operation.allWell : t.operation.notYet}</p>
      )}
      <State operation={operation} t={t} lang={lang} />
      <Jobs operation={operation} t={t} lang={lang} />
    </div>
  )
}

type Shown = { operation: Operation; t: Messages; lang: Lang }
function State({ operation: { backup, verified, disk }, t, lang }: Shown) {
  const { operation: o } = t
  const isLow = disk !== null && disk.freeBytes * 10 < disk.totalBytes
  return (
    <Card title={o.state}>
      <SummaryList
        items={[
          {
            key: 'backup',
            label: o.backup,
            value: backup ? o.backedUp(formatInstant(backup.at, lang), formatCount(Number(backup.value))) : o.neverBackedUp,
          },
          {
            key: 'verified',
            label: o.verified,
            value: !verified ? (
              o.neverVerified
            ) : verified.value === '0' ? (
              o.verifiedWhole(formatInstant(verified.at, lang))
            ) : (
              <Tag kind="bad">{o.verifiedDiffers(formatInstant(verified.at, lang), formatCount(Number(verified.value)))}</Tag>
            ),
          },
          {
            key: 'disk',
            label: o.disk,
            value: disk ? (
              <>
                {o.diskLeft(formatSize(disk.freeBytes), formatSize(disk.totalBytes))} {isLow && <Tag kind="bad">{o.diskLow}</Tag>}
              </>
            ) : (
              o.diskUnknown
            ),
          },
        ]}
      />
    </Card>
  )
}

function Jobs({ operation: { jobs }, t, lang }: Shown) {
  const { operation: o } = t
  const failureOf = (failure: string): string => (faultCodeOf(failure) ? o.because(failure) : o.byKind(failure))
  return (
    <Card title={o.jobs} flush>
      <DataTable
        caption={o.jobs}
        rows={jobs}
        rowKey={({ name }) => name}
        empty={o.never}
        columns={[
          {
            key: 'name',
            label: o.name,
            head: true,
            cell: ({ name, isLate }) => (
              <>
                {o.job[name]} {isLate && <Tag kind="bad">{o.lateTag}</Tag>}
              </>
            ),
          },
          { key: 'every', label: o.every, card: o.every, nowrap: true, cell: ({ everyMs }) => everyWords(everyMs, t) },
          {
            key: 'done',
            label: o.lastDone,
            card: o.lastDone,
            nowrap: true,
            cell: ({ row }) => (row?.doneAt ? formatInstant(row.doneAt, lang) : o.never),
          },
          {
            key: 'failed',
            label: o.lastFailed,
            card: o.lastFailed,
            cell: ({ row }) => (row?.failedAt ? o.failedBecause(formatInstant(row.failedAt, lang), failureOf(row.failure)) : o.never),
          },
        ]}
      />
    </Card>
  )
}
const everyWords = (everyMs: number, { operation }: Messages): string => {
  const minutes = Math.round(everyMs / 60_000)
  return minutes < 60 ? operation.everyMinutes(minutes) : operation.everyHours(Math.round(minutes / 60))
}
