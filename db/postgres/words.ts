import { sql } from '../orm.ts'
import type { Words } from '../words.ts'

/** As the index says it (0011_words), else it is not found by it. */
const LEXEMES = {
  open: sql.raw(`array_to_tsvector(string_to_array(w."open", ' '))`),
  named: sql.raw(`array_to_tsvector(string_to_array(w."named", ' '))`),
}
const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '')}'`

export const postgresWords: Words = {
  written: (sought, places) => {
    const all = sought.map(({ word, begins }) => quoted(word) + (begins ? ':*' : ''))
    return `(${places.map(quoted).join(' | ')}) & ${all.join(' & ')}`
  },
  refs: (index, query) => sql`select w.ref from word w where ${LEXEMES[index]} @@ ${query}::tsquery`,
  listed: (ids) => sql`select jsonb_array_elements_text(${ids}::jsonb)`,
  hasPiece: (text, piece) => sql`strpos(${text}, ${piece}::text) > 0`,
}
