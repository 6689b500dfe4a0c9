import { join } from 'node:path'
import { orm } from './orm.ts'
import { StoreRefused } from './refused.ts'

const { readMigrationFiles } = orm('drizzle-orm/migrator')

/** Found from this file: it is never bundled, because Next's pages get the open store from lib/server/boot/current-container.ts. */
export const migrationsOf = (folder: 'sqlite' | 'pg' | 'access-sqlite' | 'access-pg') => {
  const migrationsFolder = join(import.meta.dirname, 'migrations', folder)
  return { migrationsFolder, known: readMigrationFiles({ migrationsFolder }).length }
}

/** What the migrations after the first `had` fill in: for rows of a backup that is older than they are. */
export const fillsAfter = (had: number, dialect: 'sqlite' | 'pg'): readonly string[] =>
  readMigrationFiles(migrationsOf(dialect))
    .slice(had)
    .flatMap(({ sql }) => sql)
    .filter((statement) => /^\s*update /i.test(statement))

/** An older program must not touch what a newer one has written: it would drop what it does not know. */
export function refuseNewer(applied: number, known: number): void {
  if (applied > known) throw new StoreRefused('db.newer', `the database has ${applied} migrations, this program knows ${known}`)
}
