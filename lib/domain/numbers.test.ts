import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatNo, numberIn } from './numbers.ts'

it('a number is read back as it was taken, whatever the code of its unit', () => {
  const number = fc.record({
    unitId: fc.constant('u'),
    kind: fc.constantFrom('case', 'letter', 'receipt'),
    year: fc.integer({ min: 2000, max: 2999 }),
    serial: fc.integer({ min: 1, max: 99_999 }),
  })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), number, (code, taken) => {
      expect(numberIn(formatNo(code, taken))).toEqual({ year: taken.year, serial: taken.serial })
    }),
  )
  expect([numberIn('乙公受字第26号'), numberIn('')]).toEqual([null, null])
})
