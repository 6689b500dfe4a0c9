import { describe, expect, it } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import { endOldest, isExpired, isLive, openSession, SUPERSEDED, touch } from './session.ts'

const at = (clock: string): string => `2026-11-24T${clock}.000Z`
const session = openSession('s1', 'chen', at('00:00:00'))

describe('a session', () => {
  it('ends after thirty minutes without activity', () => {
    expect(isLive(session, at('00:29:59'))).toBe(true)
    expect(isLive(session, at('00:30:00'))).toBe(false)
  })

  it('ends after twelve hours, however busy', () => {
    expect(isLive({ ...session, touchedAt: at('11:59:00') }, at('11:59:59'))).toBe(true)
    expect(isLive({ ...session, touchedAt: at('11:59:59') }, at('12:00:00'))).toBe(false)
  })

  it('that ran out is still its person’s; one that was signed out is nobody’s', () => {
    expect(isExpired(session, at('00:30:00'))).toBe(true)
    const over = { ...session, endedAt: at('00:10:00') }
    expect([isLive(over, at('00:10:01')), isExpired(over, at('09:00:00'))]).toEqual([false, false])
  })
})

describe('sessions of one person', () => {
  const signedIn = async (...clocks: readonly string[]) => {
    const desk = memoryStore()
    for (const [n, clock] of clocks.entries()) await desk.saveSession(openSession(`s${n + 1}`, 'chen', at(clock)))
    await desk.saveSession(openSession('of-zhou', 'zhou', at('00:00:00')))
    const ends = async () => (await Promise.all(clocks.map((_, n) => desk.readSession(`s${n + 1}`)))).map((one) => one?.endedWhy)
    return { desk, ends }
  }

  it('are so many at once and no more: the oldest ends and is told why, nobody else’s (found J14)', async () => {
    const { desk, ends } = await signedIn('00:00:00', '00:02:00', '00:01:00', '00:03:00')
    await endOldest(desk, 'chen', 3, at('00:03:00'))
    expect(await ends()).toEqual([SUPERSEDED, '', '', ''])
    expect(await desk.readSession('s1')).toMatchObject({ endedAt: at('00:03:00') })
    expect(await desk.readSession('of-zhou')).toMatchObject({ endedAt: '' })
  })

  it('that ran out by time count for none, and stay their person’s (found J14)', async () => {
    const { desk, ends } = await signedIn('00:00:00', '00:40:00', '00:41:00', '00:42:00')
    await endOldest(desk, 'chen', 3, at('00:42:00'))
    expect(await ends()).toEqual(['', '', '', ''])
  })
})

describe('activity', () => {
  const kept = async (last: string, now: string) => {
    const desk = memoryStore()
    const row = { ...session, touchedAt: at(last) }
    await desk.saveSession(row)
    await touch(desk, row, at(now))
    return (await desk.readSession('s1'))?.touchedAt
  }

  it('is written down at most once a minute', async () => {
    expect(await kept('00:00:00', '00:00:59')).toBe(at('00:00:00'))
    expect(await kept('00:00:00', '00:01:00')).toBe(at('00:01:00'))
  })

  it('does not bring back a session that ended meanwhile', async () => {
    const desk = memoryStore()
    await desk.saveSession(session)
    await desk.endSession('s1', at('00:05:00'))
    await touch(desk, session, at('00:05:01'))
    expect((await desk.readSession('s1'))?.endedAt).toBe(at('00:05:00'))
  })
})
