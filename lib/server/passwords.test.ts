import { describe, expect, it } from 'vitest'
import { passwordFault } from '#lib/schemas/account'
import { hashPassword, isPassword } from './passwords.ts'

describe('a password', () => {
  it('is known by its digest, salted anew each time', async () => {
    const [one, other] = [await hashPassword('correct horse battery'), await hashPassword('correct horse battery')]
    const credential = { ...one, personId: 'p', setAt: '' }
    expect(one.digest).not.toBe(other.digest)
    expect(await isPassword('correct horse battery', credential)).toBe(true)
    expect(await isPassword('correct horse batterz', credential)).toBe(false)
  })

  it('of nobody is wrong, after work of the same size', async () => {
    const known = { ...(await hashPassword('x')), personId: 'p', setAt: '' }
    const took = async (credential: typeof known | null): Promise<number> => {
      const start = performance.now()
      for (let i = 0; i < 5; i++) expect(await isPassword('anything', credential)).toBe(false)
      return performance.now() - start
    }
    await took(known) // warm
    const [some, none] = [await took(known), await took(null)]
    expect(Math.max(some, none) / Math.min(some, none)).toBeLessThan(3)
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
