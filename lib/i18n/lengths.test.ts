import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lengthNow, lengthOn, lengthOnPaper, lengthWords } from './lengths.ts'
import { messagesOf } from './messages.ts'

describe('a length', () => {
  it.each([
    [24, 'hour', '24 小时', '24 hours'],
    [1, 'day', '1 日', '1 day'],
    [3, 'day', '3 日', '3 days'],
    [5, 'workday', '5 个工作日', '5 working days'],
    [1, 'workday', '1 个工作日', '1 working day'],
    [2, 'month', '2 个月', '2 months'],
  ] as const)('of %i, in %ss: %s, %s', (length, unit, zh, en) =>
    expect([lengthWords(length, unit, 'zh-CN'), lengthWords(length, unit, 'en')]).toEqual([zh, en]),
  )
  // docs/handbook.md §3.3: the numbers by hand.
  it.each([
    ['CL10', '24 小时', '二十四小时'],
    ['CL13', '24 小时', '二十四小时'],
    ['CL14', '24 小时', '二十四小时'],
    ['CL15', '3 日', '三日'],
    ['CL17', '3 日', '三日'],
    ['CL25', '3 日', '三日'],
    ['CL21', '15 日', '十五日'],
    ['CL32', '5 个工作日', '五个工作日'],
    ['CL07', '90 日', '九十日'],
    ['IN10', '24 小时', '二十四小时'],
  ] as const)('of %s is that of its row: %s, on paper %s (found G5)', (id, said, onPaper) => {
    expect([lengthNow(id, 'zh-CN'), lengthOnPaper(id, '2026-11-24')]).toEqual([said, onPaper])
  })
  it('is that of the row of the day, and none where there was no row or no number (found G5)', () => {
    expect(lengthOn('CL27', '2017-09-29', 'en')).toBe('3 days')
    expect([lengthOn('CL27', '2021-09-06', 'en'), lengthOn('CL12', '2026-11-24', 'en'), lengthOn('', '2026-11-24', 'en')]).toEqual([
      '',
      '',
      '',
    ])
  })
})

it('stands in no sentence by hand, so that a change of law changes what people read (found G5)', () => {
  const byHand = /(?:\d+|[一二三四五七十两]+) ?(?:小时|日内|天内|个工作日|个月)|\b\d+[ -](?:hours?|working days?|days?|months?)\b/
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !/^(lengths|dates|numbers)\.|\.test\.ts$/.test(name),
  )
  const found = files.flatMap((name) => {
    const lines = readFileSync(join(import.meta.dirname, name), 'utf8').split('\n')
    return lines.flatMap((line, i) => (byHand.test(line) && !/^\s*(\/\/|\/?\*)/.test(line) ? [`${name}:${i + 1}: ${line.trim()}`] : []))
  })
  expect(found).toEqual([])
})

it('is in the sentences about it', () => {
  const [zh, en] = [messagesOf('zh-CN'), messagesOf('en')]
  expect(zh.sentences['transfer-approved']({})).toBe('已批准移送，请在 24 小时内移送')
  expect(en.sentences['transfer-approved']({})).toBe('Transfer approved. Please make it within 24 hours')
  expect(zh.sentences['silence-alarmed']({})).toBe('立案决定 24 小时无人签收，请督促签收')
  expect(zh.filing.fileNote('3 日')).toBe('移送机关应在收到立案通知起 3 日内移交涉案物品和材料')
})
