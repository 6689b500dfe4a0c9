/** The receipt of a letter (docs/handbook.md §7.2 W09), of the body that signed or of an earlier one on the way. */
import type { UnitRef } from '#lib/domain/result'
import type { Snapshot } from '#lib/domain/transfer/events'
import type { Forwarding, Receipt, SentTrack } from '#lib/domain/transfer/state'
import { paragraph, type Labelled, type Paper } from './blocks.ts'
import type { PaperWords } from './words.ts'

/** What is known of a track's way, by whom it may be known. */
export type Way = Pick<SentTrack, 'legs' | 'to'> & Readonly<{ receipt?: Receipt }>
/** `before`: who passed the case on to this body. */
export type Signing = Readonly<{ receipt: Receipt; body: UnitRef; before: Forwarding | undefined }>
/** `signedBy`: the name of the person whose account signed. */
export type ReceiptGiven = Signing & Readonly<{ snapshot: Snapshot; signedBy: string }>
export type ReceiptWords = Readonly<{
  title: string
  opening: (you: string, letterNo: string) => string
  receiptNo: string
  letterNo: string
  caseTitle: string
  count: string
  countOf: (n: number) => string
  passedOn: string
  passedOnFrom: (from: string, at: string) => string
  at: string
  by: string
  remarks: string
  manifest: string
  onPaper: (paperNo: string) => string
}>

/** Every receipt that there is: of each body on the way, then of the one where the case is, if it signed. */
export function receiptsOf({ legs, to, receipt: last }: Way): Signing[] {
  const before = (n: number): Forwarding | undefined => legs[n - 1]
  return [
    ...legs.map(({ receipt, from }, n) => ({ receipt, body: from, before: before(n) })),
    ...(last ? [{ receipt: last, body: to, before: before(legs.length) }] : []),
  ]
}

export function receiptPaper({ snapshot, receipt, body, before, signedBy }: ReceiptGiven, { common, receipt: words }: PaperWords): Paper {
  const { receiptNo, fileCount, remarks, at, onPaper } = receipt
  const { letterNo, title, from, manifest } = snapshot
  const fact = (name: string, label: string, text: string): Labelled & { isDigest: boolean } => ({ name, label, text, isDigest: false })
  return {
    id: 'receipt',
    heading: { issuer: body.name, number: receiptNo, title: words.title, addressee: common.to(from.name) },
    parts: [
      paragraph('opening', words.opening(common.you(from), letterNo)),
      {
        is: 'facts',
        name: 'receipt',
        rows: [
          fact('receiptNo', words.receiptNo, receiptNo),
          fact('letterNo', words.letterNo, letterNo),
          fact('caseTitle', words.caseTitle, title),
          fact('count', words.count, words.countOf(fileCount)),
          ...(before ? [fact('passedOn', words.passedOn, words.passedOnFrom(before.from.name, common.minute(before.passedOn.at)))] : []),
          fact('at', words.at, common.minute(at)),
          fact('by', words.by, onPaper?.actedBy ?? signedBy),
          ...(remarks ? [fact('remarks', words.remarks, remarks)] : []),
          ...(manifest ? [{ ...fact('manifest', words.manifest, manifest), isDigest: true }] : []),
        ],
      },
      ...(onPaper ? [paragraph('onPaper', words.onPaper(onPaper.paperNo))] : []),
      { is: 'signed', body: body.name, seal: common.seal, day: common.day(at) },
    ],
  }
}
