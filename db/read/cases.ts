/** Rows of cases and tracks, one by one and in lists that are scoped before they are read. Long, because a case and its tracks are found by the same conditions. */
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { CaseFilter, Reader, TrackFilter } from '#lib/ports/case-store'
import type { TrackRow } from '#lib/views/rows'
import { asTombstone } from '#lib/views/tombstone'
import { countOf, LAST_ID, LAST_KEY, lists, MOST, numberOf, pastLast } from '../conditions.ts'
import { type Base, first, hot, shaped } from '../database.ts'
import { and, asc, desc, eq, exists, gt, gte, inArray, lte, notExists, sql, orm } from '../orm.ts'
import { caseIn, caseAlternatives, foundCase, isBlind, trackIn, trackAlternatives } from '../scope.ts'
import type { Readable } from '../words.ts'
import { owing } from './owed.ts'
import { anyHolds, caseHolds, finder, trackHolds } from './words.ts'

const { alias, union } = orm('drizzle-orm/sqlite-core')

const { placeholder } = sql

type OneCase =
  | 'readCaseRow'
  | 'readTrackRow'
  | 'listNumbered'
  | 'listTracksOf'
  | 'listEvidence'
  | 'readEvidence'
  | 'listDutiesOf'
  | 'listEntries'
export function readCase({ db, t }: Base): Pick<Reader, OneCase> {
  const { caseRow, trackRow, evidence, duty, entry } = t
  const caseId = placeholder('caseId')
  const row = hot(db.select().from(caseRow).where(eq(caseRow.caseId, caseId)))
  const track = hot(
    db
      .select()
      .from(trackRow)
      .where(eq(trackRow.trackId, placeholder('trackId'))),
  )
  const tracks = hot(db.select().from(trackRow).where(eq(trackRow.caseId, caseId)).orderBy(asc(trackRow.trackId)))
  const numbered = [
    hot(
      db
        .select({ id: caseRow.caseId })
        .from(caseRow)
        .where(eq(caseRow.caseNo, placeholder('no')))
        .orderBy(asc(caseRow.caseId)),
    ),
    hot(
      db
        .select({ id: trackRow.trackId })
        .from(trackRow)
        .where(eq(trackRow.letterNo, placeholder('no')))
        .orderBy(asc(trackRow.trackId)),
    ),
  ]
  const items = hot(db.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(asc(evidence.seq), asc(evidence.itemId)))
  const ofItem = and(eq(evidence.caseId, caseId), eq(evidence.itemId, placeholder('itemId')))
  const item = hot(db.select().from(evidence).where(ofItem))
  const ofStream = (table: typeof duty | typeof entry) =>
    and(eq(table.stream, placeholder('stream')), eq(table.streamId, placeholder('streamId')))
  const duties = hot(db.select().from(duty).where(ofStream(duty)).orderBy(asc(duty.sortAt), asc(duty.dutyId)))
  const ask = shaped()
  return {
    readCaseRow: async (caseId) => first(await row({ caseId })),
    readTrackRow: async (trackId) => first(await track({ trackId })),
    listNumbered: async (no) => (await Promise.all(numbered.map((ask) => ask({ no })))).flat().map(({ id }) => id),
    listTracksOf: (caseId) => tracks({ caseId }),
    listEvidence: (caseId) => items({ caseId }),
    readEvidence: async (caseId, itemId) => first(await item({ caseId, itemId })),
    listDutiesOf: ({ stream, streamId }) => duties({ stream, streamId }),
    listEntries: ({ stream, streamId }, { trackId, types, limit }) => {
      const build = () => {
        const ofTrack = trackId === undefined ? undefined : eq(entry.trackId, placeholder('trackId'))
        const which = and(ofStream(entry), ofTrack, types && inArray(entry.type, types))
        const rows = db.select().from(entry).where(which).orderBy(desc(entry.seq))
        return limit === undefined ? rows : rows.limit(limit)
      }
      return ask(['entries', trackId !== undefined, types, limit], build, { stream, streamId, trackId })
    },
  }
}

