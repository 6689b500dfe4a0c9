import { sql } from '../orm.ts'
import type { Words } from '../words.ts'

/** FTS5 takes what stands in quotes for a word. There is none in a word (lib/domain/words.test.ts), nor in an id. */
const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`
const tableOf = { open: sql.raw('word_open'), named: sql.raw('word_named') }

export const sqliteWords: Words = {
  written: (sought, places) => {
    const all = sought.map(({ word, begins }) => quoted(word) + (begins ? '*' : ''))
    return `(${places.map(quoted).join(' OR ')}) AND ${all.join(' AND ')}`
  },
  refs: (index, query) => {
    const found = tableOf[index]
    return sql`select k.ref from ${found} f join word_rowid k on k.id = f.rowid where f.${found} match ${query}`
  },
  listed: (ids) => sql`select value from json_each(${ids})`,
  hasPiece: (text, piece) => sql`instr(${text}, ${piece}) > 0`,
}
