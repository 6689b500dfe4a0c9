import { describe, expect, it } from 'vitest'
import { DIVISIONS, divisionOf, reportsTo } from './divisions.ts'

const real = DIVISIONS.filter((d) => !d.isFictional)

describe('divisions', () => {
  it('are the region, 12 leagues and cities and 103 county-level units', () => {
    expect(real.filter((d) => d.parent === '150000')).toHaveLength(12)
    expect(real.filter((d) => d.parent !== null && d.parent !== '150000')).toHaveLength(103)
  })
  it('are each named once, and lie in one that is there', () => {
    expect(new Set(DIVISIONS.map((d) => d.code)).size).toBe(DIVISIONS.length)
    expect(DIVISIONS.filter((d) => d.parent !== null && !divisionOf(d.parent))).toEqual([])
    expect(DIVISIONS.filter((d) => !/^15\d{4}$/.test(d.code) || d.zh === '' || d.en === '')).toEqual([])
  })
  it('keep 满洲里 and 二连浩特 in their league, while their bureaus report to the region', () => {
    const [manzhouli, erenhot, hailar] = ['150781', '152501', '150702'].map((code) => divisionOf(code)!)
    expect([manzhouli?.parent, erenhot?.parent]).toEqual(['150700', '152500'])
    expect([manzhouli, erenhot, hailar].map((d) => d && reportsTo(d))).toEqual(['150000', '150000', '150700'])
    expect(divisionOf('150000') && reportsTo(divisionOf('150000')!)).toBeNull()
  })
  it('of the demo world lie outside GB/T 2260', () => {
    expect(DIVISIONS.filter((d) => d.isFictional).map((d) => `${d.code} ${d.zh}`)).toEqual([
      '159800 戊市',
      '159802 己区',
      '159823 庚旗',
      '159900 甲盟',
      '159921 乙旗',
      '159922 丙县',
      '159981 丁市',
    ])
    expect(divisionOf('159922')).toMatchObject({ parent: '159900', isFictional: true })
  })
  it('that are unknown are not invented', () => expect(divisionOf('110101')).toBeUndefined())
})
