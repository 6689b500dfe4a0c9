/** Repeated rows in a form (lib/schemas/groups.ts): what to show, what was typed, and what is wrong with which row. */
import { NO_PROBLEMS, problem, type Problems, type Values } from '#lib/server/forms/forms'
import { groupsOf } from '#lib/schemas/groups'
import { MOST_ROWS } from '#lib/schemas/limits'

export type Row = Readonly<Record<string, string | readonly string[]>>
export type TypedRow = Readonly<{ index: number; values: Row }>

/** What is saved and two blank rows; or what was kept, with one row more where that was asked for. Never more than a form may bring: where more is saved, blank ones alone. */
export function rowsShown(kept: Values | null, name: string, saved: readonly Row[], blank: Row): Row[] {
  const rows = kept ? groupsOf(kept, name).map(({ values }) => ({ ...blank, ...values })) : []
  if (rows.length === 0) return [...(isBeyond(saved) ? [] : saved), blank, blank].slice(0, MOST_ROWS)
  return kept?.['more'] === name && rows.length < MOST_ROWS ? [...rows, blank] : rows
}

/** Saved before there was a limit. */
export const isBeyond = (saved: readonly unknown[]): boolean => saved.length > MOST_ROWS
/** One row more was asked for: is there room? */
export const roomFor = (fields: Values, name: string): Problems =>
  groupsOf(fields, name).length < MOST_ROWS ? NO_PROBLEMS : problem('', 'form.too-large')

/** A row in which nothing was typed, or that was ticked to go, is no row. `given` are the fields that a blank row brings along. */
export const typedRows = (fields: Values, name: string, given: readonly string[] = []): TypedRow[] =>
  groupsOf(fields, name).flatMap(({ index, values: { remove, ...values } }) => {
    const isTyped = Object.entries(values).some(([field, value]) => !given.includes(field) && value !== '')
    return remove === undefined && isTyped ? [{ index, values }] : []
  })

/** `lines.0.amount`, as the schema counts what it got, by the row of the form: `line.2.amount`. */
export function inRows({ fields, refusal }: Problems, list: string, group: string, rows: readonly TypedRow[]): Problems {
  const named = Object.entries(fields).map(([name, problems]) => {
    const [, place, field] = new RegExp(`^${list}\\.(\\d+)\\.(\\w+)$`).exec(name) ?? []
    return [place === undefined ? name : `${group}.${rows[Number(place)]?.index ?? place}.${field}`, problems] as const
  })
  return { fields: Object.fromEntries(named), refusal }
}

/** One ticked box comes as a text, two as a list. */
export const listOf = (value: Row[string] | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
export const textOf = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))
