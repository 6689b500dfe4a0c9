import { describe, expect, it } from 'vitest'
import { citationsOn, citeEn, citeZh, type Citation } from './citation.ts'
import { SOURCES } from './sources.ts'

describe('a citation', () => {
  it.each<[Citation, string, string]>([
    [{ source: 'XF', article: '383¶1(2)' }, '《刑法》第三百八十三条第一款第（二）项', 'Criminal Law, art. 383(1)(2)'],
    [{ source: 'FS2016-9', article: '1¶2(1)' }, '法释〔2016〕9号第一条第二款第（一）项', 'Fa Shi [2016] No. 9, art. 1(2)(1)'],
    [
      { source: 'JCT-2025', article: '201(2)' },
      '《监察法实施条例》第二百零一条第（二）项',
      'Supervision Law Regulations, art. 201 item (2)',
    ],
    [{ source: 'XSF', article: '105' }, '《刑事诉讼法》第一百零五条', 'Criminal Procedure Law, art. 105'],
    [{ source: 'JS2019', article: '560' }, '《人民检察院刑事诉讼规则》第五百六十条', 'SPP Criminal Procedure Rules, art. 560'],
    [{ source: 'R310-2020', article: '19' }, '《行政执法机关移送涉嫌犯罪案件的规定》第十九条', 'Order 310, art. 19'],
    [{ source: '107号文', article: '§4' }, '人社厅发〔2017〕107号第四部分', 'Ren She Ting Fa [2017] No. 107, part 4'],
    [{ source: 'HJ2017', article: '' }, '高检发释字〔2017〕1号', 'Gao Jian Fa Shi Zi [2017] No. 1'],
    [
      { source: 'FS2016-9', article: '1¶1', aContrario: true },
      '法释〔2016〕9号第一条第一款（反面解释）',
      'Fa Shi [2016] No. 9, art. 1(1) (a contrario)',
    ],
  ])('%o reads so in both languages', (citation, zh, en) => expect([citeZh(citation), citeEn(citation)]).toEqual([zh, en]))
  it('is of a text in force that day', () => {
    const both: Citation[] = [
      { source: 'JCF-2018', article: '34' },
      { source: 'JCF-2024', article: '37' },
    ]
    expect(
      ['2018-03-19', '2018-03-20', '2025-05-31', '2025-06-01'].map((day) =>
        citationsOn(both, day)
          .map((c) => c.article)
          .join(),
      ),
    ).toEqual(['', '34', '34', '37'])
  })
})

describe('the sources', () => {
  it('are each listed once, with dates in order', () => {
    expect(new Set(SOURCES.map((source) => source.id)).size).toBe(SOURCES.length)
    expect(SOURCES.filter((source) => source.from && source.to && source.from > source.to)).toEqual([])
  })
  // docs/handbook.md §0.2 and §0.3, and the texts that its sections 2 to 5 cite by number: from, to, tag. `-`: the day was not seen, or still in force.
  it.each([
    ['321号文', '2017-09-18', '-', 'V'],
    ['107号文', '2017-08-24', '-', 'V'],
    ['HJ2017', '2017-08-07', '-', 'V'],
    ['HJ2003', '2003-01-30', '-', 'V'],
    ['HJ2001', '2001-12-03', '2021-09-05', 'V'],
    ['HJ2021', '2021-09-06', '-', 'V'],
    ['R310-2001', '2001-07-09', '2020-08-06', 'V'],
    ['R310-2020', '2020-08-07', '-', 'V'],
    ['GA2020', '2020-09-01', '-', 'V'],
    ['JJ2017', '2018-01-01', '-', 'S'],
    ['GT2016', '-', '-', 'U'],
    ['YJ2006', '2006-01-26', '-', 'S'], // art. 1 was read, the rest was not
    ['ZB2011', '-', '-', 'U'],
    ['JS2019', '2019-12-30', '-', 'V'],
    ['XSF', '2018-10-26', '-', 'V'],
    ['XF', '1997-10-01', '-', 'V'],
    ['XZA9', '2015-11-01', '-', 'V'],
    ['XZA11', '2021-03-01', '-', 'V'],
    ['FS2016-9', '2016-04-18', '-', 'V'],
    ['FS2026-6', '2026-05-01', '-', 'S'],
    ['FS2011-7', '2011-04-08', '-', 'V'],
    ['LJ2014-266', '2014-04-24', '-', 'V'],
    ['FS2012-18', '2013-01-09', '-', 'V'],
    ['TJ2001-5', '2001-12-17', '-', 'V'],
    ['JCF-2018', '2018-03-20', '2025-05-31', 'V'],
    ['JCF-2024', '2025-06-01', '-', 'V'],
    ['JCT-2025', '2025-06-01', '-', 'V'],
    ['JBT', '2023-12-01', '-', 'V'],
    ['XCF', '2021-07-15', '-', 'V'],
    ['ZJT', '2026-02-01', '-', 'V'],
    ['WAF-2025', '2026-01-01', '-', 'V'],
    ['RS48', '2022-03-18', '-', 'S'],
    ['RS49', '2023-05-01', '-', 'S'],
    ['RS14', '2015-02-03', '-', 'S'],
    ['RT14-2016', '2016-02-01', '-', 'S'],
    ['RS188', '-', '-', 'U'],
    ['RT61', '-', '-', 'U'],
    ['YQ2020', '-', '-', 'S'],
    ['YQ2007', '-', '-', 'S'],
    ['JL2022', '-', '-', 'S'],
    ['FXZY', '-', '-', 'S'],
    ['DZSJ2016', '-', '-', 'S'],
    ['NPCSC-2017', '2017-11-05', '2018-03-19', 'V'],
    ['MPS2015', '-', '-', 'S'],
    ['FS2003-16', '-', '-', 'V'],
    ['FF2003-167', '-', '-', 'U'],
    ['FF2012-17', '-', '-', 'S'],
    ['ZS2022', '2022-05-15', '-', 'S'],
    ['LJ2014-30', '2014-04-24', '-', 'V'],
    ['YBJ', '2021-05-01', '-', 'V'],
    ['NRF2016-50', '-', '-', 'U'],
  ])('%s is in force from %s to %s, %s (found G6)', (id, from, to, tag) => {
    const source = SOURCES.find((one) => one.id === id)
    expect([source?.from ?? '-', source?.to ?? '-', source?.tag]).toEqual([from, to, tag])
  })
})
