import { describe, expect, it } from 'vitest'
import { StartupError, sentenceFor } from './startup-error.ts'

const place = { port: 3000, host: '127.0.0.1', dataDir: '/srv/portal' }
const failure = (code: string, cause?: unknown): Error => Object.assign(new Error('raw words', { cause }), { code })

describe('why it does not start', () => {
  it.each([
    ['EADDRINUSE', 'Port 3000 is taken'],
    ['EACCES', '/srv/portal cannot be written'],
    ['EROFS', '/srv/portal cannot be written'],
    ['ENOSPC', 'The disk is full'],
    ['SQLITE_FULL', 'The disk is full'],
    ['EMFILE', 'Too few files may be open at once: raise ulimit -n'], // found J20
    ['ENFILE', 'raise ulimit -n'],
    ['SQLITE_CANTOPEN', 'cannot be written'],
    ['SQLITE_READONLY_DIRECTORY', 'cannot be written'],
    ['SQLITE_NOTADB', 'damaged'],
    ['db.newer', 'newer version'],
    ['ECONNREFUSED', 'does not answer'],
    ['CONNECTION_LOST', 'does not answer'],
    ['55P03', 'held by something else'],
  ])('%s is one sentence in both languages', (code, words) => {
    const sentence = sentenceFor(failure(code), place)
    expect(sentence).toContain(words)
    expect(sentence).toMatch(/\p{Script=Han}/u)
    expect(sentence).not.toContain('\n')
  })
  it.each([failure('57P01'), new Error('Connection terminated unexpectedly')])('a database that goes meanwhile is one too: %o', (error) =>
    expect(sentenceFor(error, place)).toContain('does not answer'),
  )
  it('a reason deep inside is found', () => {
    expect(sentenceFor(new Error('query failed', { cause: failure('SQLITE_FULL') }), place)).toContain('disk is full')
  })
  it('a port that needs rights is told from a folder that does', () => {
    const listening = Object.assign(failure('EACCES'), { syscall: 'listen' })
    expect(sentenceFor(listening, { ...place, port: 80 })).toContain('Port 80 needs more rights')
  })
  it('of two known reasons the deeper one is said', () => {
    expect(sentenceFor(failure('db.not-writable', failure('ENOSPC')), place)).toContain('disk is full')
  })
  it('our own reason is said as it stands', () => expect(sentenceFor(new StartupError('as it stands'), place)).toBe('as it stands'))
  it('a bug has no sentence', () => expect(sentenceFor(new TypeError('x is undefined'), place)).toBeNull())
})
