import { describe, expect, it } from 'vitest'
import { citationsOn, citeAllEn, citeAllZh } from './citation.ts'
import { CLOCKS, clockRowOn, type ClockId } from './clocks.ts'

const ids = (test: (row: (typeof CLOCKS)[number]) => boolean) => CLOCKS.filter(test).map((row) => row.id)

describe('the clock rows', () => {
  it('are the forty-six of the handbook, each once', () => {
    const expected = Array.from({ length: 43 }, (_, i) => `CL${String(i + 1).padStart(2, '0')}`)
    expect(CLOCKS.map((row) => row.id).toSorted()).toEqual([...expected, 'CL16E', 'CL16X', 'CL16Y'].toSorted())
  })
  it('have a number unless the law says at once', () => expect(ids((row) => row.length === null)).toEqual(['CL08', 'CL12']))
  it('count hours in three cases only', () => expect(ids((row) => row.unit === 'hour')).toEqual(['CL10', 'CL13', 'CL14']))
  it('count months in four', () => expect(ids((row) => row.unit === 'month')).toEqual(['CL24', 'CL37', 'CL42', 'CL43']))
  it('count working days where the source does', () => {
    expect(ids((row) => row.unit === 'workday')).toEqual(['CL01', 'CL02', 'CL03', 'CL04', 'CL05', 'CL06', 'CL32', 'CL33', 'CL40', 'CL41'])
  })
  it('of the bureau in days or months are the ones that the strict rule names', () => {
    expect(
      ids((row) => row.owes.some((owner) => owner === 'bureau') && row.length !== null && (row.unit === 'day' || row.unit === 'month')),
    ).toEqual(['CL07', 'CL09', 'CL11', 'CL15', 'CL17', 'CL19', 'CL25', 'CL28', 'CL30', 'CL37'])
  })
  it.each([
    ['2001-07-09', null, 'CL08 CL09 CL10 CL12 CL13 CL16 CL17 CL18 CL19 CL25'],
    ['2020-09-01', null, 'CL14 CL15 CL26'],
    ['2019-12-30', null, 'CL20 CL21 CL22 CL23 CL24 CL34 CL35'],
    ['2018-01-01', null, 'CL16E'],
    ['2001-12-03', '2021-09-05', 'CL27 CL28 CL29 CL30 CL31'],
    ['2025-06-01', null, 'CL32 CL33'],
    ['2021-09-06', null, 'CL36 CL37 CL38 CL39'],
    ['2021-07-15', null, 'CL06 CL07'],
    ['2023-05-01', null, 'CL01 CL02 CL03'],
    ['2006-01-26', null, 'CL11'],
    [null, null, 'CL04 CL05 CL16X CL16Y CL40 CL41'],
    ['2018-10-26', null, 'CL42 CL43'],
  ])('from %s to %s are %s', (from, to, rows) => expect(ids((row) => row.from === from && row.to === to).join(' ')).toBe(rows))
  it('that are unverified, undated or without a number are targets only', () => {
    expect(ids((row) => row.targetOnly)).toEqual(['CL03', 'CL04', 'CL05', 'CL08', 'CL12', 'CL16X', 'CL16Y', 'CL40', 'CL41'])
  })
  it('pause in one case only', () => expect(ids((row) => row.pausable)).toEqual(['CL40']))
  // docs/handbook.md §3.3, column by column: who, how long, and what may be added.
  it.each([
    ['CL01', 'bureau', '5 workday', ''],
    ['CL02', 'bureau', '10 workday', ''],
    ['CL03', 'bureau', '60 workday', 'added 30 workday'],
    ['CL04', 'bureau', '10 workday', ''],
    ['CL05', 'bureau', '10 workday', 'again 30 workday'],
    ['CL06', 'bureau', '7 workday', ''],
    ['CL07', 'bureau', '90 day', ''],
    ['CL08', 'bureau', 'at once', ''],
    ['CL09', 'bureau', '3 day', ''],
    ['CL10', 'bureau', '24 hour', ''],
    ['CL11', 'bureau', '10 day', ''],
    ['CL12', 'police', 'at once', ''], // the others sign by house rule (soft-times.ts)
    ['CL13', 'police', '24 hour', ''],
    ['CL14', 'police', '24 hour', ''],
    ['CL15', 'bureau', '3 day', ''],
    ['CL16', 'police', '3 day', ''],
    ['CL16E', 'police', '3 day', 'instead 10 day, instead 30 day, added 30 day'],
    ['CL16X', 'police', '3 day', 'instead 7 day, instead 30 day'],
    ['CL16Y', 'police', '10 day', 'instead 30 day'],
    ['CL17', 'bureau', '3 day', ''],
    ['CL18', 'police', '3 day', ''],
    ['CL19', 'bureau', '3 day', ''],
    ['CL20', 'police', '7 day', ''],
    ['CL21', 'police', '15 day', ''],
    ['CL22', 'procuratorate', '10 day', ''],
    ['CL23', 'police', '7 day', ''],
    ['CL24', 'procuratorate', '3 month', ''],
    ['CL25', 'bureau', '3 day', ''],
    ['CL26', 'police', '3 day', ''],
    ['CL27', 'procuratorate', '3 day', ''],
    ['CL28', 'bureau', '5 day', ''],
    ['CL29', 'procuratorate', '7 day', ''],
    ['CL30', 'bureau', '5 day', ''],
    ['CL31', 'procuratorate', '15 day', ''],
    ['CL32', 'commission', '5 workday', ''],
    ['CL33', 'commission', '15 workday', 'again 15 workday'],
    ['CL34', 'procuratorate', '7 day', ''],
    ['CL35', 'procuratorate', '10 day', ''],
    ['CL36', 'procuratorate', '3 day', ''],
    ['CL37', 'bureau', '2 month', ''],
    ['CL38', 'procuratorate', '7 day', ''],
    ['CL39', 'procuratorate', '7 day', ''],
    ['CL40', 'procuratorate', '10 workday', 'added open'], // FXZY art. 12: extendable, no number
    ['CL41', 'bureau', '5 workday', ''],
    ['CL42', 'procuratorate', '1 month', 'added 15 day'],
    ['CL43', 'police commission', '1 month', 'again 1 month'],
  ])('%s: %s owes it, %s %s', (id, owes, length, extensions) => {
    const row = CLOCKS.find((one) => one.id === id)
    const said = (one: Readonly<{ length: number | null; unit: string }>) => (one.length === null ? 'at once' : `${one.length} ${one.unit}`)
    expect(row?.owes.join(' ')).toBe(owes)
    expect(row && said(row)).toBe(length)
    expect(row?.extensions.map((one) => `${one.counts} ${one.length === null ? 'open' : said(one)}`).join(', ')).toBe(extensions)
  })
  // docs/handbook.md §3.3, last column, and §3.3 Effective dates: how well the rows are known.
  it.each([
    [
      'V',
      'CL06 CL07 CL08 CL09 CL10 CL11 CL12 CL13 CL14 CL15 CL16 CL17 CL18 CL19 CL20 CL21 CL22 CL23 CL24 CL25 CL26 CL27 CL28 CL29 CL30 CL31',
    ],
    ['V', 'CL32 CL33 CL34 CL35 CL36 CL37 CL38 CL39 CL42 CL43'],
    ['S', 'CL01 CL02 CL16E CL16X CL40'],
    ['U', 'CL03 CL04 CL05 CL16Y CL41'],
  ])('%s: %s (found G6)', (tag, named) => {
    expect(named.split(' ').filter((id) => CLOCKS.find((row) => row.id === id)?.tag !== tag)).toEqual([])
  })
  it.each([
    ['CL11', '2026-11-24', '高检会〔2006〕2号第一条'],
    ['CL16X', '2026-11-24', '公通字〔2015〕32号'],
    ['CL36', '2026-11-24', '高检发释字〔2021〕4号第八条第二款'],
    ['CL37', '2026-11-24', '高检发释字〔2021〕4号第九条；高检发释字〔2021〕4号第十一条'],
    ['CL38', '2026-11-24', '高检发释字〔2021〕4号第十三条'],
    ['CL39', '2026-11-24', '高检发释字〔2021〕4号第十六条'],
    ['CL40', '2026-11-24', '《人民检察院行刑反向衔接工作指引》第十二条'],
    ['CL41', '2026-11-24', '2006、2007年要情报告制度；人社部发〔2020〕21号'],
    ['CL43', '2025-05-31', '《刑事诉讼法》第一百七十五条；《监察法》第四十七条'],
    ['CL43', '2025-06-01', '《刑事诉讼法》第一百七十五条；《监察法》第五十四条'],
  ] as const)('%s on %s cites %s (found G6)', (id, day, cited) =>
    expect(citeAllZh(citationsOn(clockRowOn(id, day)?.citations ?? [], day))).toBe(cited),
  )
  it('never stand without a text (found G6)', () => expect(ids((row) => (row.citations as readonly unknown[]).length === 0)).toEqual([]))
  it('count by the article of who owes them: criminal procedure, supervision, the Penalty Act; Order 310 has none (§3.4 rules 1-3)', () => {
    expect(ids((row) => row.counting === 'penalty-act')).toEqual(['CL06', 'CL07'])
    expect(ids((row) => row.counting === 'supervision')).toEqual(['CL32', 'CL33'])
    expect(ids((row) => row.counting === 'none' && !row.owes.some((owner) => owner === 'bureau'))).toEqual(['CL12'])
    expect(ids((row) => row.counting === 'criminal-procedure' && row.owes.some((owner) => owner === 'bureau'))).toEqual([])
  })
  it('are a may in one case only', () => expect(ids((row) => row.force === 'may')).toEqual(['CL24']))
  it('roll in custody but for the two of prosecution', () => expect(ids((row) => !row.rollsInCustody)).toEqual(['CL42', 'CL43']))
})

