/** Repeated groups of fields: `line.0.fund`, `line.1.fund` … become a list. A row in which nothing was typed is no row. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export function groupsOf(fields: Fields, name: string): Readonly<{ index: number; values: Record<string, string | readonly string[]> }>[] {
  const groups = new Map<number, Record<string, string | readonly string[]>>()
  for (const [key, value] of Object.entries(fields)) {
    const [, index, field] = new RegExp(`^${name}\\.(\\d{1,4})\\.([A-Za-z]+)$`).exec(key) ?? []
    if (index === undefined || field === undefined) continue
    const group = groups.get(Number(index)) ?? {}
    group[field] = value
    groups.set(Number(index), group)
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([index, values]) => ({ index, values }))
}
/** What is left of the fields once the groups are taken out: for the strict schema of the form itself. */
export const withoutGroups = (fields: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !names.some((name) => key.startsWith(`${name}.`))))
