/**
 * Drizzle as CommonJS. As ES modules each of its two hundred files makes Node parse its package.json of 179 KB once more, which took
 * two seconds of processor time at every start of a process; so it takes a fifth of one. Types come from the package as they are.
 */
import { createRequire } from 'node:module'

type Parts = {
  'drizzle-orm': typeof import('drizzle-orm')
  'drizzle-orm/sqlite-core': typeof import('drizzle-orm/sqlite-core')
  'drizzle-orm/pg-core': typeof import('drizzle-orm/pg-core')
  'drizzle-orm/better-sqlite3': typeof import('drizzle-orm/better-sqlite3')
  'drizzle-orm/better-sqlite3/migrator': typeof import('drizzle-orm/better-sqlite3/migrator')
  'drizzle-orm/node-postgres': typeof import('drizzle-orm/node-postgres')
  'drizzle-orm/node-postgres/migrator': typeof import('drizzle-orm/node-postgres/migrator')
  'drizzle-orm/migrator': typeof import('drizzle-orm/migrator')
}
const load = createRequire(import.meta.url)
/** A driver is loaded by whoever needs it. */
export const orm = <Name extends keyof Parts>(name: Name): Parts[Name] => load(name)

export const {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  lt,
  lte,
  ne,
  not,
  notExists,
  notInArray,
  or,
  sql,
} = orm('drizzle-orm')
