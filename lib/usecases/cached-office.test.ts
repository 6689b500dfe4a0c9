import { expect, it } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import { readNames } from './directory.ts'
import { cachedOffice } from './cached-office.ts'

it('reads each part of the office once, however many ask, and everything else each time', async () => {
  const calls: string[] = []
  const read = cachedOffice({
    ...memoryStore(),
    listUnits: async () => (calls.push('units'), []),
    listPersons: async () => (calls.push('persons'), []),
    readPerson: async () => (calls.push('person'), null),
  })
  await Promise.all([readNames(read), readNames(read, true)])
  await readNames(read)
  expect(calls.toSorted()).toEqual(['persons', 'units'])
  await read.readPerson('a')
  await read.readPerson('a')
  expect(calls.filter((one) => one === 'person')).toHaveLength(2)
})
