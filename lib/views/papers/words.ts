/**
 * What papers say besides their fields, given to them as they are drawn up: the sentences stand in lib/i18n, which this room may not know
 * (lib/decisions/0015-papers-are-blocks.md). Numbers, days and sums come in as they are and are written out by these words too.
 */
import type { Day, Instant, UnitRef } from '#lib/domain/result'
import type { FileListWords } from './file-list.ts'
import type { HandOverWords } from './hand-over.ts'
import type { LetterWords } from './letter.ts'
import type { RequestWords } from './request.ts'
import type { ReceiptWords } from './receipt.ts'
import type { ReportWords } from './report.ts'

export type PaperWords = Readonly<{
  common: CommonWords
  letter: LetterWords
  report: ReportWords
  receipt: ReceiptWords
  fileList: FileListWords
  request: RequestWords
  handOver: HandOverWords
}>
export type CommonWords = Readonly<{
  to: (body: string) => string
  we: (body: UnitRef) => string
  you: (body: UnitRef) => string
  seal: string
  manifest: (digest: string) => string
  day: (day: Day | Instant) => string
  minute: (instant: Instant) => string
  fen: (fen: number) => string
  join: string
}>
