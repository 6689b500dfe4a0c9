import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '#lib/i18n/messages'
import { filesIn, ROOT } from './repository.ts'

/** Whoever could say a sentence: everything but where it stands, tests and checks. */
const SPEAKERS = filesIn().filter((path) => /^(?:app|db|lib)\/.*\.tsx?$/.test(path) && !/\.test\.|^lib\/(?:i18n|checks)\//.test(path))
const AMONG_THEMSELVES = filesIn().filter((path) => /^lib\/i18n\/.*\.ts$/.test(path) && !path.includes('.test.'))
const textOf = (paths: readonly string[]): string => paths.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n')

/** Paths of sentences whose name nobody says, and whose group nobody goes through as a table. */
function unsaid(sentences: object, spoken: string, among: string): string[] {
  const words = new Set([...(spoken.match(/\w+/g) ?? []), ...(spoken.match(/[\w-]+/g) ?? [])])
  const said = new Set([...among.matchAll(/\.(\w+)/g)].map(([, word = '']) => word))
  const tables = new Set([...`${spoken}\n${among}`.matchAll(/(\w+)(?:\[(?!\])|\)\.(?:map|flatMap)\b)/g)].map(([, word = '']) => word))
  const walk = (node: unknown, path: readonly string[]): string[] => {
    const name = path.at(-1) ?? ''
    if (typeof node === 'object' && node !== null)
      return tables.has(name) ? [] : Object.entries(node).flatMap(([key, value]) => walk(value, [...path, key]))
    return words.has(name) || said.has(name) ? [] : [path.join('.')]
  }
  return walk(sentences, [])
}

describe('every sentence', () => {
  it('is said somewhere: one that nobody says goes', () => {
    expect(unsaid(messagesOf('zh-CN'), textOf(SPEAKERS), textOf(AMONG_THEMSELVES))).toEqual([])
  })
  it('is missed where its name is said by nobody', () => {
    const sentences = { list: { none: '无', gone: '去' }, status: { sent: '已移送' }, other: { deep: { first: '一' } } }
    expect(unsaid(sentences, 't.list.none; t.status[word]', 'zh.first')).toEqual(['list.gone'])
  })
})
