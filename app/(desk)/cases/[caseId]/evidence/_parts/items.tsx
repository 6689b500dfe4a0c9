import { DataTable, Pager, type Column } from '#app/_ui/data-table'
import { FileLink, Link } from '#app/_ui/link'
import { isLocked } from '#lib/domain/evidence/stored'
import { evidenceKindOf } from '#lib/domain/law/evidence-kinds'
import { formatDay, formatInstant } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import { formatSize, shortDigest } from '#lib/i18n/numbers'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import type { Numbered } from './dossier.ts'

const SHOWN = 100

export function Items({
  page,
  items,
  after,
  folder,
}: {
  page: CasePage
  items: readonly Numbered[]
  after: string
  folder: string | null
}) {
  const { me, t, state, may } = page
  const at = `/cases/${state.caseId}/evidence`
  const from = items.findIndex((item) => item.no > Number(after || 0))
  const rows = from < 0 ? [] : items.slice(from, from + SHOWN)
  const last = rows.at(-1)
  const asIs = ({ itemId }: Numbered): string => (Object.hasOwn(state.keptAsIs ?? {}, itemId) && state.keptAsIs?.[itemId]) || ''
  const isVoidable = may('VoidEvidence').is === 'yes'
  const columns: Column<Numbered>[] = [
    { key: 'no', label: t.evidence.no, card: t.evidence.no, num: true, cell: (item) => item.no },
    {
      key: 'name',
      label: t.evidence.name,
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
      label: t.evidence.kind,
      card: t.evidence.kind,
      cell: (item) => {
        const kind = evidenceKindOf(item.kind)
        return kind ? say(kind, me.lang) : item.kind
      },
    },
    { key: 'source', label: t.evidence.source, card: t.evidence.source, cell: (item) => item.source || '—' },
    { key: 'by', label: t.evidence.takenBy, card: t.evidence.takenBy, nowrap: true, cell: (item) => item.collectedBy || '—' },
    { key: 'on', label: t.evidence.takenOn, nowrap: true, card: t.evidence.takenOn, cell: (item) => formatDay(item.collectedOn, me.lang) },
    { key: 'size', label: t.evidence.sizeOnly, num: true, card: t.evidence.sizeOnly, cell: (item) => formatSize(item.size) },
    {
      key: 'digest',
      label: t.evidence.digest,
      card: t.evidence.digest,
      cell: (item) => (
        <span className="mono nw" title={`SM3 ${item.sm3}\nSHA-256 ${item.sha256}`}>
          {shortDigest(item.sm3)}
        </span>
      ),
    },
    {
      key: 'state',
      label: t.evidence.state,
      nowrap: true,
      card: t.evidence.state,
      cell: (item) =>
        item.voided ? (
          <>
            <span className="g g-x">{t.evidence.voided}</span>
            <small>{item.voided.reason}</small>
          </>
        ) : (
          <>
            <Standing page={page} blobId={item.blobId} />
            {asIs(item) && <small>{t.evidence.keptAsIs(asIs(item))}</small>}
            {isVoidable && (
              <small>
                <Link href={`${at}/void/${item.itemId}`} aria-label={`${t.evidence.void} ${item.name}`}>
                  {t.evidence.voidShort}
                </Link>
              </small>
            )}
          </>
        ),
    },
  ]
  const next = last && items.at(-1) !== last ? { href: `${at}?folder=${folder ?? ''}&after=${last.no}`, label: t.evidence.next } : undefined
  return (
    <DataTable
      caption={t.evidence.list}
      columns={columns}
      rows={rows}
      rowKey={(item) => item.itemId}
      empty={t.evidence.empty}
      pager={next && <Pager label={t.evidence.list} next={next} />}
    />
  )
}

/** Recorded, or locked: what is wrong with its bytes, and since when that is known. */
function Standing({ page: { me, t, state }, blobId }: { page: CasePage; blobId: string }) {
  const fault = isLocked(state, blobId) ? state.faults?.[blobId] : undefined
  if (!fault) return <span className="g pass s-pass">{t.evidence.recorded}</span>
  return (
    <>
      <span className="g block s-block">{t.evidence.locked}</span>
      <small>
        {t.timeline.fault[fault.is]} {t.evidence.lockedSince(formatInstant(fault.at, me.lang))}
      </small>
    </>
  )
}
