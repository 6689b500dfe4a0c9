/**
 * Words as an index finds them (docs/stack.md §11): every Han character and every two that stand together, and whatever else is written in one
 * piece; brackets, blanks and leading noughts do not count. What is found by three characters or more has each two of them side by side.
 */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u
const runsOf = (text: string): string[] =>
  [...text.normalize('NFKC').toLowerCase().matchAll(RUN)].map(([run]) => (/^\d+$/.test(run) ? run.replace(/^0+(?=\d)/, '') : run))
const pairsOf = (chars: readonly string[]): string[] => chars.slice(1).map((char, i) => (chars[i] ?? '') + char)

/** What stands in the index for a text. */
export const wordsOf = (text: string): string[] => runsOf(text).flatMap((run) => (HAN.test(run) ? [...run, ...pairsOf([...run])] : [run]))

/** What must all be found; `begins`: a word in letters may go on. */
export type Sought = Readonly<{ word: string; begins: boolean }>
/** More than anybody types by hand. */
const MOST = 60
export function soughtIn(text: string): readonly Sought[] {
  const words = runsOf(text).flatMap((run): Sought[] => {
    if (!HAN.test(run)) return [{ word: run, begins: !/^\d+$/.test(run) }]
    const chars = [...run]
    return (chars.length === 1 ? chars : pairsOf(chars)).map((word) => ({ word, begins: false }))
  })
  return words.slice(0, MOST)
}
