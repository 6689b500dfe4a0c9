/** Papers of a track, each by the act it belongs to. Who may read which: the sender's people all; a body those since the letter came; a former one up to its passing on; a copied one decisions. */
import { lockedIn, type Sealed } from '#lib/domain/evidence/stored'
import { can } from '#lib/domain/policy/can'
import { tiesOf } from '#lib/domain/policy/ties'
import type { Actor, OnPaper } from '#lib/domain/result'
import { scanOf } from '#lib/domain/transfer/scan'
import { isDecided, isSent, type SentTrack } from '#lib/domain/transfer/state'
import type { CaseReader } from '#lib/ports/case-store'
import { isId } from '#lib/schemas/fields'
import { readOpenCase } from './read-case.ts'

type PaperFile = Sealed & Readonly<{ name: string }>

export async function readPaperAs(
  read: CaseReader,
  actor: Actor,
  trackId: string,
  seq: number,
): Promise<Readonly<{ caseId: string; locked: readonly string[]; file: PaperFile }> | null> {
  const row = isId(trackId) ? await read.readTrackRow(trackId) : null
  const state = row && (await readOpenCase(read, row.caseId))
  const track = state?.tracks[trackId]
  if (!state || !track || !isSent(track)) return null
  const isSenders = can(actor, 'ReadContent', state) !== null
  if (
    !isSenders &&
    !(
      can(actor, 'ReadTrack', state, { trackId }) &&
      isFor(
        actor,
        track,
        tiesOf(actor, state, track).map(({ tie }) => tie),
        seq,
      )
    )
  )
    return null
  const stands = { caseId: state.caseId, locked: lockedIn(state) }
  if (isDecided(track) && track.decision.seq === seq) return { ...stands, file: track.decision.document }
  const entry = (await read.listEntries(state.caseId, { trackId })).find((one) => one.seq === seq)
  const onPaper: OnPaper | null = entry?.onPaper ? JSON.parse(entry.onPaper) : null // safe: written by lib/views/timeline.ts
  const file = onPaper && scanOf(onPaper.blobDigest)
  return file && { ...stands, file }
}

function isFor(actor: Actor, track: SentTrack, ties: readonly string[], seq: number): boolean {
  if (seq < track.sent.seq) return false
  if (ties.some((tie) => tie.startsWith('recipient-') && tie !== 'recipient-colleague')) return true
  const units = new Set(actor.seats.map(({ unitId }) => unitId))
  const passedOn = track.legs.findLast(({ from }) => units.has(from.unitId))?.passedOn.seq ?? 0
  if (ties.includes('former-recipient') && seq <= passedOn) return true
  return ties.includes('copied') && isDecided(track) && track.decision.seq === seq
}
