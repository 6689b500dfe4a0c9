import { type Kit, pgKit } from '../columns.ts'
import { orm } from '../orm.ts'
import { makeAccess } from './tables.ts'

const { pgSchema } = orm('drizzle-orm/pg-core')
/** For the generator of migrations. @internal */
export const accessSchema = pgSchema('access')
// safe: as pgKit itself; the contract runs on both engines.
export const { accessLog, accessEnds } = makeAccess({ ...pgKit, table: accessSchema.table as unknown as Kit['table'] })
