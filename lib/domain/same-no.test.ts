import { describe, expect, it } from 'vitest'
import { isSameNo } from './same-no.ts'

const NO = '甲人社案〔2026〕26号'

describe('a number typed to confirm', () => {
  it.each([
    '甲人社案〔2026〕26号',
    '甲人社案[2026]26号',
    '甲人社案（2026）26号',
    '甲人社案【2026】 26 号',
    ' 甲人社案２０２６２６号 ',
    '甲人社案〔2026〕026号',
    '甲人社案202626号',
    '甲人社案〔2026〕26',
  ])('%s is the number', (typed) => expect(isSameNo(typed, NO)).toBe(true))
  it.each(['', '甲人社案〔2026〕27号', '甲人社移〔2026〕26号', '甲人社案〔2025〕26号', '26号', '甲人社案〔2026〕26号1'])(
    '%s is not',
    (typed) => expect(isSameNo(typed, NO)).toBe(false),
  )
})
