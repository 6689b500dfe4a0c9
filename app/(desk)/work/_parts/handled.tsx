import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import type { TrackPhase } from '#lib/domain/transfer/state'
import { formatInstantShort } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { formatFen } from '#lib/i18n/numbers'
import { describeEntry } from '#lib/i18n/timeline'
import type { SignedIn } from '#lib/server/session/signed-in'
import { readNames } from '#lib/usecases/directory'
import { listActed, listEnded, listEndedTracks, type Acted } from '#lib/usecases/list-handled'
import { statusesOf, trackStatus } from '#app/(desk)/_parts/status'
import type { CaseStatus } from '#lib/views/case-status'
import { fundsText } from './funds.ts'
import { Tags } from '#app/(desk)/_parts/tags.tsx'
import { WorkPager } from './pager.tsx'
import type { Wanted } from './query.ts'
import { rowHref } from './where.ts'

type Given = Readonly<{ me: SignedIn; t: Messages; wanted: Wanted }>
type Names = Awaited<ReturnType<typeof readNames>>

/** 已办: the last thing I did in each case. */
export async function Handled({ me, t, wanted }: Given) {
  const [{ rows, next }, names] = await Promise.all([listActed(me.read, me.actor, wanted), readNames(me.read, me.lang === 'en')])
  return (
    <DataTable
      caption={t.worklist.captionDone}
      rows={rows}
      rowKey={({ caseId, seq }) => `${caseId}/${seq}`}
      empty={t.work.emptyDone}
      pager={<WorkPager {...{ wanted, next, t }} />}
      columns={[
        {
          key: 'when',
          label: t.worklist.when,
          nowrap: true,
          cell: ({ happenedAt }) => <time dateTime={happenedAt}>{formatInstantShort(happenedAt, me.now, me.lang)}</time>,
        },
        { key: 'did', label: t.worklist.did, cell: (row) => <Did row={row} names={names} me={me} t={t} /> },
        {
          key: 'case',
          label: t.worklist.case,
          head: true,
          cell: (row) => <CaseCell t={t} names={names} href={rowHref(row)} row={row} asRecipient={row.asRecipient === 1} />,
        },
      ]}
    />
  )
}

function Did({ row, names, me, t }: { row: Acted; names: Names; me: SignedIn; t: Messages }) {
  const { title, ...description } = describeEntry(t, row, names, me.lang)
  const detail = isTombstone(row.phase, row.asRecipient === 1) ? undefined : description.detail
  return (
    <>
      {title}
      {detail && <small>{detail}</small>}
    </>
  )
}

function CaseCell({
  t,
  names,
  href,
  row,
  asRecipient,
}: {
  t: Messages
  names: Names
  href: string
  row: Readonly<{ caseNo: string; title: string | null; phase: string; trackId?: string; status?: CaseStatus | null }>
  asRecipient: boolean
}) {
  const statuses = row.status ? statusesOf(t, row.status, row.trackId ?? '', names.of) : [receivedStatus(t, row.phase)]
  return (
    <>
      <Link className="nw" href={href}>
        {row.caseNo}
      </Link>{' '}
      <Tags statuses={statuses} />
      {!isTombstone(row.phase, asRecipient) && <small>{row.title ?? t.casePage.statusOnly}</small>}
    </>
  )
}

/** A letter that was taken back: a number and its state, no title (lib/usecases/list-handled.ts). */
const isTombstone = (phase: string, asRecipient: boolean): boolean => asRecipient && phase === 'withdrawn'
const receivedStatus = (t: Messages, phase: string) =>
  phase === '' ? ({ kind: 'rest', word: t.status.redirected } as const) : trackStatus(t, phase as TrackPhase) // safe: a receiver's row says the track's

/** 办结: cases of one's own house, and tracks that came to it. Most people have one of the two. */
export async function Ended({ me, t, wanted }: Given) {
  const [cases, tracks, names] = await Promise.all([
    listEnded(me.read, me.actor, wanted),
    listEndedTracks(me.read, me.actor, { after: wanted.afterTrack, size: wanted.size }),
    readNames(me.read, me.lang === 'en'),
  ])
  const amount = {
    key: 'amount',
    label: t.worklist.amount,
    card: t.worklist.amount,
    num: true,
    cell: (row: { amountFen: number }) => (row.amountFen > 0 ? formatFen(row.amountFen) : t.list.none),
  }
  const funds = {
    key: 'funds',
    label: t.worklist.fund,
    card: t.worklist.fund,
    cell: (row: { funds: string }) => fundsText(row.funds, me.lang) || t.list.none,
  }
  const when = (at: string) => (at === '' ? t.list.none : formatInstantShort(at, me.now, me.lang))
  return (
    <div className="stack">
      {(cases.rows.length > 0 || tracks.rows.length === 0) && (
        <DataTable
          caption={t.worklist.captionClosed}
          rows={cases.rows}
          rowKey={(row) => row.caseId}
          empty={t.work.emptyClosed}
          pager={<WorkPager {...{ wanted, next: cases.next, t }} />}
          columns={[
            {
              key: 'case',
              label: t.worklist.case,
              head: true,
              cell: (row) => <CaseCell t={t} names={names} href={`/cases/${row.caseId}`} row={row} asRecipient={false} />,
            },
            funds,
            amount,
            { key: 'last', label: t.worklist.lastAt, card: t.worklist.lastAt, nowrap: true, cell: (row) => when(row.lastAt) },
          ]}
        />
      )}
      {tracks.rows.length > 0 && (
        <DataTable
          caption={t.worklist.captionClosedTracks}
          rows={tracks.rows}
          rowKey={(row) => row.trackId}
          empty={t.work.emptyClosed}
          pager={<WorkPager {...{ wanted, next: tracks.next, t }} by="afterTrack" />}
          columns={[
            {
              key: 'case',
              label: t.worklist.case,
              head: true,
              cell: (row) => <CaseCell t={t} names={names} href={`/transfers/${row.trackId}`} row={row} asRecipient />,
            },
            { key: 'letter', label: t.worklist.letterNo, card: t.worklist.letterNo, cell: (row) => row.letterNo || t.list.none },
            { key: 'from', label: t.worklist.counterpart, card: t.worklist.counterpart, cell: (row) => names.unit(row.bureauId) },
            funds,
            amount,
            { key: 'sent', label: t.worklist.sentAt, card: t.worklist.sentAt, nowrap: true, cell: (row) => when(row.sentAt) },
          ]}
        />
      )}
    </div>
  )
}
