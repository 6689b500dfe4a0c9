import { sqliteKit } from '../columns.ts'
import { makeAccess } from './tables.ts'

export const { accessLog, accessEnds } = makeAccess(sqliteKit)
