/** The receipt of a letter (domain.md §7.2 W09), of the body that signed or of an earlier one on the way. */
import type { UnitRef } from '#lib/domain/result'
import type { Leg, Receipt as Signed, SentTrack } from '#lib/domain/transfer/state'
import { minuteOnPaper, LETTER, RECEIPT } from '#lib/i18n/papers'

export function Receipt({
  track,
  receipt,
  body,
  signedBy,
  before,
}: {
  track: Pick<SentTrack, 'snapshot'>
  receipt: Signed
  body: UnitRef
  signedBy: string
  /** Who passed it on to this body. */ before?: Leg | undefined
}) {
  const { snapshot } = track
  const rows: readonly (readonly [string, string])[] = [
    [RECEIPT.receiptNo, receipt.receiptNo],
    [RECEIPT.letterNo, snapshot.letterNo],
    [RECEIPT.caseTitle, snapshot.title],
    [RECEIPT.count, RECEIPT.countOf(receipt.fileCount)],
    ...(before ? [[RECEIPT.passedOn, RECEIPT.passedOnFrom(before.from.name, minuteOnPaper(before.passedOn.at))] as const] : []),
    [RECEIPT.at, minuteOnPaper(receipt.at)],
    [RECEIPT.by, receipt.onPaper?.actedBy ?? signedBy],
    [RECEIPT.remarks, receipt.remarks || RECEIPT.none],
    [RECEIPT.manifest, snapshot.manifest],
  ]
  return (
    <div lang="zh-CN">
      <p className="org">{body.name}</p>
      <p className="doc-no">{receipt.receiptNo}</p>
      <h2 className="doc-title">{RECEIPT.title}</h2>
      <p className="flush">{LETTER.to(snapshot.from.name)}</p>
      <p>{RECEIPT.opening(snapshot.letterNo)}</p>
      <table className="facts">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={label === RECEIPT.manifest ? 'digest' : undefined}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {receipt.onPaper && <p>{RECEIPT.onPaper(receipt.onPaper.paperNo)}</p>}
      <div className="signed">
        <p className="flush">
          {body.name}
          {LETTER.seal}
        </p>
        <p className="flush">{LETTER.day(receipt.at)}</p>
      </div>
    </div>
  )
}
