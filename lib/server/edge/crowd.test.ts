import { expect, it } from 'vitest'
import { knownCookies } from './crowd.ts'
import { trusting } from './trusting.ts'

it('knows a cookie from when a living session was found behind it until none is (found J8)', () => {
  const known = knownCookies(async () => false)
  expect(known.has('a')).toBe(false)
  known.note('a', true)
  expect(known.has('a')).toBe(true)
  known.note('a', false)
  expect(known.has('a')).toBe(false)
})
it('forgets those longest unseen, so that no crowd fills the memory', () => {
  const known = knownCookies(async () => false, 2)
  for (const cookie of ['a', 'b', 'a', 'c']) known.note(cookie, true)
  expect(['a', 'b', 'c'].map(known.has)).toEqual([true, false, true])
})
it('believes the proxies that were named, and this machine where none was (found J8)', () => {
  const trusts = trusting(['10.0.0.5', '10.1.0.0/16', 'fd00::/8'])
  expect(['10.0.0.5', '::ffff:10.0.0.5', '10.1.200.3', 'fd00::1'].map(trusts)).toEqual([true, true, true, true])
  expect(['10.0.0.6', '10.2.0.1', '127.0.0.1', '2001:db8::1', '', 'x'].map(trusts)).toEqual([false, false, false, false, false, false])
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1'].map(trusting(['127.0.0.0/8', '::1']))).toEqual([true, true, true, false])
})

it('looks once behind a cookie that it does not know, and takes what cannot be looked at for nobody’s (found J8)', async () => {
  const asked: string[] = []
  const known = knownCookies(async (cookie) => {
    asked.push(cookie)
    if (cookie === 'broken') throw new Error('no store')
    return cookie === 'a'
  })
  expect([await known.learn('a'), await known.learn('a'), await known.learn('b'), await known.learn('broken')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(asked).toEqual(['a', 'b', 'broken'])
  expect(known.has('a')).toBe(true)
})
