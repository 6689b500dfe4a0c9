/** What is known of a track, as both sides read it: labels and values for SummaryList. */
import type { ReactNode } from 'react'
import { FileLink } from '#app/_ui/link'
import type { SummaryItem } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { scanOf } from '#lib/domain/transfer/scan'
import { isDecided, isReceived, sentFiles, type SentTrack, type Stamp, decisionOf } from '#lib/domain/transfer/state'
import { formatDay, formatInstant, type Lang } from '#lib/i18n/dates'
import { chargeWord } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { formatFen, formatSize } from '#lib/i18n/numbers'
import type { Names } from '#lib/usecases/directory'
import type { SealedTrack } from '#lib/views/sealed-case'

/** Who reads which track, in which language, with names for ids. */
export type Reader = Readonly<{
  t: Messages
  lang: Lang
  trackId: string
  person: Names['person']
  unit: Names['of']
  /** Of the papers, which stand locked, by `blobId`. */
  locked: readonly string[]
}>
/** Once it was sent; whole, or as much of it as a receiver may know. */
export type ReadableTrack = SealedTrack | Extract<SentTrack, { phase: 'withdrawn' }>
type Received = Extract<SealedTrack, { receipt: unknown }>
type Decided = Extract<SealedTrack, { decisions: unknown }>

export function sentItems(track: ReadableTrack, { t, lang, person, unit }: Reader): SummaryItem[] {
  const { snapshot, sent } = track
  const files = sentFiles(track)
  return [
    item(t.track.letterNo, <b className="nw">{snapshot.letterNo}</b>),
    item(t.track.sentAt, t.track.byPerson(formatInstant(sent.at, lang), person(sent.by.personId))),
    item(t.track.subjects, snapshot.subjects.map(({ name }) => name).join(t.track.join)),
    item(t.track.charges, snapshot.charges.map((charge) => chargeWord(charge, lang)).join(t.track.join)),
    item(t.track.amount, t.track.yuan(formatFen(snapshot.amountFen))),
    item(t.track.files, t.track.filesOf(files.length, formatSize(files.reduce((sum, { size }) => sum + size, 0)))),
    ...(snapshot.copyTo ? [item(t.track.copyTo, unit(snapshot.copyTo))] : []),
    item(t.track.manifest, <Digest hex={snapshot.manifest} />),
  ]
}

/** After the sending: what the body did, and what was done about it. */
export function courseItems(track: ReadableTrack, reader: Reader): SummaryItem[] {
  if (track.phase === 'withdrawn')
    return [item(reader.t.track.withdrawn, <Deed stamp={track.withdrawn} reader={reader} text={track.withdrawn.reason} />)]
  if (!isReceived(track)) return []
  return [...receiptItems(track, reader), ...returnItems(track, reader), ...(isDecided(track) ? decisionItems(track, reader) : [])]
}

function receiptItems({ receipt, examined }: Received, reader: Reader): SummaryItem[] {
  const { t, lang } = reader
  return [
    item(t.track.receiptNo, receipt.receiptNo),
    item(t.track.receivedAt, <Deed stamp={receipt} reader={reader} />),
    ...(receipt.remarks ? [item(t.track.remarks, <blockquote className="quote">{receipt.remarks}</blockquote>)] : []),
    // Only a paper names somebody: here it is the handler who stands on the track, or a supplement that came.
    ...(examined
      ? [item(t.track.examinedAt, examined.onPaper ? <Deed stamp={examined} reader={reader} /> : formatInstant(examined.at, lang))]
      : []),
  ]
}

function returnItems(track: Received, reader: Reader): SummaryItem[] {
  if (track.phase !== 'returned') return []
  const { returned } = track
  return [
    item(reader.t.track.returned, <Deed stamp={returned} reader={reader} text={returned.reason} />),
    ...(returned.competent ? [item(reader.t.track.competent, returned.competent)] : []),
  ]
}

export function decisionItems(track: Decided, reader: Reader): SummaryItem[] {
  const { t, lang, person } = reader
  const decision = decisionOf(track)
  const { signedFor, alarmedAt } = decision
  const isFiled = decision.outcome === 'filed'
  return [
    item(
      t.track.decision,
      <>
        <Tag kind={isFiled ? 'info' : 'bad'}>{isFiled ? t.tlTitle.CaseFiled : t.tlTitle.CaseNotFiled}</Tag>{' '}
        <Deed stamp={decision} reader={reader} withScan={false} />
      </>,
    ),
    item(t.track.decisionNo, decision.decisionNo),
    item(t.track.decidedOn, formatDay(decision.decidedOn, lang)),
    ...(decision.charge ? [item(t.track.charge, chargeWord(decision.charge, lang))] : []),
    ...(decision.reasons ? [item(t.track.reasons, <blockquote className="quote">{decision.reasons}</blockquote>)] : []),
    item(
      t.track.document,
      <Paper reader={reader} seq={decision.seq} blobId={decision.document.blobId}>
        {decision.document.name}
      </Paper>,
    ),
    item(
      t.track.signedForAt,
      signedFor ? t.track.byPerson(formatInstant(signedFor.at, lang), person(signedFor.by.personId)) : t.track.notSignedFor,
    ),
    ...(alarmedAt && !signedFor ? [item(t.track.reminded, <span className="s-block">{t.track.silent}</span>)] : []),
  ]
}

/** When and by whom; from paper: which paper, who recorded it and when, and the scan (D23), unless that is shown as the act's own paper. */
export function Deed({ stamp, reader, text, withScan = true }: { stamp: Stamp; reader: Reader; text?: string; withScan?: boolean }) {
  const { t, lang, person } = reader
  const { onPaper, at, by, recordedAt, seq } = stamp
  const scan = onPaper && scanOf(onPaper.blobDigest)
  return (
    <>
      {t.track.byPerson(formatInstant(at, lang), onPaper ? onPaper.actedBy : person(by.personId))}
      {onPaper && (
        <small className="paper-mark">
          <Tag kind="rest">{t.track.onPaper}</Tag>{' '}
          {t.track.onPaperOf(onPaper.paperNo, onPaper.actedBy, formatInstant(recordedAt, lang), person(by.personId))}{' '}
          {withScan && scan && (
            <Paper reader={reader} seq={seq} blobId={scan.blobId}>
              {t.track.scan}
            </Paper>
          )}
        </small>
      )}
      {text && <blockquote className="quote">{text}</blockquote>}
    </>
  )
}

/** A digest in full where it is compared, in groups that the eye can hold. */
function Digest({ hex }: { hex: string }) {
  return <span className="mono">{hex.match(/.{1,8}/g)?.join(' ')}</span>
}

type PaperGiven = { reader: Reader; seq: number; blobId: string; children: ReactNode }
/** A paper to be opened, or that it is locked. */
export function Paper({ reader: { t, trackId, locked }, seq, blobId, children }: PaperGiven) {
  if (!locked.includes(blobId)) return <FileLink href={`/api/transfers/${trackId}/papers/${seq}`}>{children}</FileLink>
  return (
    <>
      {children} <Tag kind="bad">{t.evidence.locked}</Tag>
    </>
  )
}

const item = (label: string, value: ReactNode): SummaryItem => ({ key: label, label, value })
