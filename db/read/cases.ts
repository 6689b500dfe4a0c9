/** Rows of cases and tracks, one by one and in lists that are scoped before they are read. */
import { type CaseScope, readingScope } from '#lib/domain/policy/scope'
import { and, asc, desc, eq, exists, gt, gte, inArray, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { CaseFilter, CaseReader } from '#lib/ports/case-store'
import { countUpTo, holds, lists, pastLast, placeOf } from '../conditions.ts'
import { type Base, first, hot } from '../database.ts'
import { caseIn, ONE, trackIn } from '../scope.ts'

const { placeholder } = sql

type OneCase = 'readCaseRow' | 'readTrackRow' | 'listTracksOf' | 'listEvidence' | 'readEvidence' | 'listDutiesOf' | 'listEntries'
export function readCase({ db, t }: Base): Pick<CaseReader, OneCase> {
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
  const items = hot(db.select().from(evidence).where(eq(evidence.caseId, caseId)).orderBy(asc(evidence.seq), asc(evidence.itemId)))
  const ofItem = and(eq(evidence.caseId, caseId), eq(evidence.itemId, placeholder('itemId')))
  const item = hot(db.select().from(evidence).where(ofItem))
  const duties = hot(db.select().from(duty).where(eq(duty.caseId, caseId)).orderBy(asc(duty.sortAt), asc(duty.dutyId)))
  return {
    readCaseRow: async (caseId) => first(await row({ caseId })),
    readTrackRow: async (trackId) => first(await track({ trackId })),
    listTracksOf: (caseId) => tracks({ caseId }),
    listEvidence: (caseId) => items({ caseId }),
    readEvidence: async (caseId, itemId) => first(await item({ caseId, itemId })),
    listDutiesOf: (caseId) => duties({ caseId }),
    listEntries: async (caseId, { trackId, types, limit }) => {
      const which = and(
        eq(entry.caseId, caseId),
        trackId === undefined ? undefined : eq(entry.trackId, trackId),
        types && inArray(entry.type, types),
      )
      const rows = db.select().from(entry).where(which).orderBy(desc(entry.seq))
      return await (limit === undefined ? rows : rows.limit(limit))
    },
  }
}

type Lists = 'listCases' | 'countCases' | 'listTracks' | 'countTracks' | 'listSilent'
/** First the ids, then the rows: sorting would otherwise carry every sheet along. */
export function listCases(base: Base): Pick<CaseReader, Lists> {
  const { db, t } = base
  const { caseRow, trackRow } = t
  return {
    listCases: async (scope, filter, { by, descending }, page) => {
      const [column, way] = [caseRow[by], descending ? desc : asc]
      const place = page.after && [by === 'amountFen' ? Number(page.after.key) : page.after.key, page.after.id]
      const past = pastLast([column, caseRow.caseId], descending ? 'down' : 'up', place)
      const which = and(caseIn(base, scope), casesLike(base, scope, filter), past)
      const order = [way(column), way(caseRow.caseId)]
      const ids = db
        .select({ id: caseRow.caseId })
        .from(caseRow)
        .where(which)
        .orderBy(...order)
        .limit(page.size)
      return await db
        .select()
        .from(caseRow)
        .where(inArray(caseRow.caseId, ids))
        .orderBy(...order)
    },
    countCases: (scope, filter, cap) =>
      countUpTo(
        base,
        cap,
        db
          .select(ONE)
          .from(caseRow)
          .where(and(caseIn(base, scope), casesLike(base, scope, filter))),
      ),
    listTracks: async (scope, filter, page) => {
      const past = pastLast([trackRow.sentAt, trackRow.trackId], 'down', placeOf(page))
      const which = and(trackIn(base, scope), tracksLike(base, filter), past)
      const order = [desc(trackRow.sentAt), desc(trackRow.trackId)]
      const ids = db
        .select({ id: trackRow.trackId })
        .from(trackRow)
        .where(which)
        .orderBy(...order)
        .limit(page.size)
      return await db
        .select()
        .from(trackRow)
        .where(inArray(trackRow.trackId, ids))
        .orderBy(...order)
    },
    countTracks: (scope, filter, cap) =>
      countUpTo(
        base,
        cap,
        db
          .select(ONE)
          .from(trackRow)
          .where(and(trackIn(base, scope), tracksLike(base, filter))),
      ),
    listSilent: (before) => listSilent(base, before),
  }
}

function casesLike(base: Base, scope: CaseScope, { phases, fund, ended, text, minFen }: CaseFilter): SQL | undefined {
  const { caseRow } = base.t
  return and(
    phases && inArray(caseRow.phase, phases as CaseRowPhase[]), // safe: a phase that is none matches no row
    fund ? lists(caseRow.funds, fund) : undefined,
    ended === undefined ? undefined : eq(caseRow.isEnded, ended ? 1 : 0),
    text ? or(and(holds(caseRow.title, text), caseIn(base, readingScope(scope))), holds(caseRow.caseNo, text)) : undefined,
    minFen === undefined ? undefined : gte(caseRow.amountFen, minFen),
  )
}
type CaseRowPhase = Base['t']['caseRow']['$inferSelect']['phase']

type TrackFilter = Parameters<CaseReader['listTracks']>[1]
function tracksLike({ t: { trackRow } }: Base, { phases, text }: TrackFilter): SQL | undefined {
  const words = [trackRow.title, trackRow.caseNo, trackRow.letterNo]
  return and(
    phases && inArray(trackRow.phase, phases as TrackRowPhase[]), // safe: as above
    text ? or(...words.map((column) => holds(column, text))) : undefined,
  )
}
type TrackRowPhase = Base['t']['trackRow']['$inferSelect']['phase']

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
        inArray(entry.type, ['CaseFiled', 'CaseNotFiled']),
        lte(entry.recordedAt, before),
        notExists(alarmed),
      ),
    )
  return await db
    .select({ caseId: trackRow.caseId, trackId: trackRow.trackId })
    .from(trackRow)
    .where(and(eq(trackRow.signedForAt, ''), inArray(trackRow.phase, ['filed', 'not-filed']), exists(decided)))
    .orderBy(asc(trackRow.trackId))
}
