/** How an engine finds words (0011_words): the same ones everywhere (lib/domain/words.ts), in an index of its own. */
import type { SQL } from 'drizzle-orm'
import type { Sought } from '#lib/domain/words'
import type { Base } from './database.ts'

/** `open`: words that whoever knows of the row may find it by. `named`: those and the names in it (lib/views/words.ts). */
export type WordIndex = 'open' | 'named'
export type Words = Readonly<{
  /** All of the words, in one of the places: a question for the index. */
  written: (sought: readonly Sought[], places: readonly string[]) => string
  /** The ids (`ref`) of what holds them; `query`: a place for what is written. */
  refs: (index: WordIndex, query: SQL) => SQL
  /** Those of a list in JSON. */
  listed: (ids: SQL) => SQL
  /** Does this text, whose words have a blank on each side, have that piece in it? */
  hasPiece: (text: SQL, piece: SQL) => SQL
}>
export type Readable = Base & Readonly<{ words: Words }>
