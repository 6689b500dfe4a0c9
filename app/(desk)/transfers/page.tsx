import { caseStream } from '#lib/domain/stream'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DataTable, Pager, type Column } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tabs } from '#app/_ui/tabs'
import { Tag } from '#app/_ui/tag'
import { formatInstantShort } from '#lib/i18n/dates'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { formatAtMost, formatCount } from '#lib/i18n/numbers'
import { PAGE_SIZES, TransfersQuery } from '#lib/schemas/work'
import { partsOf } from '#lib/server/session/home'
import { signedIn, visitor, type SignedIn } from '#lib/server/session/signed-in'
import { sitsIn } from '#lib/domain/policy/seats'
import { isReviewed } from '#lib/domain/transfer/stage-faults'
import { readNames } from '#lib/usecases/directory'
import { readTrackAs } from '#lib/usecases/read-case'
import { arrivedFor, type Arrived, type ArrivedTab as Tab } from '#lib/usecases/list-arrived'
import type { Shown } from '#lib/usecases/pages'
import { COUNT_CAP } from '#lib/usecases/worklist'
import type { Duty } from '#lib/views/rows'
import { trackStatus } from '../_parts/status.ts'
import type { Query } from '../_parts/props.ts'
import { DutyClock } from '../work/_parts/duty-clock.tsx'

type Props = { searchParams: Promise<Query> }
/** `said`: what the procuratorate has said of a refusal or a delay. */
type Row = Arrived & Readonly<{ from: string; to: string; duty: Duty | undefined; said: string }>

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.nav.transfers) }
}

/** What has arrived: to be signed for, under review, decided; what was passed on, and what was only copied to us. */
export default async function TransfersPage({ searchParams }: Props) {
  const me = await signedIn()
  if (!partsOf(me.actor).includes('transfers')) notFound()
  const t = messagesOf(me.lang)
  const arrived = arrivedFor(me.read, me.actor, me.now)
  const asked = TransfersQuery.parse({ tab: null, size: '20', after: null, ...(await searchParams) })
  const wanted = { ...asked, tab: arrived.tabs.find((tab) => tab === asked.tab) ?? arrived.tabs[0] }
  const watched = async (tab: 'refused' | 'overdue') => (arrived.tabs.includes(tab) ? arrived.count(tab) : 0)
  const [pending, examining, passed, copied, refused, overdue, shown] = await Promise.all([
    arrived.count('pending'),
    arrived.count('examining'),
    arrived.count('passed'),
    arrived.count('copied'),
    watched('refused'),
    watched('overdue'),
    arrived.list(wanted.tab, wanted),
  ])
  const counts = { pending, examining, decided: null, passed, copied, refused, overdue }
  const rows = await rowsOf(me, t, shown, wanted.tab)
  return (
    <>
      <div className="head">
        <h1>{t.nav.transfers}</h1>
      </div>
      <Tabs label={t.receiving.tabs} look="box" items={tabsOf(t, arrived.tabs, wanted.tab, counts)} />
      <DataTable
        caption={t.receiving.captions[wanted.tab]}
        columns={columnsOf(me, t, wanted.tab)}
        rows={rows}
        rowKey={({ trackId }) => trackId}
        empty={t.receiving.empty[wanted.tab]}
        pager={<Pages wanted={wanted} next={shown.next} t={t} />}
      />
    </>
  )
}

/** What was never passed on or copied has no tab. */
function tabsOf(t: Messages, mine: readonly Tab[], current: Tab, counts: Readonly<Record<Tab, number | null>>) {
  const tabs = mine.filter((tab) => (tab !== 'passed' && tab !== 'copied') || tab === current || (counts[tab] ?? 0) > 0)
  return tabs.map((tab) => {
    const n = counts[tab]
    return {
      href: `/transfers?tab=${tab}`,
      label: t.receiving[tab],
      current: tab === current,
      count: n === null ? undefined : formatAtMost(n, COUNT_CAP),
    }
  })
}

