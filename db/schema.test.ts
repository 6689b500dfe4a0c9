import { expect, it } from 'vitest'
import * as pg from './schema.pg.ts'
import * as sqlite from './schema.sqlite.ts'
import { makeSchema } from './schema.ts'
import { sqliteKit } from './columns.ts'
import { columnsOf } from './testing/tables.ts'

it('both schemas have the same tables and columns, and leave none out', () => {
  expect(columnsOf(pg)).toEqual(columnsOf(sqlite))
  expect(Object.keys(sqlite).toSorted()).toEqual(Object.keys(makeSchema(sqliteKit)).toSorted())
})
