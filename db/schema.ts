/**
 * The tables, said once for both engines. A property is named as in the row type that it holds, so that a row is stored and
 * given back as it is; every key has a name.
 */
import type { Kit } from './columns.ts'
import { cases } from './tables/cases.ts'
import { desk } from './tables/desk.ts'
import { jobs } from './tables/jobs.ts'
import { ledger } from './tables/ledger.ts'
import { office } from './tables/office.ts'
import { streams } from './tables/streams.ts'

export type Tables = ReturnType<typeof makeSchema>
export const makeSchema = (kit: Kit) => ({ ...ledger(kit), ...cases(kit), ...streams(kit), ...desk(kit), ...jobs(kit), ...office(kit) })
