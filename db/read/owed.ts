/** Cases in which something of a colour is owed, by anybody: few are found among what is owed, and where many have it the list is walked (words.ts). */
import type { SQL } from 'drizzle-orm'
import type { CaseScope } from '#lib/domain/policy/scope'
import type { HeatRange } from '#lib/views/heat'
import { type Base, shaped } from '../database.ts'
import { and, eq, exists, gte, lt, orm, sql } from '../orm.ts'
import { ONE } from '../scope.ts'
import type { Readable } from '../words.ts'
import { clocksOf, isHot, placesOf, timesOf } from './colours.ts'

const { union } = orm('drizzle-orm/sqlite-core')

/** More than so many are walked to. */
const FEW = 1_500
/** So many are found at all. */
const SAMPLE = 3_000
export type Owed = Readonly<{
  shape: unknown
  values: Record<string, string>
  hasFew: boolean
  /** Is the case among those that were found? */
  isFound: () => SQL
  /** Is something of that colour owed in the case? */
  holds: () => SQL
}>

export function owing(base: Readable): (heat: HeatRange, scope: CaseScope) => Promise<Owed> {
  const ask = shaped()
  const under = new Map<string, Promise<{ id: string }[]>>()
  return async (heat, scope) => {
    const [shape, values] = [clocksOf(heat), timesOf(heat)]
    const key = JSON.stringify([heat, scope])
    // A page counts and lists at once: what is asked meanwhile is answered once.
    const asking =
      under.get(key) ?? ask<{ id: string }>(['owed', shape, scope], () => idsOf(base, heat, scope), values).finally(() => under.delete(key))
    under.set(key, asking)
    const ids = (await asking).map(({ id }) => id)
    const { duty, caseRow } = base.t
    return {
      shape,
      values: { ...values, owed: JSON.stringify(ids) },
      hasFew: ids.length <= FEW,
      isFound: () => sql`${caseRow.caseId} in (${base.words.listed(sql`${sql.placeholder('owed')}`)})`,
      holds: () => {
        const ofCase = and(eq(duty.stream, 'case'), eq(duty.streamId, caseRow.caseId))
        return exists(
          base.db
            .select(ONE)
            .from(duty)
            .where(and(ofCase, isIn(base, heat))),
        )
      },
    }
  }
}

/** As a worklist finds what others owe (duties.ts): by one column each, in its index's order. */
function idsOf(
  base: Base,
  heat: HeatRange,
  { handlerUnits, liaisonUnits, reviewerUnits, approverUnits, superiorOf, overseerDivisions }: CaseScope,
) {
  const { db, t } = base
  const { duty } = t
  const places = [
    ...[...new Set([handlerUnits, liaisonUnits, reviewerUnits, approverUnits].flat())].map((id) => eq(duty.bureauId, id)),
    ...superiorOf.map((id) => eq(duty.superiorId, id)),
    ...overseerDivisions.map((id) => eq(duty.division, id)),
  ]
  const [one, other, ...rest] = places.map((place) => {
    const found = db
      .selectDistinct({ id: duty.caseId })
      .from(duty)
      .where(and(place, isIn(base, heat)))
      .limit(SAMPLE)
    return db.select().from(found.as('owed'))
  })
  if (!one) throw new Error('a scope that is not blind has a place')
  return other ? union(one, other, ...rest) : one
}

function isIn({ t: { duty } }: Base, heat: HeatRange): SQL | undefined {
  const range = placesOf(heat)
  return and(gte(duty.sortAt, range.from), lt(duty.sortAt, range.to), isHot(duty, range))
}
