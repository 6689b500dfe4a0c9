import { describe, expect, it } from 'vitest'
import { messagesOf } from '#lib/i18n/messages'
import type { Duty } from '#lib/views/rows'
import { clockOf } from './duty-clock.ts'

const END = '2026-11-27T15:59:59.999Z'
const soft = (clock: Duty['clock']) => ({ clock, startedAt: '2026-11-24T06:20:00.000Z', dueAt: '', dueStrictAt: END })
const shown = (one: ReturnType<typeof soft>, now: string) => clockOf(one, now, 'zh-CN', messagesOf('zh-CN'), () => '周五')

describe('the clock of a right (found A5)', () => {
  const right = soft('CL17')
  it('says until when it can be used, and stands still: nothing turns it overdue', () =>
    expect(shown(right, '2026-11-26T15:59:59.999Z')).toEqual({
      state: 'amber',
      stateWord: '临期',
      text: '剩 1 天',
      when: '权利将于 周五 届满',
    }))
  it('says after its end that it has ended', () =>
    expect(shown(right, '2026-11-29T15:59:59.999Z')).toEqual({
      state: 'hold',
      stateWord: '已届满',
      text: '权利已届满',
      when: '已于 周五 届满',
    }))
})

describe('the clock of an internal time (found A4)', () => {
  const decide = soft('IN09')
  it('says whose time it is', () =>
    expect(shown(decide, '2026-11-24T15:59:59.999Z')).toEqual({
      state: 'green',
      stateWord: '正常',
      text: '剩 3 天',
      when: '内部时限 周五',
    }))
  it('never says overdue, nor turns red', () => {
    const late = shown(decide, '2026-11-29T15:59:59.999Z')
    expect(late).toEqual({ state: 'amber', stateWord: '临期', text: '内部时限已过 2 天', when: '内部时限 周五' })
  })
})
