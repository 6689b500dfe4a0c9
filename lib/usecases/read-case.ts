/** Reading a case or a track: the policy is asked first, and what may not be read does not exist (D14). */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import type { OpenCase } from '#lib/domain/case/state'
import { examined } from '#lib/domain/case/took-part'
import { can, mayDo, type Answer } from '#lib/domain/policy/can'
import type { Action } from '#lib/domain/policy/table'
import type { Actor, Instant } from '#lib/domain/result'
import { isSent } from '#lib/domain/transfer/state'
import type { Reader } from '#lib/ports/case-store'
import { isId } from '#lib/schemas/fields'
import { caseStatus, type CaseStatus } from '#lib/views/case-status'
import { openCase, withEvidence } from '#lib/views/case-views'
import { sealedCase, type SealedCase } from '#lib/views/sealed-case'
import { fold } from './folded.ts'
import { caseDecider } from './case-decider.ts'

/** The case as stored, without its evidence, on which no answer of the policy hangs; asks nobody. For use-cases that judge, or that `ask` judges afterwards. */
export async function readOpenCase(read: Reader, caseId: string): Promise<OpenCase | null> {
  const row = isId(caseId) ? await read.readCaseRow(caseId) : null
  return row && openCase(row, [])
}

/** The case with its evidence, as its own people read it; asks nobody. */
export async function readWholeCase(read: Reader, caseId: string): Promise<OpenCase | null> {
  const state = await readOpenCase(read, caseId)
  return state && withEvidence(state, await read.listEvidence(caseId))
}

/** All that happened in a case, from the first event; asks nobody. For the few questions that the folded state does not answer. */
export const readPast = async (read: Reader, caseId: string): Promise<readonly Happened<CaseEvent>[]> =>
  fold(caseDecider, await read.readEvents({ stream: 'case', streamId: caseId })).past

/** `may`: asked of the case as it is, by this reader; of one of its tracks, also for a body that works on paper. */
type CaseMay = Readonly<{ may: (action: Action, trackId?: string | null, onPaper?: boolean) => Answer }>
/** All of it for its own people; where it stands for a superior or an overseer. Null for what is missing and for what is not theirs: the page answers both alike. */
export type CaseRead = CaseMay & (Readonly<{ reads: 'content'; state: OpenCase }> | Readonly<{ reads: 'status'; state: CaseStatus }>)
export async function readCaseAs(read: Reader, actor: Actor, caseId: string): Promise<CaseRead | null> {
  const state = await readOpenCase(read, caseId)
  if (!state || !can(actor, 'ReadCase', state)) return null
  const may: CaseMay['may'] = (action, trackId = null, onPaper = false) => mayDo(actor, action, state, { trackId, onPaper })
  if (!can(actor, 'ReadContent', state)) return { reads: 'status', state: caseStatus(state), may }
  return { reads: 'content', state: withEvidence(state, await read.listEvidence(caseId)), may }
}

/** Null also for who may know only where it stands. */
export async function readContentAs(read: Reader, actor: Actor, caseId: string): Promise<OpenCase | null> {
  const found = await readCaseAs(read, actor, caseId)
  return found?.reads === 'content' ? found.state : null
}

/** `may`: asked of the case as it is, by this reader, on this track. */
export type TrackRead = Readonly<{ sealed: SealedCase; may: (action: Action) => Answer }>
/** A track as its recipient, a copied or a former body may read it: as it was sealed, never the sender's later drafts (D13). */
export async function readTrackAs(read: Reader, actor: Actor, trackId: string): Promise<TrackRead | null> {
  const row = isId(trackId) ? await read.readTrackRow(trackId) : null
  const state = row && (await readOpenCase(read, row.caseId))
  const track = state?.tracks[trackId]
  if (!track || !isSent(track) || track.phase === 'withdrawn' || !can(actor, 'ReadTrack', state, { trackId })) return null
  return { sealed: sealedCase(state, track, actor), may: (action) => mayDo(actor, action, state, { trackId }) }
}

/** Has this person examined the track? Then somebody else of the body decides (found J3). */
export const hasExamined = async (read: Reader, { caseId, track }: SealedCase, personId: string): Promise<boolean> =>
  examined(await readPast(read, caseId), track.trackId).has(personId)

export type Tombstone = Readonly<{ caseId: string; letterNo: string; sentAt: Instant; withdrawnAt: Instant; unitId: string }>
/** What those who had a letter may still know once it was taken back; null for everybody else, and for a letter that stands. `unitId`: who took it back. */
export async function readTombstoneAs(read: Reader, actor: Actor, trackId: string): Promise<Tombstone | null> {
  const row = await read.readTrackRow(trackId)
  if (row?.phase !== 'withdrawn') return null
  const state = await readOpenCase(read, row.caseId)
  const track = state?.tracks[trackId]
  if (track?.phase !== 'withdrawn' || !can(actor, 'ReadTombstone', state, { trackId })) return null
  const { snapshot, sent, withdrawn } = track
  return { caseId: row.caseId, letterNo: snapshot.letterNo, sentAt: sent.at, withdrawnAt: withdrawn.at, unitId: withdrawn.by.unitId }
}
