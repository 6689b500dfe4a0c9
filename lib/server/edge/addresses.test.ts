import { describe, expect, it } from 'vitest'
import { ownPath, signInPath } from './addresses.ts'

describe('an address to come back to', () => {
  it.each([
    ['/work', '/work'],
    ['/cases?phase=sent&q=26号', '/cases?phase=sent&q=26%E5%8F%B7'],
    ['/a/b/', '/a/b/'],
    ['/work?tab=done&_rsc=1a2b', '/work?tab=done'],
    ['/work?once=1', '/work'],
    ['/cases?q=a&once=1&phase=sent', '/cases?q=a&phase=sent'],
  ])('%s is ours', (given, path) => {
    expect(ownPath(given)).toBe(path)
  })

  it.each([
    '',
    'work',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test/',
    'javascript:alert(1)',
    '/\t/evil.test',
    '/a/../..//evil.test',
    ' /work',
    `/${'x'.repeat(2_001)}`,
  ])('%o is not', (path) => {
    expect(ownPath(path)).toBeNull()
  })

  it('is left out where it is the front door', () => {
    expect(signInPath('/', null)).toBe('/sign-in')
    expect(signInPath('/sign-in?callbackUrl=/work', null)).toBe('/sign-in')
    expect(signInPath('//evil.test', 'ended')).toBe('/sign-in?why=ended')
    expect(signInPath('/work', 'kept')).toBe('/sign-in?callbackUrl=%2Fwork&why=kept')
  })
})
