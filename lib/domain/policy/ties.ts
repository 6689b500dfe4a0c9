/** What a person is to a case, or to one of its tracks, today. Pure: posts of the day come in with the actor. */
import { reportOf, roundOf } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import type { Actor, By, Seat } from '../result.ts'
import type { TrackState } from '../transfer/state.ts'
import type { Tie } from './table.ts'

export type Held = Readonly<{ tie: Tie; seat: Seat }>

/** Ties to a case that may not exist yet; with a track, also the ties of its recipient's people. Never empty for a signed-in person. */
export function tiesOf(actor: Actor, state: OpenCase | null, track: TrackState | null = null): readonly Held[] {
  const held = actor.seats.flatMap((seat) => [
    ...platformTies(seat),
    ...(state ? caseTies(actor.personId, seat, state) : registrarTies(seat)),
    ...(state && track ? trackTies(actor.personId, seat, state, track) : []),
  ])
  const barred = state !== null && isSubject(actor.personId, state)
  return barred ? actor.seats.slice(0, 1).map((seat) => ({ tie: 'subject', seat })) : held
}

/** A subject who works here may not know of the case, whatever their post (docs/handbook.md §2.2 回避; RG12). */
export const isSubject = (personId: string, state: OpenCase): boolean => Object.values(state.subjects).some((s) => s.personId === personId)
export const byOf = (actor: Actor, { seat }: Held): By => ({ personId: actor.personId, unitId: seat.unitId, post: seat.post })

const registrarTies = (seat: Seat): Held[] => (seat.unitKind === 'bureau' && seat.post === 'handler' ? [{ tie: 'registrar', seat }] : [])
function platformTies(seat: Seat): Held[] {
  const { post } = seat
  return post === 'system-admin' || post === 'security-admin' || post === 'audit-admin' || post === 'clock' ? [{ tie: post, seat }] : []
}

function caseTies(personId: string, seat: Seat, state: OpenCase): Held[] {
  const isHandler = state.handlerIds.includes(personId)
  const { review } = roundOf(state)
  const decides = 'decidingUnitId' in review ? review.decidingUnitId : state.bureau.unitId
  const writtenBy = reportOf(state)?.writtenBy ?? personId
  const own = seat.unitId === state.bureau.unitId
  const ties: Tie[] = []
  if (own && seat.post === 'handler') {
    ties.push(isHandler ? 'handler' : 'colleague')
    if (isHandler && writtenBy !== personId) ties.push('second-handler') // D24: confirms in their own session
  }
  if (own && seat.post === 'liaison') ties.push('liaison')
  // Incompatible in one case (docs/handbook.md §2.2): who investigates neither reviews nor approves.
  if (own && seat.post === 'reviewer' && !isHandler) ties.push('reviewer')
  if (seat.unitId === decides && seat.post === 'approver' && !isHandler) ties.push('approver')
  if (seat.unitId === state.bureau.superiorId && ['approver', 'liaison', 'overseer'].includes(seat.post)) ties.push('superior')
  if (seat.unitKind === 'justice' && seat.post === 'overseer' && seat.division === state.basics.division) ties.push('overseer')
  return ties.map((tie) => ({ tie, seat }))
}

function trackTies(personId: string, seat: Seat, state: OpenCase, track: TrackState): Held[] {
  const ties: Tie[] = []
  if (seat.unitId === track.to.unitId && seat.unitId !== state.bureau.unitId) ties.push(...recipientTies(personId, seat, track))
  else if ('legs' in track && track.legs.some((forwarding) => forwarding.from.unitId === seat.unitId) && RECEIVING.includes(seat.post))
    ties.push('former-recipient')
  if (seat.unitId === track.copyTo?.unitId && ['intake', 'supervisor', 'liaison', 'approver'].includes(seat.post)) ties.push('copied')
  // The procuratorate watches over the filing of what it was copied (docs/handbook.md §2.2 R12).
  if (seat.unitId === track.copyTo?.unitId && seat.unitKind === 'procuratorate' && ['supervisor', 'approver'].includes(seat.post))
    ties.push('supervising')
  const elsewhere = Object.values(state.tracks).some((other) => other.trackId !== track.trackId && other.to.unitId === seat.unitId)
  if (ties.length === 0 && elsewhere) ties.push('other-recipient')
  return ties.map((tie) => ({ tie, seat }))
}

const RECEIVING: readonly string[] = ['intake', 'handler', 'approver', 'liaison']
function recipientTies(personId: string, seat: Seat, track: TrackState): Tie[] {
  if (seat.post === 'intake') return ['recipient-intake']
  if (seat.post === 'approver') return ['recipient-approver']
  if (seat.post === 'liaison') return ['recipient-liaison']
  if (seat.post !== 'handler') return []
  const taken = 'handlerId' in track ? track.handlerId : null
  return [!taken || taken === personId ? 'recipient-handler' : 'recipient-colleague']
}
