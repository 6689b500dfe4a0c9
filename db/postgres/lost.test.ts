import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { coded } from './lost.ts'

const codeOf = (error: unknown): unknown => (coded(error) as { code?: unknown }).code // safe: errors are given

it('calls lost whatever the driver says of a connection, and nothing else that it says (found J16)', () => {
  const driver = createRequire(import.meta.url).resolve('pg')
  const files = ['pg/lib/client', 'pg/lib/connection', 'pg-pool'].map((name) => createRequire(driver).resolve(name))
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new Error\(\s*['"](.+?)['"]/g)].map(([, words = '']) => words),
  )
  const others = said.filter((words) => codeOf(new Error(words)) !== 'CONNECTION_LOST')
  expect(said.length - others.length).toBeGreaterThan(7)
  expect(others.filter((words) => !words.startsWith('Received unexpected'))).toEqual([
    'Client has already been connected. You cannot reuse a client.',
    'The server does not support SSL connections',
    'Release called on client which has already been released to the pool.',
    'unexpected condition',
    'Passing a function as the first parameter to pool.query is not supported',
    'Called end on pool more than once',
  ])
})

it('leaves an error its own code', () => {
  const own = Object.assign(new Error('Connection terminated'), { code: '57P01' })
  expect([codeOf(own), codeOf(Object.assign(new Error('write after end'), { code: 'ERR_STREAM_DESTROYED' }))]).toEqual([
    '57P01',
    'CONNECTION_LOST',
  ])
})
