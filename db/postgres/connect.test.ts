import pg from 'pg'
import { expect, it } from 'vitest'
import { settings } from './connect.ts'

it.each([
  ['', false],
  ['?sslmode=disable', false],
  ['?sslmode=require', { rejectUnauthorized: false }],
  ['?connect_timeout=5&sslmode=verify-full', {}],
])('an address with %s means what it means to every other program of PostgreSQL', (words, ssl) => {
  expect(new pg.Client(settings(`postgres://db.example/portal${words}`)).ssl).toEqual(ssl)
})
