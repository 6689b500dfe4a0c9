import { type Column, DataTable, Pager, Second } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import type { AccessResult, AccessRow } from '#lib/domain/access'
import { formatToTheSecond, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { PAGE_SIZES } from '#lib/schemas/work'
import type { Names } from '#lib/usecases/directory'
import { hrefOf, isFiltered, type Wanted } from './query.ts'

type Given = Readonly<{
  rows: readonly AccessRow[]
  next: number | null
  wanted: Wanted
  names: Names
  logins: ReadonlyMap<string, string>
  t: Messages
  lang: Lang
}>

export function Rows({ rows, next, wanted, names, logins, t, lang }: Given) {
  const { access: a } = t
  const columns: readonly Column<AccessRow>[] = [
    { key: 'time', label: a.time, nowrap: true, head: true, cell: ({ at }) => <time dateTime={at}>{formatToTheSecond(at, lang)}</time> },
    {
      key: 'who',
      label: a.who,
      card: a.who,
      cell: ({ kind, personId }) => {
        if (personId === '') return kind === 'gap' ? a.system : a.unknown
        const login = logins.get(personId) ?? personId
        return (
          <>
            <Link href={hrefOf(wanted, { person: login })}>{names.person(personId)}</Link>
            <Second>{login}</Second>
          </>
        )
      },
    },
    {
      key: 'unit',
      label: a.unit,
      card: a.unit,
      cell: ({ unitId, post }) =>
        unitId && post ? (
          <>
            {names.unit(unitId)}
            <Second>{t.post[post]}</Second>
          </>
        ) : (
          t.list.none
        ),
    },
    { key: 'event', label: a.event, card: a.event, nowrap: true, cell: ({ kind }) => a.kind[kind] },
    { key: 'object', label: a.object, card: a.object, cell: (row) => <Thing row={row} wanted={wanted} t={t} /> },
    {
      key: 'result',
      label: a.result,
      card: a.result,
      cell: ({ result, reason }) => (
        <>
          <Tag kind={TONE[result]}>{a.results[result]}</Tag>
          {reason && <small>{reasonOf(reason, t)}</small>}
        </>
      ),
    },
    {
      key: 'request',
      label: a.request,
      card: a.request,
      cell: ({ requestId }) => (requestId ? <span className="mono nw">{requestId.slice(0, 8)}</span> : t.list.none),
    },
  ]
  return (
    <DataTable
      caption={a.caption}
      rows={rows}
      rowKey={({ n }) => String(n)}
      empty={isFiltered(wanted) ? t.admin.foundNone : a.empty}
      columns={columns}
      pager={
        <Pager
          label={t.list.pages}
          sizes={{
            label: t.list.perPage,
            items: PAGE_SIZES.map((n) => ({ n, href: hrefOf(wanted, { size: n }), current: wanted.size === n })),
          }}
          previous={wanted.after === null ? undefined : { href: hrefOf(wanted), label: t.worklist.first }}
          next={next === null ? undefined : { href: hrefOf(wanted, { after: next }), label: t.list.next }}
        />
      }
    />
  )
}

const TONE: Readonly<Record<AccessResult, 'ok' | 'bad' | 'warn'>> = { ok: 'ok', denied: 'bad', refused: 'warn', failed: 'bad', gap: 'bad' }

/** By its id, which leads to all that was done about it; whoever may see the thing itself finds it elsewhere. */
function Thing({ row: { what, caseId, trackId, objectId }, wanted, t }: { row: AccessRow; wanted: Wanted; t: Messages }) {
  const { access: a } = t
  const word = what === 'paper' ? (paperWords(t)[objectId] ?? a.what.paper) : a.what[what]
  const id = what === 'file' ? objectId : trackId || caseId
  if (id === '') return word
  return (
    <>
      {word}{' '}
      <Link className="mono nw" href={hrefOf(wanted, { object: id })} aria-label={a.onlyThis(`${word} ${id}`)} title={id}>
        {id.slice(0, 8)}
      </Link>
    </>
  )
}
const paperWords = (t: Messages): Readonly<Record<string, string | undefined>> => t.access.paper

function reasonOf(reason: string, t: Messages): string {
  const { access: a } = t
  const [, lost, late] = /^lost:(\d+) late:(\d+)$/.exec(reason) ?? []
  if (lost !== undefined) return a.gap(Number(lost), Number(late))
  const known: Readonly<Record<string, string | undefined>> = {
    'password.wrong': a.wrongPassword,
    'password.blocked': a.blocked,
    'code.wrong': a.wrongCode,
  }
  return known[reason] ?? (Object.hasOwn(t.refusal, reason) ? t.refusal[reason as keyof typeof t.refusal]({}) : reason) // safe: its own key
}
