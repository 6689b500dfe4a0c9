/** Cases in which something of a colour is owed, by anybody: few are found among what is owed, and where many have it the list is walked. */
import type { SQL } from 'drizzle-orm'
import type { CaseScope } from '#lib/domain/policy/scope'
import type { HeatRange } from '#lib/views/heat'
import { countOf, numberOf } from '../conditions.ts'
import { type Base, shaped } from '../database.ts'
import { and, eq, exists, gte, lt, orm } from '../orm.ts'
import { ONE } from '../scope.ts'
import { clocksOf, isHot, placesOf, timesOf } from './colours.ts'

const { union } = orm('drizzle-orm/sqlite-core')

/** More than so many are walked to. */
const FEW = 5_000
export type Owed = Readonly<{
  shape: unknown
  values: Record<string, string>
  hasFew: boolean
  holds: () => SQL
  ids: () => ReturnType<typeof idsOf>
}>

export function owing(base: Base): (heat: HeatRange, scope: CaseScope) => Promise<Owed> {
  const ask = shaped()
  return async (heat, scope) => {
    const [shape, values] = [clocksOf(heat), timesOf(heat)]
    const [counted] = await ask<{ n: number }>(['owed', shape, scope], () => countOf(base, idsOf(base, heat, scope)), values)
    return {
      shape,
      values,
      hasFew: numberOf(counted ? [counted] : []) <= FEW,
      holds: () => {
        const { duty, caseRow } = base.t
        const ofCase = and(eq(duty.stream, 'case'), eq(duty.streamId, caseRow.caseId))
        return exists(
          base.db
            .select(ONE)
            .from(duty)
            .where(and(ofCase, isIn(base, heat))),
        )
      },
      ids: () => idsOf(base, heat, scope),
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
      .limit(FEW + 1)
    return db.select().from(found.as('owed'))
  })
  if (!one) throw new Error('a scope that is not blind has a place')
  return other ? union(one, other, ...rest) : one
}

function isIn({ t: { duty } }: Base, heat: HeatRange): SQL | undefined {
  const range = placesOf(heat)
  return and(gte(duty.sortAt, range.from), lt(duty.sortAt, range.to), isHot(duty, range))
}
