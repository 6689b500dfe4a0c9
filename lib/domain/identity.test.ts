import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, checkIdentityNo, checkMobile, maskIdentityNo } from './identity.ts'

const TODAY = '2026-11-24'
const check = (typed: string) => checkIdentityNo(typed, TODAY)

describe('an identity number', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['15990119800101001X', '1980-01-01', 'male'],
    ['159902197512120028', '1975-12-12', 'female'],
    ['159921198806300044', '1988-06-30', 'female'],
    ['159921199208151012', '1992-08-15', 'male'],
    ['159981196904032052', '1969-04-03', 'male'],
    ['159802199002280033', '1990-02-28', 'male'],
  ])('%s is good', (no, bornOn, sex) => expect(check(no)).toEqual({ ok: true, identityNo: no, bornOn, sex }))
  it.each(['15990119800101001x', '１５９９０１１９８００１０１００１Ｘ', ' 159901 19800101 001X '])('may be typed “%s”', (typed) => {
    expect(check(typed)).toMatchObject({ ok: true, identityNo: '15990119800101001X' })
  })
  it.each([
    ['', 'identity.length'],
    ['150103800101001', 'identity.length'],
    ['15990119800101001', 'identity.length'],
    ['15990119800101001XX', 'identity.length'],
    ['1599011980010100IX', 'identity.length'],
    ['X5990119800101001X', 'identity.length'],
    ['159901198001010011', 'identity.check'],
    ['15990219800101001X', 'identity.check'],
    ['159901198001010O1X', 'identity.length'],
    ['440524188001010014', 'identity.age'],
  ])('“%s” is refused', (typed, code) => expect(check(typed)).toEqual({ ok: false, code }))
  it('is of someone born until today, and not earlier than 130 years', () => {
    const born = (day: string) => checkIdentityNo(withCheck(`159901${day.replaceAll('-', '')}001`), TODAY)
    expect(born('2026-11-24')).toMatchObject({ ok: true })
    expect(born('2026-11-25')).toEqual({ ok: false, code: 'identity.future' })
    expect(born('1896-11-24')).toMatchObject({ ok: true })
    expect(born('1895-11-25')).toMatchObject({ ok: true }) // 131 tomorrow
    expect(born('1895-11-24')).toEqual({ ok: false, code: 'identity.age' })
  })
  it.each(['20250229', '19801301', '19800400'])('is of a real day, which %s is not', (date) => {
    expect(checkIdentityNo(withCheck(`159901${date}001`), TODAY)).toEqual({ ok: false, code: 'identity.date' })
  })
  it('with one wrong digit, or two neighbours swapped, is never good', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'159902197512120028']
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(check(digits.join('')).ok).toBe(false)
      }),
    )
    expect(check('159902197512120208').ok).toBe(false)
  })
})

describe('a credit code', () => {
  it.each(['11159900MB0A00018X', '12159900MA0B00023W', '91159900MB0A00018M'])('%s is good', (creditCode) => {
    expect(checkCreditCode(creditCode)).toEqual({ ok: true, creditCode, remarks: [] })
  })
  it('may be typed in small letters with blanks', () =>
    expect(checkCreditCode('11159900 mb0a00018x')).toMatchObject({ ok: true, creditCode: '11159900MB0A00018X' }))
  it('of an authority that we do not know is good, with a remark', () => {
    const known = 'A1159900MB0A00018'
    const good = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((symbol) => checkCreditCode(known + symbol)).filter((answer) => answer.ok)
    expect(good).toMatchObject([{ remarks: ['credit-code.authority'] }])
  })
  it.each([
    ['', 'credit-code.length'],
    ['11159900MB0A00018', 'credit-code.length'],
    ['11159900MBOA00018X', 'credit-code.characters'],
    ['I1159900MB0A00018X', 'credit-code.characters'],
    ['11159900MB0A00017X', 'credit-code.organisation'],
    ['11159900MB0A00018Y', 'credit-code.check'],
    ['21159900MB0A00018X', 'credit-code.check'],
  ])('“%s” is refused', (typed, code) => expect(checkCreditCode(typed)).toEqual({ ok: false, code }))
})

// GB 32100-2015, docs/handbook.md §8.2: places 3 to 8 are a division, digits only. Each of these has true check characters.
it.each(['11A59900MB0A00018A', '111A9900MB0A00018J', '1115990AMB0A00018E', '91ABCDEFMB0A000186'])(
  'a credit code with letters in its division is refused: %s (found G3)',
  (typed) => expect(checkCreditCode(typed)).toEqual({ ok: false, code: 'credit-code.division' }),
)
it('the category beside the division may be a letter (found G3)', () =>
  expect(checkCreditCode('1A159900MB0A000182')).toMatchObject({ ok: true, creditCode: '1A159900MB0A000182' }))

describe('a mobile number', () => {
  it.each(['13800000000', '138 0000 0000', '+86 138-0000-0000', '１３８００００００００'])('%s is good', (typed) => {
    expect(checkMobile(typed)).toEqual({ ok: true, mobile: '13800000000' })
  })
  it.each(['12800000000', '1380000000', '138000000000', '0471-1234567', ''])('“%s” is refused', (typed) =>
    expect(checkMobile(typed)).toEqual({ ok: false, code: 'mobile.format' }),
  )
})

describe('masks', () => {
  it('show the place and the end', () => {
    expect(maskIdentityNo('15990119800101001X')).toBe('159901********001X')
  })
  it('show nothing of what is too short to hide', () =>
    expect([maskIdentityNo('1599011980'), maskIdentityNo('')]).toEqual(['**********', '']))
})

const withCheck = (seventeen: string): string =>
  [...'0123456789X']
    .map((last) => seventeen + last)
    .find((no) => {
      const answer = checkIdentityNo(no, TODAY)
      return answer.ok || answer.code !== 'identity.check'
    }) ?? ''
