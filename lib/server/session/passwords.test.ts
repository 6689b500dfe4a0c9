import { argon2 } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { passwordFault } from '#lib/schemas/account'
import { hashPassword, isPassword, newCode } from './passwords.ts'

vi.mock('node:crypto', { spy: true })

describe('a password', () => {
  it('is known by its digest, salted anew each time', async () => {
    const [one, other] = [await hashPassword('correct horse battery'), await hashPassword('correct horse battery')]
    const credential = { ...one, personId: 'p', setAt: '' }
    expect(one.digest).not.toBe(other.digest)
    expect(await isPassword('correct horse battery', credential)).toBe(true)
    expect(await isPassword('correct horse batterz', credential)).toBe(false)
  })

  it('of nobody is wrong, after work of the same cost', async () => {
    const known = { ...(await hashPassword('x')), personId: 'p', setAt: '' }
    vi.mocked(argon2).mockClear()
    for (const credential of [known, null]) expect(await isPassword('anything', credential)).toBe(false)
    // safe: we gave it a Buffer
    const costs = vi
      .mocked(argon2)
      .mock.calls.map(([algorithm, { nonce, ...cost }]) => ({ algorithm, nonce: Buffer.from(nonce as Buffer).length, ...cost }))
    expect(costs).toHaveLength(2)
    expect(costs[1]).toEqual(costs[0])
  })

  it.each([
    ['', 'password.required'],
    ['short', 'password.short'],
    ['aaaabbbbccccdd', 'password.plain'],
    ['password12345678', 'password.common'],
    ['my name is chenmin', 'password.login'],
    ['correct horse battery', null],
    ['四个不相干的词连成一句话吧', null],
  ])('%o: %o', (password, fault) => {
    expect(passwordFault(password, 'chenmin')).toBe(fault)
  })
})

it('a code is six digits, with its leading zeros', () => {
  const codes = Array.from({ length: 2_000 }, newCode)
  expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
  expect(codes.some((code) => code.startsWith('0'))).toBe(true)
})
