import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './repository.ts'

type Mutant = Readonly<Record<'file' | 'why' | 'from' | 'to', string>>
const { MUTANTS } = (await import(join(ROOT, 'scripts/_mutants.mjs'))) as { MUTANTS: readonly Mutant[] } // safe: its own shape

/** A run of them takes a quarter of an hour and is not part of every test; that each still has its place is. */
describe('the defects of npm run mutants', () => {
  it.each(MUTANTS)('$file: $why stands there once', ({ file, from, to }) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split(from)).toHaveLength(2)
    expect(to).not.toBe(from)
  })
  it('are as many as were asked for, each with a reason of its own', () => {
    expect(MUTANTS.length).toBeGreaterThan(150)
    expect(new Set(MUTANTS.map(({ file, why }) => `${file} ${why}`)).size).toBe(MUTANTS.length)
  })
})
