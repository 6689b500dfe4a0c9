import { sqliteKit } from './columns.ts'
import { makeSchema } from './schema.ts'

export const {
  event,
  number,
  once,
  caseRow,
  trackRow,
  caseTie,
  trackTie,
  evidence,
  entry,
  duty,
  notice,
  noticeRead,
  session,
  credential,
  draft,
  failures,
  oneTimeLink,
  linkCode,
  unit,
  unitName,
  person,
  post,
  directory,
} = makeSchema(sqliteKit)
