import { describe, expect, it } from 'vitest'
import { FirstPasswordInput } from './account.ts'

const twice = { newPassword: 'Lanse-caoyuan-26-qingchen', againPassword: 'Lanse-caoyuan-26-qingchen' }

describe('the code of a first sign-in', () => {
  it.each(['120045', '120 045', ' 120045\n', '１２００４５'])('is six digits however they are typed: %j', (linkCode) => {
    expect(FirstPasswordInput('chenmin', true).parse({ ...twice, linkCode }).linkCode).toBe('120045')
  })

  it.each(['', '12004', '1200456', '12004a', '一二三四五六'])('is nothing else: %j', (linkCode) => {
    const { error } = FirstPasswordInput('chenmin', true).safeParse({ ...twice, linkCode })
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['linkCode', 'code.format']])
  })

  it('is asked for where the link is half, and refused where it is whole', () => {
    expect(FirstPasswordInput('chenmin', true).safeParse(twice).success).toBe(false)
    expect(FirstPasswordInput('chenmin', false).safeParse(twice).success).toBe(true)
    expect(FirstPasswordInput('chenmin', false).safeParse({ ...twice, linkCode: '120045' }).success).toBe(false)
  })
})
