/** The worlds are what the use-cases would have written: folding every event anew finds each row as it lies there. */
import type { Figure } from '../figures.ts'
import { verified, worldOf } from '../generate/world.ts'

export async function worlds(): Promise<Figure[]> {
  const { cases, dataDir } = await worldOf(1_000)
  const differences = await verified(dataDir)
  if (differences.length > 0) throw new Error(`The world of ${cases} cases is not what was sealed:\n${differences.join('\n')}`)
  return [{ part: 'worlds', what: `differences in ${cases} cases, by verify`, measured: '0', control: '', ratio: null, aim: null }]
}
