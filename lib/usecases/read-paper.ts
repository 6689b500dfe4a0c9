/** Papers of a track, each by the act it belongs to. Who may read which: the sender's people all; a body those since the letter came; a former one up to its passing on; a copied one decisions. */
import { lockedIn, type Sealed } from '#lib/domain/evidence/stored'
import type { OpenCase } from '#lib/domain/case/state'
import { can } from '#lib/domain/policy/can'
import { tiesOf } from '#lib/domain/policy/ties'
import type { Actor, By, FileRef, OnPaper } from '#lib/domain/result'
import { scanOf } from '#lib/domain/transfer/scan'
import { isDecided, isOpened, isReceived, isSent, type SentTrack } from '#lib/domain/transfer/state'
import { caseStream } from '#lib/domain/stream'
import type { Reader } from '#lib/ports/case-store'
import { isId } from '#lib/schemas/fields'
import { readOpenCase } from './read-case.ts'

/** `by`: the post under which they may; `file` null where no paper was made in that act. */
type Paper = Readonly<{ caseId: string; locked: readonly string[]; by: By; file: (Sealed & Readonly<{ name: string }>) | null }>

export async function readPaperAs(read: Reader, actor: Actor, trackId: string, seq: number): Promise<Paper | null> {
  const row = isId(trackId) ? await read.readTrackRow(trackId) : null
  const state = row && (await readOpenCase(read, row.caseId))
  const track = state?.tracks[trackId]
  if (!state || !track || !isSent(track)) return null
  const by = can(actor, 'ReadContent', state) ?? readsAsBody(actor, state, track, seq)
  return by && { caseId: state.caseId, locked: lockedIn(state), by, file: await fileOf(read, state, track, seq) }
}

function readsAsBody(actor: Actor, state: OpenCase, track: SentTrack, seq: number): By | null {
  const ties = tiesOf(actor, state, track).map(({ tie }) => tie)
  return isFor(actor, track, ties, seq) ? can(actor, 'ReadTrack', state, { trackId: track.trackId }) : null
}

async function fileOf(read: Reader, { caseId }: OpenCase, track: SentTrack, seq: number): Promise<Paper['file']> {
  const document = documentsOf(track).get(seq)
  if (document) return document
  const entry = (await read.listEntries(caseStream(caseId), { trackId: track.trackId })).find((one) => one.seq === seq)
  const onPaper: OnPaper | null = entry?.onPaper ? JSON.parse(entry.onPaper) : null // safe: written by lib/views/timeline.ts
  return onPaper && scanOf(onPaper.blobDigest)
}

/** Papers of acts on a track that are no scans, by the seq of the act. */
function documentsOf(track: SentTrack): ReadonlyMap<number, FileRef> {
  const proceedings = isReceived(track) ? track.proceedings.filter(isOpened) : []
  const acts = [
    ...(isDecided(track) ? track.decisions : []),
    ...proceedings,
    ...proceedings.flatMap(({ answer }) => answer ?? []),
    ...(isReceived(track) ? track.reports : []),
  ]
  return new Map(acts.flatMap(({ seq, document }) => (document ? [[seq, document] as const] : [])))
}

function isFor(actor: Actor, track: SentTrack, ties: readonly string[], seq: number): boolean {
  if (seq < track.sent.seq) return false
  if (ties.some((tie) => tie.startsWith('recipient-') && tie !== 'recipient-colleague')) return true
  const units = new Set(actor.seats.map(({ unitId }) => unitId))
  const passedOn = track.legs.findLast(({ from }) => units.has(from.unitId))?.passedOn.seq ?? 0
  if (ties.includes('former-recipient') && seq <= passedOn) return true
  return ties.includes('copied') && isDecided(track) && track.decisions.some((decision) => decision.seq === seq)
}
