import { describe, expect, it } from 'vitest'
import { filesIn, linesOf } from './repository.ts'

/** Tables grow with the law, not with the code; a shipped migration is never edited. */
const TABLES = /^scripts\/_mutants|^lib\/domain\/(law|policy|clocks)\/|^lib\/i18n\/|^db\/seed\/|^db\/.*migrations\//
const code = filesIn().filter((path) => /\.(tsx?|mjs|css)$/.test(path) && !/\.(test|spec)\.tsx?$/.test(path) && !TABLES.test(path))
const long = code.map((path) => ({ path, lines: linesOf(path) })).filter(({ lines }) => lines.length > 200)

describe('short files read from the top', () => {
  it('the files of the repository are read at all', () => {
    expect(code.length).toBeGreaterThan(10)
    expect(code).toContain('lib/checks/repository.ts')
  })
  it('no file is over 300 lines', () => {
    expect(long.filter(({ lines }) => lines.length > 300).map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
  })
  it('a file over 200 lines says why at its top, in a comment with the word "long"', () => {
    const saysWhy = (lines: string[]) => lines.slice(0, 8).some((line) => /^\s*(\/\/|\/?\*)/.test(line) && /\blong\b/i.test(line))
    const untold = long.filter(({ path, lines }) => !path.endsWith('.css') && !saysWhy(lines)) // a style sheet is long by nature
    expect(untold.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
  })
})
