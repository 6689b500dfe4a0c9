import { expect, it } from 'vitest'
import { CHEN, CLOCK, FILLED, item, open, tell, type Step } from '#lib/domain/case/given'
import { entryOf } from '#lib/views/timeline'
import { readable } from './entries.ts'
import type { CasePageData } from './open.ts'

const STEPS: readonly Step[] = [
  ...FILLED,
  { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'inner-02') } },
  { by: CLOCK, command: { type: 'FindFileFault', blobId: 'b1', is: 'changed' } },
  { by: CLOCK, command: { type: 'FindFileFault', blobId: 'b2', is: 'missing' } },
  { by: CLOCK, command: { type: 'FindFileWhole', blobId: 'b2' } },
]

it('tells what was found of a file of the inner volume to those alone who may read that (found J6)', () => {
  const told = tell(STEPS)
  const shown = (inner: 'yes' | 'never') => {
    const page: Partial<CasePageData> = { state: open(told), may: () => (inner === 'yes' ? { is: 'yes', by: CHEN } : { is: 'never' }) }
    const entries = readable(page as CasePageData, told.events.map(entryOf)) // safe: it asks for no more of the page
    return entries.map(({ type }) => type).filter((type) => type.startsWith('File'))
  }
  expect(shown('yes')).toEqual(['FileFaultFound', 'FileFaultFound', 'FileFoundWhole'])
  expect(shown('never')).toEqual(['FileFaultFound'])
})
