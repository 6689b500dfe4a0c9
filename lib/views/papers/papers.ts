/** The papers there are, each drawn up by its own file: the only way to one. A new paper does not compile without its line. */
import type { PaperId } from '#lib/domain/law/papers'
import type { Paper } from './blocks.ts'
import { fileListPaper, type FileListGiven } from './file-list.ts'
import { handOverPaper, type HandOverGiven } from './hand-over.ts'
import { letterOf, type LetterGiven } from './letter.ts'
import { receiptPaper, type ReceiptGiven } from './receipt.ts'
import { reportPaper, type ReportGiven } from './report.ts'
import { requestOf, type RequestGiven } from './request.ts'
import type { PaperWords } from './words.ts'

/** What each is drawn up from. */
type Given = Readonly<{
  report: ReportGiven
  letter: LetterGiven
  'clue-letter': LetterGiven
  'duty-letter': LetterGiven
  'duty-clue-letter': LetterGiven
  receipt: ReceiptGiven
  'file-list': FileListGiven
  reconsideration: RequestGiven
  supervision: RequestGiven
  'hand-over': HandOverGiven
}>

export const PAPERS: { readonly [P in PaperId]: (given: Given[P], words: PaperWords) => Paper } = {
  report: reportPaper,
  letter: letterOf('letter'),
  'clue-letter': letterOf('clue-letter'),
  'duty-letter': letterOf('duty-letter'),
  'duty-clue-letter': letterOf('duty-clue-letter'),
  receipt: receiptPaper,
  'file-list': fileListPaper,
  reconsideration: requestOf('reconsideration'),
  supervision: requestOf('supervision'),
  'hand-over': handOverPaper,
}
