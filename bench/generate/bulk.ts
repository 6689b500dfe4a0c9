/** Many cases in a few large transactions: the same tables and columns as the store's own commits, without its waits for the disk. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName } from '#db/orm'
import { caseRow, caseTie, duty, entry, event, evidence, notice, number, once, trackRow, trackTie, word } from '#db/schema.sqlite'
import type { Copied } from './copy.ts'

type Row = Readonly<Record<string, string | number>>
const CASES_AT_ONCE = 500

export function openBulk(dataDir: string): { add: (copied: Copied) => void; close: () => void } {
  const client = new Database(join(dataDir, 'xianjie.db'))
  client.pragma('synchronous = off')
  client.pragma('cache_size = -1000000')
  const insertInto = (table: (typeof TABLES)[Name]) => {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, column]) => `"${column.name}"`).join(',')
    const insert = client.prepare(`insert into "${getTableName(table)}" (${names}) values (${columns.map(() => '?').join(',')})`)
    return (rows: readonly Row[]) => {
      for (const row of rows) insert.run(columns.map(([property]) => row[property]))
    }
  }
  const into = Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, insertInto(table)]))
  const waiting: Copied[] = []
  const write = client.transaction(() => {
    for (const copied of waiting.splice(0)) for (const [table, rows] of rowsOf(copied)) into[table]?.(rows)
  })
  return {
    add: (copied) => {
      waiting.push(copied)
      if (waiting.length >= CASES_AT_ONCE) write()
    },
    close: () => {
      write()
      client.pragma('wal_checkpoint(truncate)')
      client.close()
    },
  }
}

const TABLES = { event, number, once, duty, caseTie, trackTie, caseRow, trackRow, evidence, entry, notice, word }
type Name = keyof typeof TABLES
const rowsOf = ({ events, numbers, idempotencyKey: once, notices, rows }: Copied): [Name, readonly Row[]][] => [
  ['event', events],
  ['number', numbers],
  ['once', once],
  ['duty', rows.duties ?? []],
  ['caseTie', rows.caseTies ?? []],
  ['trackTie', rows.trackTies ?? []],
  ['caseRow', rows.cases ?? []],
  ['trackRow', rows.tracks ?? []],
  ['evidence', rows.evidence ?? []],
  ['entry', rows.entries ?? []],
  ['notice', notices],
  ['word', rows.words ?? []],
]
