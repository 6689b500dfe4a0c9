import { describe, expect, it } from 'vitest'
import type { Instant } from '../result.ts'
import { doorOf, wasIssued } from './door.ts'
import type { OfficeEvent } from './events.ts'

const AT = '2026-11-24T02:00:00.000Z'
const by = { personId: 'clock', unitId: 'platform', post: 'clock' } as const
const past = (...events: readonly (OfficeEvent | readonly [OfficeEvent, Instant])[]) =>
  events.map((one, i) => {
    const [event, at] = 'type' in one ? [one, AT] : one
    return { streamId: 'office', seq: i + 1, occasion: { happenedAt: at, recordedAt: at, by }, event }
  })
const set = (personId: string, credential: string): OfficeEvent => ({ type: 'PasswordSet', v: 1, personId, credential })
const counted = (...credentials: readonly { personId: string; credential: string }[]): OfficeEvent => ({
  type: 'CredentialsCounted',
  v: 1,
  credentials,
})

describe('what the ledger says of a password (found J7)', () => {
  it('is what was set last', () => {
    expect(doorOf(past(set('chen', 'a'), set('zhou', 'b'), set('chen', 'c'))).credentials).toEqual(
      new Map([
        ['chen', 'c'],
        ['zhou', 'b'],
      ]),
    )
  })
  it('is what was counted, where none was set since, nor before that', () => {
    const door = doorOf(past(set('chen', 'a'), counted({ personId: 'chen', credential: 'x' }, { personId: 'zhou', credential: 'b' })))
    expect([...door.credentials]).toEqual([
      ['chen', 'a'],
      ['zhou', 'b'],
    ])
    expect(door.countedAt).toBe(2)
    expect(doorOf(past(counted({ personId: 'zhou', credential: 'b' }), set('zhou', 'c'))).credentials.get('zhou')).toBe('c')
  })
  it('is nothing where it was never counted', () => {
    expect(doorOf(past()).countedAt).toBeNull()
  })
})

describe('a link', () => {
  const row = (madeAt = AT, expiresAt = '2026-11-25T02:00:00.000Z', personId = 'chen') => ({ personId, madeAt, expiresAt })
  const old: OfficeEvent = { type: 'LinkIssued', v: 1, personId: 'chen' }

  it('was issued where an event sealed its digest, and nowhere else (found J7)', () => {
    const { links, codes } = doorOf(past({ ...old, link: 'd1' }))
    expect([wasIssued(links, 'd1', row()), wasIssued(links, 'd2', row()), wasIssued(codes, 'd1', row())]).toEqual([true, false, false])
  })

  it('whose event is from before there were digests is known by person and time, for the day that it lives (found J7)', () => {
    const { links } = doorOf(past([old, '2026-11-24T02:00:00.300Z']))
    const known = (...given: Parameters<typeof row>): boolean => wasIssued(links, 'any', row(...given))
    expect(known()).toBe(true)
    expect(known('2026-11-24T02:00:00.301Z', '2026-11-25T02:00:00.301Z')).toBe(false) // made after its event
    expect(known('2026-11-24T01:58:59.000Z', '2026-11-25T01:58:59.000Z')).toBe(false)
    expect(known(AT, '2026-11-26T02:00:00.000Z')).toBe(false)
    expect(known(AT, '2026-11-25T02:00:00.000Z', 'zhou')).toBe(false)
  })
})
