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
})