type Lists = 'listCases' | 'countCases' | 'listTracks' | 'countTracks' | 'listSilent' | 'listFaulty'
/** More than so many cases in hand are looked for among the unit's, in its order; fewer are looked up one by one and sorted. */
const FEW = 500
/** First the ids, way by way, each from its index (scope.ts); then the rows: sorting would otherwise carry every sheet along. */
export function listCases(base: Readable): Pick<Reader, Lists> {
  const { db, t } = base
  const { caseRow, trackRow, caseTie } = t
  const ask = shaped()
  const some = hot(
    db
      .select({ caseId: caseTie.caseId })
      .from(caseTie)
      .where(and(eq(caseTie.personId, placeholder('personId')), eq(caseTie.tie, 'handler')))
      .limit(FEW + 1),
  )
  const hasFew = async ({ personId, handlerUnits }: CaseScope): Promise<boolean> =>
    handlerUnits.length > 0 && (await some({ personId })).length <= FEW
  const words = finder(base)
  const owedIn = owing(base)
  /** The ways to what the filter asks for, and what its words are; null: nothing can hold them. */
  const casesIn = async (scope: CaseScope, { text = '', state, colour, ...filter }: CaseFilter) => {
    const found = text || state ? await words.inCases(text, scope, state) : undefined
    if (found === null) return null
    const owed = colour && (await owedIn(colour, scope))
    const isFew = !found?.hasFew && !owed?.hasFew && (await hasFew(scope))
    /** Few by one of them are found by it, and asked for the others. `sample`: some of many, all in the scope. */
    const alternatives = (sample?: 'sample'): SQL[] => {
      const isById = found?.hasFew || sample || owed?.hasFew
      const holds = found && caseHolds(base, found, scope, isById ? foundCase(base) : caseRow, found.hasFew ? undefined : sample)
      const isTheirs = caseIn(base, scope, foundCase(base))
      if (holds && (found?.hasFew || sample)) return holds.map((one) => all(one, isTheirs, owed?.holds()))
      const said = holds && anyHolds(holds)
      if (owed && (owed.hasFew || sample)) return [all(owed.isFound(), isTheirs, said)]
      return caseAlternatives(base, scope, isFew).map((way) => all(way, said, owed?.holds()))
    }
    const shape = [scope, isFew, found?.shape, owed?.hasFew, owed?.shape, filter]
    return {
      shape,
      values: { ...found?.values, ...owed?.values },
      like: () => casesLike(base, filter),
      alternatives,
      isMany: found?.hasFew === false || owed?.hasFew === false,
    }
  }
  const tracksIn = async (scope: TrackScope, { phases, text }: TrackFilter) => {
    const found = !text ? undefined : await words.inTracks(text, scope)
    if (found === null) return null
    const wanted = phases ? (phases as TrackRowPhase[]) : null // safe: a phase that is none matches no row
    const alternatives = (sample?: 'sample'): SQL[] => {
      const isLetter = found && trackHolds(base, found, trackRow.trackId, sample)
      if (found?.hasFew || sample) return [all(isLetter, trackIn(base, scope, 'found'), wanted && inArray(trackRow.phase, wanted))]
      const alternatives = trackAlternatives(base, scope, wanted)
      return (alternatives.length > 0 ? alternatives : [sql`false`]).map((way) => all(way, isLetter))
    }
    return { shape: [scope, phases, found?.shape], values: found?.values, alternatives, isMany: found?.hasFew === false }
  }
  /** What many hold is soon past the cap: of a sample, before all of it is walked through. */
  type Counting = Readonly<{ shape: unknown; values: Record<string, string> | undefined; isMany: boolean }>
  const countIn = async ({ shape, values, isMany }: Counting, cap: number, count: (sample?: 'sample') => ReturnType<typeof countOf>) => {
    const asked = async (sample?: 'sample'): Promise<number> =>
      Math.min(numberOf(await ask<{ n: number }>(['how many', shape, sample], () => count(sample), { ...values, most: cap + 1 })), cap + 1)
    const some = isMany ? await asked('sample') : 0
    return some > cap ? some : await asked()
  }
  return {
    listCases: async (scope, filter, { by, descending }, { after, size }) => {
      const asked = isBlind(scope) ? null : await casesIn(scope, filter)
      if (!asked) return []
      const build = () => {
        const [column, way] = [caseRow[by], descending ? desc : asc]
        const past = after ? pastLast([column, caseRow.caseId], descending ? 'down' : 'up', [LAST_KEY, LAST_ID]) : undefined
        const order = [way(column), way(caseRow.caseId)]
        const ids = idsOf(base, caseRow, caseRow.caseId, asked.alternatives(), and(asked.like(), past), order)
        const rows = db.select().from(caseRow).where(inArray(caseRow.caseId, ids))
        return rows.orderBy(...order).limit(MOST)
      }
      const last = after && { key: by === 'amountFen' ? Number(after.key) : after.key, id: after.id }
      return ask(['cases', asked.shape, by, descending, after !== null], build, { ...last, ...asked.values, most: size })
    },
    countCases: async (scope, filter, cap) => {
      const asked = isBlind(scope) ? null : await casesIn(scope, filter)
      if (!asked) return 0
      return countIn(asked, cap, (sample) => countOf(base, idsOf(base, caseRow, caseRow.caseId, asked.alternatives(sample), asked.like())))
    },
    listTracks: async (scope, filter, { after, size }) => {
      const asked = isBlind(scope) ? null : await tracksIn(scope, filter)
      if (!asked) return []
      const build = () => {
        const past = after ? pastLast([trackRow.sentAt, trackRow.trackId], 'down', [LAST_KEY, LAST_ID]) : undefined
        const order = [desc(trackRow.sentAt), desc(trackRow.trackId)]
        const rows = db
          .select()
          .from(trackRow)
          .where(inArray(trackRow.trackId, idsOf(base, trackRow, trackRow.trackId, asked.alternatives(), past, order)))
        return rows.orderBy(...order).limit(MOST)
      }
      const rows = await ask<TrackRow>(['tracks', asked.shape, after !== null], build, { ...after, ...asked.values, most: size })
      return rows.map(asTombstone)
    },
    countTracks: async (scope, filter, cap) => {
      const asked = isBlind(scope) ? null : await tracksIn(scope, filter)
      if (!asked) return 0
      return countIn(asked, cap, (sample) => countOf(base, idsOf(base, trackRow, trackRow.trackId, asked.alternatives(sample))))
    },
    listSilent: (before) => listSilent(base, before),
    listFaulty: () => listFaulty(base),
  }
}

