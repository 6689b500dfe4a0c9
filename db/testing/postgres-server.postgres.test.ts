import postgres from 'postgres'
import { expect, it } from 'vitest'
import { freshPostgres } from './fresh-postgres.ts'

it('each database is real, new, and nobody else’s', async () => {
  const [one, other] = await Promise.all([freshPostgres('one'), freshPostgres('other')])
  const sql = postgres(one, { max: 4 })
  const elsewhere = postgres(other, { max: 1 })
  await sql`create table paper (no text primary key)`
  await Promise.all(['1', '2', '3', '4'].map((no) => sql`insert into paper values (${no})`))
  expect(await sql`select no from paper order by no`).toHaveLength(4)
  await expect(elsewhere`select * from paper`).rejects.toThrow('does not exist')
  await Promise.all([sql.end(), elsewhere.end()])
})

it('Chinese is sorted and searched as text, not as bytes', async () => {
  const sql = postgres(await freshPostgres(), { max: 1, onnotice: () => {} })
  await sql`create extension pg_trgm`
  expect((await sql`select show_trgm('社会保险') as found`)[0]?.['found']).not.toHaveLength(0)
  await sql.end()
})
