import { DataTable, Pager, type Column } from '#app/_ui/data-table'
import { FileLink, Link } from '#app/_ui/link'
import { isLocked } from '#lib/domain/evidence/stored'
import { evidenceKindOf } from '#lib/domain/law/evidence-kinds'
import { formatDay, formatInstant } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import { formatSize, shortDigest } from '#lib/i18n/numbers'
import type { CasePageData } from '../../../_case/open.ts'
import type { Numbered } from './dossier.ts'

const SHOWN = 100

export function Items({
  page,
  items,
  after,
  folder,
}: {
  page: CasePageData
  items: readonly Numbered[]
  after: string
  folder: string | null
}) {
  const { me, t, state, may } = page
  const at = `/cases/${state.caseId}/evidence`
  const from = items.findIndex((item) => item.no > Number(after || 0))
  const rows = from < 0 ? [] : items.slice(from, from + SHOWN)
  const last = rows.at(-1)
  const isVoidable = may('VoidEvidence').is === 'yes'
  const columns: Column<Numbered>[] = [
    { key: 'no', label: t.evi.no, card: t.evi.no, num: true, cell: (item) => item.no },
    {
      key: 'name',
      label: t.evi.name,
      head: true,
      cell: (item) =>
        isLocked(state, item.blobId) ? (
          item.name
        ) : (
          <FileLink href={`/api/cases/${state.caseId}/evidence/${item.itemId}`}>{item.name}</FileLink>
        ),
    },
    {
      key: 'kind',
      label: t.evi.kind,
      card: t.evi.kind,
      cell: (item) => {
        const kind = evidenceKindOf(item.kind)
        return kind ? say(kind, me.lang) : item.kind
      },
    },
    { key: 'source', label: t.evi.source, card: t.evi.source, cell: (item) => item.source || '—' },
    { key: 'by', label: t.evi.takenBy, card: t.evi.takenBy, nowrap: true, cell: (item) => item.collectedBy || '—' },
    { key: 'on', label: t.evi.takenOn, nowrap: true, card: t.evi.takenOn, cell: (item) => formatDay(item.collectedOn, me.lang) },
    { key: 'size', label: t.evi.sizeOnly, num: true, card: t.evi.sizeOnly, cell: (item) => formatSize(item.size) },
    {
      key: 'digest',
      label: t.evi.digest,
      card: t.evi.digest,
      cell: (item) => (
        <span className="mono nw" title={`SM3 ${item.sm3}\nSHA-256 ${item.sha256}`}>
          {shortDigest(item.sm3)}
        </span>
      ),
    },
    {
      key: 'state',
      label: t.evi.state,
      nowrap: true,
      card: t.evi.state,
      cell: (item) =>
        item.voided ? (
          <>
            <span className="g g-x">{t.evi.voided}</span>
            <small>{item.voided.reason}</small>
          </>
        ) : (
          <>
            <Standing page={page} blobId={item.blobId} />
            {isVoidable && (
              <small>
                <Link href={`${at}/void/${item.itemId}`} aria-label={`${t.evi.void} ${item.name}`}>
                  {t.evi.voidShort}
                </Link>
              </small>
            )}
          </>
        ),
    },
  ]
  const next = last && items.at(-1) !== last ? { href: `${at}?folder=${folder ?? ''}&after=${last.no}`, label: t.evi.next } : undefined
  return (
    <DataTable
      caption={t.evi.list}
      columns={columns}
      rows={rows}
      rowKey={(item) => item.itemId}
      empty={t.evi.empty}
      pager={next && <Pager label={t.evi.list} next={next} />}
    />
  )
}

/** Recorded, or locked: what is wrong with its bytes, and since when that is known. */
function Standing({ page: { me, t, state }, blobId }: { page: CasePageData; blobId: string }) {
  const fault = isLocked(state, blobId) ? state.faults?.[blobId] : undefined
  if (!fault) return <span className="g pass s-pass">{t.evi.recorded}</span>
  return (
    <>
      <span className="g block s-block">{t.evi.locked}</span>
      <small>
        {t.tl.fault[fault.is]} {t.evi.lockedSince(formatInstant(fault.at, me.lang))}
      </small>
    </>
  )
}
