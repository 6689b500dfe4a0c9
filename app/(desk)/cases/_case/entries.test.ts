import { expect, it } from 'vitest'
import { CHEN, CLOCK, FILLED, item, open, play, type Step } from '#lib/domain/case/given'
import { entryOf } from '#lib/views/timeline'
import { readable } from './entries.ts'
import type { CasePage } from './open.ts'

const STEPS: readonly Step[] = [
  ...FILLED,
  { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'inner-02') } },
  { by: CLOCK, command: { type: 'FindFileFault', blobId: 'b1', is: 'changed' } },
  { by: CLOCK, command: { type: 'FindFileFault', blobId: 'b2', is: 'missing' } },
  { by: CLOCK, command: { type: 'FindFileWhole', blobId: 'b2' } },
]

it('tells what was found of a file of the inner volume to those alone who may read that (found J6)', () => {
  const played = play(STEPS)
  const shown = (inner: 'yes' | 'never') => {
    const page: Partial<CasePage> = { state: open(played), may: () => (inner === 'yes' ? { is: 'yes', by: CHEN } : { is: 'never' }) }
    const entries = readable(page as CasePage, played.events.map(entryOf)) // safe: it asks for no more of the page
    return entries.map(({ type }) => type).filter((type) => type.startsWith('File'))
  }
  expect(shown('yes')).toEqual(['FileFaultFound', 'FileFaultFound', 'FileFoundWhole'])
  expect(shown('never')).toEqual(['FileFaultFound'])
})
