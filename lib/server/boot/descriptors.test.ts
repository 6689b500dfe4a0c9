import { describe, expect, it } from 'vitest'
import { StartupError } from './startup-error.ts'
import { atOnceOf, descriptorLimit } from './descriptors.ts'

describe('how many are served at once', () => {
  it.each([
    [64, 5],
    [256, 53],
    [1024, 128],
    [Infinity, 128],
  ])('with %s descriptors: %i, each with a socket and a file, and room to tell the others (found J20)', (limit, atOnce) => {
    expect(atOnceOf(limit, 128, false)).toBe(atOnce)
  })
  it('leaves room for the connections to PostgreSQL (found J20)', () => {
    expect(atOnceOf(90, 128, true)).toBe(5)
    expect(() => atOnceOf(87, 128, true)).toThrow(StartupError)
  })
  it.each([20, 40, 63])('with %i it does not start, and says in both languages what to raise (found J20)', (limit) => {
    expect(() => atOnceOf(limit, 128, false)).toThrow(new RegExp(`只有 ${limit} 个，至少要 64 个.*Only ${limit} files.*raise ulimit -n`))
  })
  it('the limit of this process is known', () => expect(descriptorLimit()).toBeGreaterThan(63))
})
