/** Cases in which something of a colour is owed, by anybody: few are found among what is owed, and where many have it the list is walked (words.ts). */
import type { SQL } from 'drizzle-orm'
import type { CaseScope } from '#lib/domain/policy/scope'
import type { ColourRange } from '#lib/views/clock-colour'
import { type Base, shaped, together } from '../database.ts'
import { and, eq, exists, gte, lt, orm, sql } from '../orm.ts'
import { ONE } from '../scope.ts'
import type { Readable } from '../words.ts'
import { clocksOf, isHot, placesOf, timesOf } from './colours.ts'

const { union } = orm('drizzle-orm/sqlite-core')

/** More than so many are walked to; so many are found at all. */
const [FEW, SAMPLE] = [1_500, 3_000]
export type Owed = Readonly<{
  shape: unknown
  values: Record<string, string>
  hasFew: boolean
  /** Is the case among those that were found? */
  isFound: () => SQL
  /** Is something of that colour owed in the case? */
  holds: () => SQL
}>

export function owing(base: Readable): (colour: ColourRange, scope: CaseScope) => Promise<Owed> {
  const ask = shaped()
  const batched = together<{ id: string }[]>()
  return async (colour, scope) => {
    const [shape, values] = [clocksOf(colour), timesOf(colour)]
    const found = await batched(JSON.stringify([colour, scope]), () =>
      ask(['owed', shape, scope], () => idsOf(base, colour, scope), values),
    )
    const ids = found.map(({ id }) => id)
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
            .where(and(ofCase, isIn(base, colour))),
        )
      },
    }
  }
}

/** As a worklist finds what others owe (duties.ts): by one column each, in its index's order. */
function idsOf(
  base: Base,
  colour: ColourRange,
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
      .where(and(place, isIn(base, colour)))
      .limit(SAMPLE)
    return db.select().from(found.as('owed'))
  })
  if (!one) throw new Error('a scope that is not blind has a place')
  return other ? union(one, other, ...rest) : one
}

function isIn({ t: { duty } }: Base, colour: ColourRange): SQL | undefined {
  const range = placesOf(colour)
  return and(gte(duty.sortAt, range.from), lt(duty.sortAt, range.to), isHot(duty, range))
}
