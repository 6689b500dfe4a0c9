import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPersonName, cleanFileName, lookOf, normaliseNo, normaliseText, parseDay } from './names.ts'

describe('text', () => {
  it('is composed and trimmed, also of full-width blanks', () => {
    expect(normaliseText('　Cafe\u0301 ')).toEqual({ ok: true, text: 'Café' })
  })
  it.each([
    ['an override', '赵\u202E某', 'text.bidi'],
    ['an isolate', '\u2066x\u2069', 'text.bidi'],
    ['an Arabic letter mark', 'x\u061C', 'text.bidi'],
    ['a zero-width space', '赵\u200B某', 'text.invisible'],
    ['a zero-width joiner', '赵\u200D某', 'text.invisible'],
    ['a byte order mark, even at the end', '赵某\uFEFF', 'text.invisible'],
    ['a soft hyphen', 'a\u00ADb', 'text.invisible'],
    ['a Hangul filler', '\u3164', 'text.invisible'],
    ['a tag', 'a\u{E0041}', 'text.invisible'],
    ['a noncharacter', 'a\uFFFE', 'text.invisible'],
    ['a line break', 'a\nb', 'text.control'],
    ['a NUL', 'a\0b', 'text.control'],
    ['a C1 control', 'a\u0085b', 'text.control'],
    ['a line separator', 'a\u2028b', 'text.control'],
    ['a variation of a Han character', '葛\u{E0100}', 'text.invisible'],
    ['a variation of a letter', 'a\uFE0F', 'text.invisible'],
    ['half a character', 'a\uD842', 'text.malformed'],
  ])('with %s is refused', (_what, text, code) => expect(normaliseText(text)).toEqual({ ok: false, code }))
  it('of several lines keeps its lines and nothing else of that kind', () => {
    expect(normaliseText('甲\r\n\t乙\r丙', 'lines')).toEqual({ ok: true, text: '甲\n\t乙\n丙' })
    expect(normaliseText('甲\0', 'lines')).toEqual({ ok: false, code: 'text.control' })
  })
  it.each([
    ['a tower of marks', `赵某${'\u0300'.repeat(60)}`, 'text.marks'],
    ['five marks on a letter', 'q\u0300\u0301\u0302\u0303\u0304', 'text.marks'],
    ['a character of one machine alone', '赵\uE863', 'text.private'],
    ['one beyond the basic plane', '赵\u{F0000}', 'text.private'],
  ])('of one line with %s is refused, and so is a name (found J15)', (_what, text, code) => {
    expect(normaliseText(text)).toEqual({ ok: false, code })
    expect(checkPersonName(text)).toEqual({ ok: false, code })
  })
  it('of one line has up to four marks on a letter, counted as composed; of several lines keeps the bullets of Word (found J15)', () => {
    expect(normaliseText('q\u0300\u0301\u0302\u0303')).toMatchObject({ ok: true })
    expect(normaliseText('e\u0301\u0300\u0302\u0303\u0304')).toEqual({ ok: true, text: 'é\u0300\u0302\u0303\u0304' })
    expect(normaliseText('\uF0B7 甲\n\uF0B7 乙', 'lines')).toMatchObject({ ok: true })
  })
  it('in Mongolian keeps the forms of its letters', () => {
    expect(normaliseText('ᠨᠢᠭᠡ\u180B')).toMatchObject({ ok: true })
    expect(normaliseText('赵\u180B')).toMatchObject({ ok: false })
  })
  it('may hold a picture', () => expect(normaliseText('赵某祥案 📎 ☎\uFE0F')).toMatchObject({ ok: true }))
})

