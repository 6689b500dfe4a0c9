/** A database as an older program left it: its migrations and no later one, and its rows as a backup of that time holds them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrationsOf } from '../migrations.ts'
import { orm } from '../orm.ts'
import { connect } from '../postgres/connect.ts'
import type { Where } from './racer.ts'

const { drizzle: onFile } = orm('drizzle-orm/better-sqlite3')
const { migrate: migrateFile } = orm('drizzle-orm/better-sqlite3/migrator')
const { drizzle: onServer } = orm('drizzle-orm/node-postgres')
const { migrate: migrateServer } = orm('drizzle-orm/node-postgres/migrator')

type Row = Readonly<Record<string, string | number>>
export type Tables = ReadonlyMap<string, readonly Row[]>

export async function databaseAsOf(migrations: number, tables: Tables, { dataDir, databaseUrl }: Where): Promise<void> {
  const migrationsFolder = firstOf(databaseUrl ? 'pg' : 'sqlite', migrations)
  try {
    if (databaseUrl) await fillServer(databaseUrl, tables, migrationsFolder)
    else fillFile(dataDir, tables, migrationsFolder)
  } finally {
    rmSync(migrationsFolder, { recursive: true })
  }
}

function fillFile(dataDir: string, tables: Tables, migrationsFolder: string): void {
  const client = new Database(join(dataDir, 'xianjie.db'))
  migrateFile(onFile(client), { migrationsFolder })
  client.exec('begin')
  for (const [table, rows] of tables)
    for (const row of rows) {
      const names = Object.keys(row)
      const places = names.map(() => '?').join()
      client.prepare(`insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values (${places})`).run(Object.values(row))
    }
  client.exec('commit')
  client.close()
}

async function fillServer(url: string, tables: Tables, migrationsFolder: string): Promise<void> {
  const client = await connect(url)
  await migrateServer(onServer(client), { migrationsFolder })
  for (const [table, rows] of tables)
    await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows)])
  await client.end()
}

function firstOf(dialect: 'sqlite' | 'pg', migrations: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  cpSync(migrationsOf(dialect).migrationsFolder, folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] } // safe: drizzle-kit wrote it
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }))
  return folder
}