async function rowsOf(me: SignedIn, t: Messages, { rows }: Shown<Arrived>, tab: Tab): Promise<Row[]> {
  const { read, lang, actor } = me
  const names = await readNames(read, lang === 'en')
  const cases = [...new Set(rows.map(({ caseId }) => caseId))]
  const duties =
    tab === 'passed' || tab === 'copied' ? [] : (await Promise.all(cases.map((caseId) => read.listDutiesOf(caseStream(caseId))))).flat()
  const reviewed = isWatch(tab) ? await Promise.all(rows.map(({ trackId }) => readTrackAs(read, actor, trackId))) : []
  return rows.map((row, i) => {
    const owed = duties.filter(({ trackId }) => trackId === row.trackId)
    const track = reviewed[i]?.sealed.track
    return {
      ...row,
      from: names.unit(row.bureauId),
      to: names.unit(row.recipientId),
      // One's own turn first, then that of the body.
      duty: owed.find(({ unitId }) => isWatch(tab) && sitsIn(actor, unitId)) ?? owed.find(({ unitId }) => unitId === row.recipientId),
      said: track && isReviewed(track) ? t.stage.begun.reviewed : '',
    }
  })
}

const isWatch = (tab: Tab): boolean => tab === 'refused' || tab === 'overdue'

function columnsOf({ now, lang }: SignedIn, t: Messages, tab: Tab): Column<Row>[] {
  const all: (Column<Row> | false)[] = [
    {
      key: 'letter',
      label: t.receiptForm.letterNo,
      head: true,
      cell: ({ trackId, letterNo }) => (
        <Link className="nw" href={`/transfers/${trackId}`}>
          {letterNo}
        </Link>
      ),
    },
    { key: 'from', label: t.receiptForm.from, card: t.receiptForm.from, cell: ({ from }) => from },
    {
      key: 'case',
      label: t.receiving.case,
      card: t.receiving.case,
      cell: ({ phase, title }) => (phase === 'withdrawn' ? t.receiving.withdrawn : title),
    },
    isWatch(tab) && { key: 'to', label: t.report.recipient, card: t.report.recipient, cell: ({ to }) => to },
    tab !== 'copied' &&
      !isWatch(tab) && {
        key: 'n',
        label: t.receiptForm.fileCount,
        card: t.receiptForm.fileCount,
        num: true,
        cell: ({ phase, fileCount }) => (phase === 'withdrawn' ? t.list.none : formatCount(fileCount)),
      },
    {
      key: 'at',
      label: t.receiptForm.arrivedAt,
      card: t.receiptForm.arrivedAt,
      nowrap: true,
      cell: ({ arrivedAt }) => <time dateTime={arrivedAt}>{formatInstantShort(arrivedAt, now, lang)}</time>,
    },
    tab !== 'pending' &&
      tab !== 'passed' && {
        key: 'status',
        label: t.receiving.status,
        card: t.receiving.status,
        cell: ({ phase, said }) => {
          const { kind, word } = trackStatus(t, phase)
          return (
            <>
              <Tag kind={kind}>{word}</Tag>
              {said && <small>{said}</small>}
            </>
          )
        },
      },
    (tab === 'pending' || tab === 'examining' || isWatch(tab)) && {
      key: 'due',
      label: t.clock.deadline,
      nowrap: true,
      cell: ({ duty }) => (duty ? <DutyClock {...{ duty, now, lang, t }} /> : t.list.none),
    },
  ]
  return all.filter((column) => column !== false)
}

function Pages({
  wanted: { tab, size, after },
  next,
  t,
}: {
  wanted: Readonly<{ tab: Tab; size: number; after: unknown }>
  next: Shown<Arrived>['next']
  t: Messages
}) {
  const address = (more: Readonly<Record<string, string>>): string =>
    `/transfers?${new URLSearchParams({ tab, ...(size !== 20 && { size: String(size) }), ...more })}`
  return (
    <Pager
      label={t.list.pages}
      sizes={{ label: t.list.perPage, items: PAGE_SIZES.map((n) => ({ n, href: `/transfers?tab=${tab}&size=${n}`, current: n === size })) }}
      previous={after ? { href: address({}), label: t.receiving.first } : undefined}
      next={next ? { href: address({ after: `${next.key}~${next.id}` }), label: t.list.next } : undefined}
    />
  )
}
