import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseYuan, yuanInCapitals } from './money.ts'

const anyFen = fc.integer({ min: 0, max: 999_999_999_999_999 })

describe('what a person types as yuan', () => {
  it.each([
    ['26800', 2_680_000],
    ['26,800', 2_680_000],
    ['26,800.50', 2_680_050],
    ['26800.5', 2_680_050],
    ['2.68万', 2_680_000],
    ['2.68 万元', 2_680_000],
    ['２６，８００．５０', 2_680_050],
    ['　26800 ', 2_680_000],
    ['26 800.50', 2_680_050],
    ['26800元', 2_680_000],
    ['￥26,800', 2_680_000],
    ['¥ 26800 元', 2_680_000],
    ['0', 0],
    ['0.01', 1],
    ['0026800', 2_680_000],
    ['1,234.5万', 1_234_500_000],
    ['2.6805万', 2_680_500],
    ['9,999,999,999,999.99', 999_999_999_999_999],
  ])('“%s” is read', (text, fen) => expect(parseYuan(text)).toEqual({ ok: true, fen }))

  it.each([
    ['', 'money.empty'],
    ['  　', 'money.empty'],
    ['二万六', 'money.format'],
    ['1,23', 'money.format'],
    ['1,2345', 'money.format'],
    ['1e5', 'money.format'],
    ['0x10', 'money.format'],
    ['②', 'money.format'],
    ['26800.', 'money.format'],
    ['.5', 'money.format'],
    ['26800美元', 'money.format'],
    ['1.2.3', 'money.format'],
    ['26,800万万', 'money.format'],
    ['NaN', 'money.format'],
    ['26800；', 'money.format'],
    ['1 0000', 'money.format'],
    ['-1', 'money.negative'],
    ['－26,800', 'money.negative'],
    ['￥-5', 'money.negative'],
    ['0.001', 'money.decimals'],
    ['26800.500', 'money.decimals'],
    ['0.00001万', 'money.decimals'],
    ['10,000,000,000,000', 'money.too-large'],
    ['1000000000000000', 'money.too-large'],
    ['1000000000万', 'money.too-large'],
    [`1${'0'.repeat(400)}`, 'money.too-large'],
  ])('“%s” is refused', (text, code) => expect(parseYuan(text)).toEqual({ ok: false, code }))

  it('understands every sum that is written out', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseYuan(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)).toEqual({ ok: true, fen })
      }),
    )
  })
})

describe('yuan in capitals', () => {
  it.each([
    ['10,050.30', '壹万零伍拾元叁角'],
    ['26800', '贰万陆仟捌佰元整'],
    ['42300.07', '肆万贰仟叁佰元零柒分'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.30', '叁角'],
    ['0.35', '叁角伍分'],
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['100000.50', '壹拾万元伍角'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['10', '壹拾元整'],
    ['100005000', '壹亿零伍仟元整'],
    ['1000000000', '壹拾亿元整'],
    ['1010101010.01', '壹拾亿壹仟零壹拾万壹仟零壹拾元零壹分'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is %s', (text, words) => {
    const parsed = parseYuan(text)
    expect(parsed.ok && yuanInCapitals(parsed.fen)).toBe(words)
  })
  it('know no negative sum and none above 9999 亿', () => {
    expect([yuanInCapitals(-1), yuanInCapitals(100_000_000_000_000)]).toEqual([null, null])
  })
  it('can be read back to the same sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        expect(readCapitals(yuanInCapitals(fen) ?? '')).toBe(fen)
      }),
    )
  })
  it('never write two 零 in a row, nor one before 元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => {
        expect(yuanInCapitals(fen)).not.toMatch(/零零|零元|零[万亿]/)
      }),
    )
  })
})

/** Reads 大写 back, by another way than it is written. */
function readCapitals(words: string): number {
  const [, yi = '', wan = '', yuan = '', , jiao = '', fen = ''] =
    /^(?:(.*)亿)?(?:([^万]*)万)?([^元]*?)(元|$|(?=.角|.分))(?:(.)角)?(?:零?(.)分)?整?$/.exec(words) ?? []
  const digit = (char: string) => Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(char || '零'))
  const group = (text: string) =>
    [
      ['仟', 1000],
      ['佰', 100],
      ['拾', 10],
    ].reduce(
      (sum, [place, size]) => sum + digit(new RegExp(`(.)${place}`).exec(text)?.[1] ?? '') * Number(size),
      digit(/([^仟佰拾])$/.exec(text)?.[1] ?? ''),
    )
  return (group(yi) * 1e8 + group(wan) * 1e4 + group(yuan)) * 100 + digit(jiao) * 10 + digit(fen)
}
