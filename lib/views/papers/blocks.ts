/** A paper as data: a heading and parts in their order, every field by its name. HTML draws them (app/(desk)/_papers); PDF and DOCX will draw the same. */
import type { PaperId } from '#lib/domain/law/papers'

export type Paper = Readonly<{ id: PaperId; heading: Heading; parts: readonly Block[] }>
/** A letter has an issuer and an addressee; a list has neither, '' each. */
export type Heading = Readonly<{ issuer: string; number: string; title: string; addressee: string }>
export type Field = Readonly<{ name: string; text: string }>
export type Labelled = Field & Readonly<{ label: string }>

/** How a column reads: `name` names its row, `whole` is not broken, `number` stands right. */
export type Column<C extends string = string> = Readonly<{ name: C; head: string; as: 'text' | 'name' | 'whole' | 'number' }>
/** A text for each column; `digests`: under them, over the whole width. */
export type Row<C extends string = string> = Readonly<{ cells: Readonly<Record<C, string>>; digests?: readonly Labelled[] }>
export type Table<C extends string = string> = Readonly<{
  name: string
  size: 'body' | 'small'
  columns: readonly Column<C>[]
  rows: readonly Row<C>[]
  /** The last row: what it is, in words, in figures. */ total?: Labelled & Readonly<{ figures: string }>
}>

/** What a part may be. Whoever draws papers has a line for each. */
export type Kinds = Readonly<{
  section: Field
  paragraph: Field & Readonly<{ indent: boolean }>
  digest: Field
  table: Table
  facts: Readonly<{ name: string; rows: readonly (Labelled & Readonly<{ isDigest: boolean }>)[] }>
  enclosures: Readonly<{ label: string; items: readonly Field[] }>
  /** Labels of what is filled in with a pen. */ 'by-hand': Readonly<{ labels: readonly Field[] }>
  signed: Readonly<{ body: string; seal: string; day: string }>
  /** `copyTo`, `manifest`: '' where there is none. */ imprint: Readonly<{
    copyTo: string
    manifest: string
    issuer: string
    issued: string
  }>
}>
export type Block<K extends keyof Kinds = keyof Kinds> = { [P in K]: Readonly<{ is: P }> & Kinds[P] }[K]

export const paragraph = (name: string, text: string, indent = true): Block => ({ is: 'paragraph', name, text, indent })
/** A text as it was entered, line by line. */
export const paragraphs = (name: string, text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(name, line))
export const section = (name: string, text: string): Block => ({ is: 'section', name, text })
/** The compiler asks each row for each column. */
export const table = <C extends string>(one: Table<C>): Block => ({ is: 'table', ...one })
