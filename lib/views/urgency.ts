import type { Duty } from './rows.ts'

/** By the day they are due; but nobody may decide while the sender supplies, so on that track the supplement comes first. */
export function byUrgency<D extends Pick<Duty, 'code' | 'trackId' | 'sortAt'>>(duties: readonly D[]): D[] {
  const awaited = new Set(duties.filter(({ code }) => code === 'supplement').map(({ trackId }) => trackId))
  const waits = ({ code, trackId }: D): number => Number(code === 'examine' && awaited.has(trackId))
  return duties.toSorted((a, b) => waits(a) - waits(b) || (a.sortAt < b.sortAt ? -1 : 1))
}
