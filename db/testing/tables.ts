import type { Table } from 'drizzle-orm'
import { getTableName, getTableColumns } from '../orm.ts'

/** Table → its columns, sorted: what both schemas and both databases must agree on. */
export const columnsOf = (tables: Readonly<Record<string, Table>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(tables).map((table) => [
      getTableName(table),
      Object.values(getTableColumns(table))
        .map(({ name }) => name)
        .toSorted(),
    ]),
  )
