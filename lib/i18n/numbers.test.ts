import { describe, expect, it } from 'vitest'
import { formatAtMost, formatBadge, formatCount, formatFen, formatSize, shortDigest } from './numbers.ts'

describe('numbers', () => {
  it('have commas at thousands', () => {
    expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567'])
  })

  it('stop at 99 on a badge', () => {
    expect([0, 99, 100].map(formatBadge)).toEqual(['0', '99', '99+'])
  })

  it('stop where counting stopped', () => {
    expect(formatAtMost(999, 1000)).toBe('999')
    expect(formatAtMost(1000, 1000)).toBe('1,000+')
  })

  it('read money from fen with two decimals, up to the largest total', () => {
    expect([0, 5, 2_680_000, -150].map(formatFen)).toEqual(['0.00', '0.05', '26,800.00', '−1.50'])
    expect(formatFen(10 ** 15 - 1)).toBe('9,999,999,999,999.99')
  })

  it('read sizes in the unit that leaves one to three digits', () => {
    expect([0, 1023, 1024, 1_258_291, 432_013_312, 2 * 2 ** 30].map(formatSize)).toEqual([
      '0 B',
      '1023 B',
      '1 KB',
      '1.2 MB',
      '412 MB',
      '2 GB',
    ])
    expect(formatSize(1024 * 1024 - 1)).toBe('1 MB')
  })

  it('shorten a digest without hiding its ends', () => {
    expect(shortDigest('9f2c000000e41a')).toBe('9f2c…e41a')
  })
})
