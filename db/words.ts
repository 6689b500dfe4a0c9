/** How an engine finds words (0011_words): the same ones everywhere (lib/domain/words.ts), in an index of its own. */
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { Sought } from '#lib/domain/words'
import type { Base } from './database.ts'

/** `open`: words that whoever knows of the row may find it by. `named`: those and the names in it (lib/views/words.ts). */
export type WordIndex = 'open' | 'named'
/** `query` is written by `written`; it may come later, as a place. */
export type Words = Readonly<{
  /** All of the words, in one of the places. */
  written: (sought: readonly Sought[], places: readonly string[]) => string
  /** A question for the ids (`ref`) of what holds them. */
  refs: (index: WordIndex, query: SQL) => SQL
  /** Does the row with this id hold them? */
  holds: (index: WordIndex, ref: AnyColumn, query: SQL) => SQL
}>
export type Readable = Base & Readonly<{ words: Words }>
