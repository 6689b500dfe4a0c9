import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrowsOf, drawn, fenceOf, layersOf } from './house.ts'
import { ROOT } from './repository.ts'

const PICTURE = join(ROOT, 'docs/pictures/house.svg')
const fence = fenceOf(JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')))

describe('the picture of the house', () => {
  it('is drawn from the fence: else `HOUSE=1 npx vitest run lib/checks/house.test.ts` draws it anew', () => {
    if (process.env['HOUSE']) writeFileSync(PICTURE, drawn(fence))
    expect(drawn(fence)).toBe(readFileSync(PICTURE, 'utf8'))
  })
  it('has every room, the law at the bottom and people at the top', () => {
    const layers = layersOf(fence)
    expect(layers.at(-1)).toEqual(['domain'])
    expect(layers.flat().toSorted()).toEqual([...fence.keys()].toSorted())
    expect(layers.findIndex((rooms) => rooms.includes('app'))).toBeLessThan(layers.findIndex((rooms) => rooms.includes('server')))
  })
  it('leaves out what other arrows say, and nothing else', () => {
    const small = new Map([
      ['app', ['views', 'domain']],
      ['views', ['domain']],
      ['domain', []],
    ])
    expect(arrowsOf(small)).toEqual([
      ['app', 'views'],
      ['views', 'domain'],
    ])
  })
})
