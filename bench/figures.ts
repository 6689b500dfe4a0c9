/** A figure is a ratio to something measured in the same run; a bare number stands beside it, and is this machine's alone. */
export type Figure = Readonly<{
  part: string
  what: string
  measured: string
  /** What it is held against, '' where there is no such thing. */
  control: string
  ratio: number | null
  /** The ratio should be no more; null where there is no aim. */
  aim: number | null
}>

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
export const ms = (n: number): string => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`
export const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
export const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

export function print(figures: readonly Figure[]): void {
  const rows = figures.map(({ part, what, measured, control, ratio, aim }) => [
    part,
    what,
    measured,
    control,
    ratio === null ? '' : ratio.toFixed(2),
    aim === null ? '' : `≤ ${aim}`,
    ratio === null || aim === null ? '' : ratio <= aim ? 'met' : 'MISSED',
  ])
  const all = [['part', 'what', 'measured', 'against', 'ratio', 'aim', ''], ...rows]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
