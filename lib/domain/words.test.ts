import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soughtIn, wordsOf } from './words.ts'

/** As an index does. */
const finds = (typed: string, text: string): boolean => {
  const words = wordsOf(text)
  const sought = soughtIn(typed)
  return sought.length > 0 && sought.every(({ word, begins }) => words.some((one) => (begins ? one.startsWith(word) : one === word)))
}

describe('words', () => {
  it.each([
    ['赵', '赵某祥等涉嫌诈骗案'],
    ['某祥', '赵某祥等涉嫌诈骗案'],
    ['赵某祥 诈骗', '赵某祥等涉嫌诈骗案'],
    ['诈骗 赵某祥', '赵某祥等涉嫌诈骗案'],
    ['26号', '乙人社移〔2026〕26号'],
    ['(2026)26', '乙人社移〔2026〕26号'],
    ['［２０２６］２６', '乙人社移〔2026〕26号'],
    ['乙人社移〔2026〕26号', '乙人社移〔2026〕26号'],
    ['乙人社移[2026]026号', '乙人社移〔2026〕26号'],
    ['乙人社移 2026 26', '乙人社移〔2026〕26号'],
    ['26', '乙人社移〔2026〕26号'],
    ['o’brien', 'O’Brien Mary-Jane'],
    ['mary', 'O’Brien Mary-Jane'],
    ['MAR', 'O’Brien Mary-Jane'],
    ['买买提', '阿卜杜拉·买买提'],
    ['𠮷野', '𠮷野某'],
    ['𰻝', '𰻝面馆'],
  ])('%s is found in %s', (typed, text) => expect(finds(typed, text)).toBe(true))

  it.each([
    ['王', '赵某祥'],
    ['祥某', '赵某祥'],
    ['2', '乙人社移〔2026〕26号'],
    ['6号', '乙人社移〔2026〕26号'],
    ['202', '乙人社移〔2026〕26号'],
    ['27号', '乙人社移〔2026〕26号'],
    ['', '赵某祥'],
    ['〔〕%_*"', '赵某祥'],
  ])('%s is not found in %s', (typed, text) => expect(finds(typed, text)).toBe(false))

  it('any piece of a text is found in it, whatever it is written in', () => {
    const text = fc.string({ unit: fc.constantFrom('赵', '某', '𠮷', 'a', 'B', '7', ' ', '〔', '号', '·'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (whole, from, to) => {
        const chars = [...whole]
        // Cut between Han characters only: elsewhere a word has a beginning.
        const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char)
        const start = isHan(chars[from]) ? from : 0
        const piece = chars.slice(start, Math.max(start, to)).join('')
        const ends = isHan(chars[to - 1]) || !/[\dab]/i.test(chars[to] ?? '')
        fc.pre(soughtIn(piece).length > 0 && ends && (start === 0 || !/[\dab]/i.test(chars[start - 1] ?? '') || isHan(chars[start])))
        expect(finds(piece, whole)).toBe(true)
      }),
    )
  })
  it('has nothing in it that an index takes for a sign of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).not.toMatch(/[\s"'*:&|()!<>\\-]/)
      }),
    )
  })
  it('ends somewhere', () => expect(soughtIn('赵某'.repeat(5_000))).toHaveLength(60))
})
