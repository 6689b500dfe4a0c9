/** Sentences promise only what is there (found A9). What is built later takes its line out of the list in the same commit. */
import { expect, it } from 'vitest'
import { messagesOf } from './messages.ts'

/** Words of what the portal does not have, and why a sentence with them is not so. */
const NOT_THERE: readonly (readonly [words: RegExp, why: string])[] = [
  [/台账|into the ledger|in the ledger/i, 'no page shows a ledger: events are on the timeline, voided items in the dossier'],
  [/申请退回|请对方退回|ask for a return/i, 'nobody can ask for a return: the body returns by itself'],
  [/已书面通知|notified in writing/i, 'a notice of the portal is no paper'],
  [/退回或协查|assistance requests/i, 'requests for assistance are not built'],
  [/续传|resume/i, 'an upload that broke off begins anew'],
  [/顺延。$|extended on request/i, 'no deadline is extended on request'],
  [/你填写的内容已保存|What you entered is saved/i, 'only forms with a draft are saved, and those say so themselves'],
  [/恢复后自动保存|saved when you are back/i, 'nothing waits for the network by itself'],
  [/每 ?15 ?秒|every 15 seconds/i, 'with scripts off nothing is saved by itself'],
  [/对方已收到通知|对方会收到|The other body has been told|They receive a notice/i, 'a body without accounts hears of nothing here'],
  [/召集人和|convenor and/i, 'that post is not given'],
]

it.each(NOT_THERE)('no sentence says %s (found A9): %s', (words) => {
  const said = [...everySentence(messagesOf('zh-CN')), ...everySentence(messagesOf('en'))]
  expect(said.filter((sentence) => words.test(sentence))).toEqual([])
})

it('the hint beside the files names the types that are taken, neither more nor less (found A9)', () => {
  // By hand from found E1.
  const TAKEN = 'PDF OFD JPEG PNG WEBP TIFF DOC DOCX XLS XLSX ET WPS CSV TXT MP3 WAV M4A MP4 AVI MOV ZIP RAR 7Z EML'.split(' ')
  for (const lang of ['zh-CN', 'en'] as const) {
    const named = messagesOf(lang)
      .evidence.limits.match(/\b[A-Z0-9]{2,4}\b/g)
      ?.filter((word) => !['GB', '07'].includes(word))
    expect(named).toEqual(TAKEN)
  }
})

function everySentence(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (typeof node === 'function') return [String(node(...Array<number>(node.length).fill(2)))]
  return Object.values(node as object).flatMap(everySentence) // safe: a group is all that is left
}
