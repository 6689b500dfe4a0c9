import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

describe('what may be set from outside', () => {
  it('nothing need be set', () => {
    const untouched = {
      port: 3000,
      host: '127.0.0.1',
      origin: undefined,
      dataDir: resolve('data'),
      databaseUrl: undefined,
      demo: false,
      patienceMs: 60_000,
      trustedProxies: ['127.0.0.0/8', '::1'],
      mostSessions: 3,
      accessLogDays: 1_096,
    }
    expect(readEnvironment({})).toEqual(untouched)
    expect(readEnvironment({ PORT: '', HOST: '', ORIGIN: '', DATA_DIR: '', DATABASE_URL: '', DEMO: '' })).toEqual(untouched)
  })
  it('each setting is read', () => {
    const set = {
      PORT: '0',
      HOST: '0.0.0.0',
      ORIGIN: 'https://portal.test',
      DATA_DIR: '/srv/x',
      DATABASE_URL: 'postgres://db/x',
      DEMO: '1',
      PATIENCE_S: '5',
      SESSIONS: '7',
      ACCESS_LOG_DAYS: '184',
      TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
    }
    expect(readEnvironment(set)).toEqual({
      port: 0,
      host: '0.0.0.0',
      origin: 'https://portal.test',
      dataDir: resolve('/srv/x'),
      databaseUrl: 'postgres://db/x',
      demo: true,
      patienceMs: 5_000,
      mostSessions: 7,
      accessLogDays: 184,
      trustedProxies: ['10.0.0.5', 'fd00::/8'],
    })
  })
  it('one person may have three sessions at once, in a demo fifty (found J14)', () => {
    expect([readEnvironment({}).mostSessions, readEnvironment({ DEMO: '1' }).mostSessions]).toEqual([3, 50])
  })
  it.each([
    ['PORT', '65536'],
    ['PORT', '3000x'],
    ['ORIGIN', 'portal.test'],
    ['ORIGIN', 'https://portal.test/'],
    ['ORIGIN', 'ftp://portal.test'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['DEMO', 'yes'],
    ['PATIENCE_S', '0'],
    ['PATIENCE_S', '0.5'],
    ['SESSIONS', '0'],
    ['SESSIONS', 'many'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,'],
  ])('%s=%s is refused, by name', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name)
  })
  it('the sentence does not repeat a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://name:hunter2@db' })).toThrow(/^(?!.*hunter2)/)
  })
})
