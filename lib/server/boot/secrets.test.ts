import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSecrets, sessionKeyIn } from './secrets.ts'

const FILE = { nextAuth: 'f'.repeat(64), serverActions: Buffer.alloc(32, 1).toString('base64') }
const OUTSIDE = { SECRET_SESSIONS: 'o'.repeat(32), SECRET_ACTIONS: Buffer.alloc(32, 2).toString('base64') }
let dataDir = ''
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'secrets-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))
const keep = (): void => writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(FILE), { mode: 0o600 })

describe('secrets', () => {
  it('come from the file, and from outside where they are there: these win', () => {
    keep()
    expect(readSecrets(dataDir, {})).toEqual(FILE)
    const given = { nextAuth: OUTSIDE.SECRET_SESSIONS, serverActions: OUTSIDE.SECRET_ACTIONS }
    expect(readSecrets(dataDir, OUTSIDE)).toEqual(given)
    rmSync(join(dataDir, 'secrets.json'))
    expect(readSecrets(dataDir, OUTSIDE)).toEqual(given)
    expect(() => readSecrets(dataDir, {})).toThrow(/missing/)
  })
  it.each([
    ['one alone', { ...OUTSIDE, SECRET_ACTIONS: '' }],
    ['the other alone', { SECRET_ACTIONS: OUTSIDE.SECRET_ACTIONS }],
    ['too short', { ...OUTSIDE, SECRET_SESSIONS: 'short' }],
    ['no key', { ...OUTSIDE, SECRET_ACTIONS: 'x'.repeat(44) + '!' }],
  ])('from outside, %s: nothing starts, and none is said', (_what, variables) => {
    keep()
    for (const ask of [readSecrets, sessionKeyIn])
      expect(() => ask(dataDir, variables)).toThrow(expect.objectContaining({ message: expect.stringMatching(/both or neither/) }))
    expect(() => readSecrets(dataDir, variables)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('ooo') }))
  })
  it('give one key of sessions wherever they come from, another for other secrets, and none before there are any', () => {
    expect(sessionKeyIn(dataDir, {})).toBeUndefined()
    const fromOutside = sessionKeyIn(dataDir, OUTSIDE)
    keep()
    expect(sessionKeyIn(dataDir, OUTSIDE)).toEqual(fromOutside)
    expect(sessionKeyIn(dataDir, {})).not.toEqual(fromOutside)
    expect(sessionKeyIn(dataDir, { SECRET_SESSIONS: FILE.nextAuth, SECRET_ACTIONS: FILE.serverActions })).toEqual(sessionKeyIn(dataDir, {}))
  })
})