/** Ids of what any of the ways leads to, of each as many as are asked for. */
function idsOf(
  { db }: Base,
  table: SQLiteTable,
  id: SQLiteColumn,
  alternatives: readonly (SQL | undefined)[],
  like?: SQL,
  order: readonly SQL[] = [],
) {
  const [one, other, ...rest] = alternatives.map((way) => {
    const found = db.select({ id }).from(table).where(and(way, like))
    const first = found.orderBy(...order).limit(MOST)
    return db.select().from(first.as('way'))
  })
  if (!one) throw new Error('a scope that is not blind has a way')
  return other ? union(one, other, ...rest) : one
}

function casesLike({ t: { caseRow } }: Base, { phases, fund, ended, minFen }: CaseFilter): SQL | undefined {
  return and(
    phases && inArray(caseRow.phase, phases as CaseRowPhase[]), // safe: a phase that is none matches no row
    fund ? lists(caseRow.funds, fund) : undefined,
    ended === undefined ? undefined : eq(caseRow.isEnded, ended ? 1 : 0),
    minFen === undefined ? undefined : gte(caseRow.amountFen, minFen),
  )
}
type CaseRowPhase = Base['t']['caseRow']['$inferSelect']['phase']
type TrackRowPhase = Base['t']['trackRow']['$inferSelect']['phase']
const all = (...parts: readonly (SQL | null | undefined)[]): SQL => and(...parts.map((part) => part ?? undefined)) as SQL // safe: a way is among them

/** When a decision was *recorded* stands in its entry: one taken from paper was made earlier than anybody here could know. */
async function listSilent({ db, t: { trackRow, entry } }: Base, before: string) {
  const alarm = alias(entry, 'alarm')
  const alarmed = db
    .select({ seq: alarm.seq })
    .from(alarm)
    .where(and(eq(alarm.trackId, entry.trackId), eq(alarm.type, 'SilenceAlarmed'), gt(alarm.seq, entry.seq)))
  const decided = db
    .select({ seq: entry.seq })
    .from(entry)
    .where(
      and(
        eq(entry.trackId, trackRow.trackId),
        inArray(entry.type, ['CaseFiled', 'CaseNotFiled', 'ProceedingAnswered']),
        lte(entry.recordedAt, before),
        notExists(alarmed),
      ),
    )
  return await db
    .select({ caseId: trackRow.caseId, trackId: trackRow.trackId })
    .from(trackRow)
    .where(
      and(
        eq(trackRow.signedForAt, ''),
        inArray(
          trackRow.phase,
          trackPhasesThat(({ isDecided }) => isDecided === true),
        ),
        exists(decided),
      ),
    )
    .orderBy(asc(trackRow.trackId))
}

async function listFaulty({ db, t: { entry } }: Base): Promise<string[]> {
  const standing = sql`sum(case ${entry.type} when 'FileFaultFound' then 1 else -1 end)`
  const rows = await db
    .select({ caseId: entry.streamId })
    .from(entry)
    .where(and(eq(entry.stream, 'case'), eq(entry.trackId, ''), inArray(entry.type, ['FileFaultFound', 'FileFoundWhole'])))
    .groupBy(entry.streamId)
    .having(sql`${standing} > 0`)
    .orderBy(asc(entry.streamId))
  return rows.map(({ caseId }) => caseId)
}