describe('a name', () => {
  it.each([
    ['赵某', '赵某'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 • 买买提', '阿卜杜拉·买买提'],
    ['娜仁・高娃', '娜仁·高娃'],
    ['𠮷野某', '𠮷野某'],
    ['张　三', '张三'],
    ['Mary-Jane  O’Brien', 'Mary-Jane O’Brien'],
    ['不详', '不详'],
    ['〇某', '〇某'],
    ['\uFA0C', '\uFA0C'.normalize('NFC')],
  ])('“%s” is kept as %s', (typed, name) => expect(checkPersonName(typed)).toEqual({ ok: true, name }))
  it.each([
    ['', 'name.empty'],
    [' 　 ', 'name.empty'],
    ['·', 'name.no-letter'],
    ['12345', 'name.no-letter'],
    ['\u202E某赵', 'text.bidi'],
    ['赵\u200C某', 'text.invisible'],
    ['赵\t某', 'text.control'],
  ])('“%s” is refused', (typed, code) => expect(checkPersonName(typed)).toEqual({ ok: false, code }))
  it('has at most 50 characters, however many bytes each has', () => {
    expect(checkPersonName('𠮷'.repeat(50))).toMatchObject({ ok: true })
    expect(checkPersonName('𠮷'.repeat(51))).toEqual({ ok: false, code: 'name.too-long' })
  })
})

it('logins that look alike have one look: punctuation, case, width, 0 and o, 1 and l (found J15)', () => {
  const alike = ['chenmin1', 'chenmin1.', 'chen.min1', 'chen--min1', 'CHENMIN1', 'ｃｈｅｎｍｉｎ１', 'chenminl']
  expect(new Set(alike.map(lookOf))).toEqual(new Set(['chenminl']))
  expect(lookOf('z0u')).toBe(lookOf('zou'))
  expect(lookOf('chenming')).not.toBe(lookOf('chenmin'))
})

describe('a file name', () => {
  it.each([
    ['银行流水 2024.xlsx', '银行流水 2024.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\流水.pdf', '流水.pdf'],
    ['a/../b.pdf', 'b.pdf'],
    ['exe.\u202Egpj', 'exe._gpj'],
    ['流\u200B水.pdf', '流_水.pdf'],
    ['a\r\nb.pdf', 'a__b.pdf'],
    ['a"b<c>|?*.pdf', 'a_b_c____.pdf'],
    ['流水.pdf. ', '流水.pdf'],
    ['.htaccess', '.htaccess'],
    ['half\uD842.pdf', 'half_.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['目录/', '目录'],
  ])('“%s” is shown as “%s”', (given, name) => expect(cleanFileName(given)).toEqual({ ok: true, name }))
  it.each(['', '..', '.', '/', ' . ', '../..'])('“%s” is none', (given) =>
    expect(cleanFileName(given)).toEqual({ ok: false, code: 'file.name-empty' }),
  )
  it('of 300 characters keeps its beginning and its ending', () => {
    const cleaned = cleanFileName(`${'证'.repeat(296)}.pdf`)
    expect(cleaned).toEqual({ ok: true, name: `${'证'.repeat(195)}….pdf` })
    expect(cleanFileName('证'.repeat(300))).toEqual({ ok: true, name: `${'证'.repeat(199)}…` })
  })
  it('is always safe to show, and cleaning it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const cleaned = cleanFileName(given)
        if (!cleaned.ok) return
        expect(cleaned.name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u)
        expect([...cleaned.name].length).toBeLessThanOrEqual(200)
        expect(cleanFileName(cleaned.name)).toEqual(cleaned)
      }),
    )
  })
})

describe('a document number', () => {
  it.each([
    '青人社案[2026]26号',
    '青人社案（2026）26号',
    '青人社案(2026) 26 号',
    '青人社案【2026】２６号',
    '青人社案〔2026〕第026号',
    '青人社案〔2026〕26',
  ])('%s is 青人社案〔2026〕26号', (no) => expect(normaliseNo(no)).toBe(normaliseNo('青人社案〔2026〕26号')))
  it('stays another number where year, serial or issuer differ', () => {
    const numbers = ['青人社案〔2026〕26号', '青人社案〔2026〕260号', '青人社案〔2025〕26号', '青人社移〔2026〕26号', '青人社案〔2026〕2号']
    expect(new Set(numbers.map(normaliseNo)).size).toBe(numbers.length)
  })
  it('of a court is told by its brackets and latin letters too', () => {
    expect(normaliseNo('(2024)内xxxx刑初12号')).toBe(normaliseNo('（2024）内ＸＸＸＸ刑初12号'))
  })
})

describe('a day', () => {
  it.each([
    '2026-11-24',
    '2026/11/24',
    '2026.11.24',
    '2026年11月24日',
    '２０２６－１１－２４',
    '２０２６年１１月２４日',
    ' 2026年 11月 24日 ',
    '2026年11月24号',
  ])('“%s” is 2026-11-24', (text) => expect(parseDay(text)).toEqual({ ok: true, day: '2026-11-24' }))
  it('needs only one digit for month and day', () => expect(parseDay('2026年3月5日')).toEqual({ ok: true, day: '2026-03-05' }))
  it.each([
    ['', 'day.empty'],
    ['2025-02-29', 'day.not-real'],
    ['2026-13-01', 'day.not-real'],
    ['0026-11-24', 'day.not-real'],
    ['26-11-24', 'day.format'],
    ['24/11/2026', 'day.format'],
    ['2026-11', 'day.format'],
    ['2026-11/24', 'day.format'],
    ['明天', 'day.format'],
    ['20261124', 'day.format'],
  ])('“%s” is refused', (text, code) => expect(parseDay(text)).toEqual({ ok: false, code }))
})