describe('the row in force', () => {
  it.each<[ClockId, string, boolean]>([
    ['CL09', '2001-07-08', false],
    ['CL09', '2001-07-09', true],
    ['CL09', '2026-11-24', true],
    ['CL27', '2001-12-02', false],
    ['CL27', '2017-09-29', true],
    ['CL31', '2021-09-05', true],
    ['CL31', '2021-09-06', false],
    ['CL36', '2021-09-05', false],
    ['CL36', '2021-09-06', true],
    ['CL14', '2020-08-31', false],
    ['CL14', '2020-09-01', true],
    ['CL32', '2025-05-31', false],
    ['CL32', '2025-06-01', true],
    ['CL07', '2021-07-14', false],
    ['CL07', '2021-07-15', true],
    ['CL01', '2023-04-30', false],
    ['CL01', '2023-05-01', true],
    ['CL16E', '2017-12-31', false],
    ['CL40', '2024-01-01', true],
  ])('%s on %s: %s', (id, day, there) => expect(clockRowOn(id, day) !== null).toBe(there))
  it('cites the text of its day', () => {
    const cited = (day: string) => citeAllZh(citationsOn(clockRowOn('CL16', day)?.citations ?? [], day))
    expect(cited('2017-10-20')).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第八条')
    expect(cited('2020-08-07')).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第八条')
    expect(cited('2026-11-24')).toBe('《行政执法机关移送涉嫌犯罪案件的规定》第八条；《公安机关办理刑事案件程序规定》第一百八十条第一款')
    expect(citeAllEn(citationsOn(clockRowOn('CL09', '2017-10-20')?.citations ?? [], '2017-10-20'))).toBe('Order 310 (2001), art. 5(2)')
    expect(citeAllEn(citationsOn(clockRowOn('CL09', '2026-11-24')?.citations ?? [], '2026-11-24'))).toBe('Order 310, art. 5(2)')
  })
})
