/** The list of files with both digests: to be read before signing, to be opened after it (D13). Never for a body that was only copied. */
import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { FileLink, Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { folderOf } from '#lib/domain/law/dossier'
import type { SentFile } from '#lib/domain/transfer/events'
import { sentFiles } from '#lib/domain/transfer/state'
import { formatDay, formatInstant } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import { formatSize } from '#lib/i18n/numbers'
import { lockFile } from '#lib/server/boot/lock-file'
import { listDamaged } from '#lib/usecases/check-files'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

/** Up to here every byte is read again with each view of the page before signing; above it, when asked to. */
const AT_ONCE = 256 * 2 ** 20
type Row = SentFile & Readonly<{ no: number; supplement: string }>

export async function Files({ page, wantsCheck }: { page: TransferPage; wantsCheck: boolean }) {
  const { me, t, state, track, view, may } = page
  if (view === 'copied')
    return (
      <Card title={t.receiving.files}>
        <p className="sec">{t.receiving.filesCopied}</p>
      </Card>
    )
  const opens = may('ReadFiles').is === 'yes'
  const rows = rowsOf(page)
  return (
    <Card title={t.receiving.files} tag={<Tag>{t.receiving.filesOf(rows.length)}</Tag>} flush>
      {!opens && (
        <div className="card-body">
          <p>{whyClosed(page)}</p>
          {track.phase === 'sent' && view === 'body' && <Verified page={page} damaged={await countDamaged(page, wantsCheck)} />}
        </div>
      )}
      <DataTable
        caption={t.receiving.files}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        empty={t.list.none}
        columns={[
          { key: 'no', label: t.evidence.no, cell: ({ no }) => no },
          {
            key: 'name',
            label: t.evidence.name,
            head: true,
            cell: ({ itemId, blobId, name, supplement }) => (
              <>
                {opens && !state.locked.includes(blobId) ? (
                  <FileLink className="g g-download" href={`/api/transfers/${track.trackId}/files/${itemId}`}>
                    {name}
                  </FileLink>
                ) : (
                  name
                )}
                {state.locked.includes(blobId) && (
                  <small>
                    <span className="g block s-block">{t.evidence.locked}</span> {t.receiving.locked}
                  </small>
                )}
                {supplement && <small>{t.receiving.supplement(supplement)}</small>}
              </>
            ),
          },
          {
            key: 'folder',
            label: t.receiving.folder,
            card: t.receiving.folder,
            cell: ({ folder }) => {
              const place = folderOf(folder)
              return place ? say(place, me.lang) : folder
            },
          },
          {
            key: 'source',
            label: t.evidence.source,
            card: t.evidence.source,
            cell: ({ source, collectedBy, collectedOn }) => (
              <>
                {source || t.list.none}
                <small>{[collectedBy, formatDay(collectedOn, me.lang)].filter(Boolean).join(t.track.dot)}</small>
              </>
            ),
          },
          { key: 'size', label: t.receiving.size, card: t.receiving.size, num: true, cell: ({ size }) => formatSize(size) },
          {
            key: 'digest',
            label: t.evidence.digest,
            card: t.evidence.digest,
            cell: ({ sm3, sha256 }) => (
              <small className="mono digests">
                {t.receiving.sm3} {sm3}
                <br />
                {t.receiving.sha256} {sha256}
              </small>
            ),
          },
        ]}
      />
    </Card>
  )
}

function rowsOf({ me, track }: TransferPage): Row[] {
  const { snapshot, supplements } = track
  const all = [
    ...snapshot.files.map((file) => ({ ...file, supplement: '' })),
    ...supplements.flatMap(({ files, at }) => files.map((file) => ({ ...file, supplement: formatInstant(at, me.lang) }))),
  ]
  return all.map((file, i) => ({ ...file, no: i + 1 }))
}

const whyClosed = ({ t, view }: TransferPage): string => (view === 'former' ? t.receiving.filesPassed : t.receiving.filesLocked)

/** 材料校验: every stored byte is read again and compared with what was sealed. Null where that would take long and was not asked for. */
export async function countDamaged({ me, state, track }: TransferPage, wantsCheck: boolean): Promise<number | null> {
  if (bytesOf(track) > AT_ONCE && !wantsCheck) return null
  return (await listDamaged({ blobs: me.blobs, lockFile }, state, sentFiles(track))).length
}
const bytesOf = (track: TransferPage['track']): number => sentFiles(track).reduce((sum, { size }) => sum + size, 0)

export function Verified({ page: { t, track, at }, damaged }: { page: TransferPage; damaged: number | null }) {
  if (damaged === null)
    return (
      <p>
        {t.receiving.verifyNote} <Link href={`${at}?verify=1`}>{t.receiving.verifyNow(formatSize(bytesOf(track)))}</Link>
      </p>
    )
  return damaged > 0 ? (
    <p className="g block s-block" role="alert">
      <b>{t.receiptForm.verifyBad(damaged)}</b>
    </p>
  ) : (
    <p className="g pass s-pass">{t.receiptForm.verifyOk(sentFiles(track).length)}</p>
  )
}
