import { expect, it } from 'vitest'
import { connect } from '../postgres/connect.ts'
import { freshPostgres } from './fresh-postgres.ts'

it('each database is real, new, and nobody else’s', async () => {
  const [one, other] = await Promise.all([freshPostgres('one'), freshPostgres('other')])
  const [sql, elsewhere] = await Promise.all([connect(one), connect(other)])
  await sql.query('create table paper (no text primary key)')
  await sql.query(`insert into paper values ('1'), ('2')`)
  expect((await sql.query('select no from paper')).rows).toHaveLength(2)
  await expect(elsewhere.query('select * from paper')).rejects.toThrow('does not exist')
  await Promise.all([sql.end(), elsewhere.end()])
})

it('Chinese is sorted and searched as text, not as bytes', async () => {
  const sql = await connect(await freshPostgres())
  await sql.query('create extension pg_trgm')
  expect((await sql.query(`select show_trgm('社会保险') as found`)).rows[0].found).not.toHaveLength(0)
  await sql.end()
})
