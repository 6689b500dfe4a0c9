/** What the receiving body does, and what its paper says it did: `paper` carries the date on the paper and who signed (D23). */
import { lockedIn } from '#lib/domain/evidence/stored'
import { refuse, type FileRef, type Instant, type OnPaper } from '#lib/domain/result'
import { isSent, sentFiles } from '#lib/domain/transfer/state'
import { listDamaged } from './check-files.ts'
import type { CaseDesk, CaseDone } from './desk.ts'
import { readCopyTo, readUnitRef } from './directory.ts'
import { readOpenCase, readWholeCase } from './read-case.ts'

export type Paper = Readonly<{ happenedAt: Instant; onPaper: OnPaper }>
type At = Readonly<{ caseId: string; trackId: string; formKey: string; paper?: Paper }>

export async function signReceipt(desk: CaseDesk, { caseId, trackId, formKey, paper }: At, remarks: string): CaseDone {
  const state = await readOpenCase(desk.read, caseId)
  const track = state?.tracks[trackId]
  if (!track || !isSent(track)) return refuse({ code: 'transfer.no-such-track' })
  const damaged = await listDamaged(desk, { caseId, locked: lockedIn(state) }, sentFiles(track))
  return desk.ask(caseId, { type: 'SignReceipt', trackId, code: track.to.code, damaged, remarks }, formKey, paper)
}

export const openExamination = ({ ask }: CaseDesk, { caseId, trackId, formKey, paper }: At): CaseDone =>
  ask(caseId, { type: 'OpenExamination', trackId }, formKey, paper)

export const askSupplement = ({ ask }: CaseDesk, { caseId, trackId, formKey, paper }: At, wanted: readonly string[]): CaseDone =>
  ask(caseId, { type: 'AskSupplement', trackId, wanted }, formKey, paper)

export async function passOn(
  { ask, read, today }: CaseDesk,
  { caseId, trackId, formKey, paper }: At,
  { target, reason }: Readonly<{ target: string; reason: string }>,
): CaseDone {
  const to = await readUnitRef(read, target)
  if (!to) return refuse({ code: 'office.no-such-unit' })
  const division = (await read.listUnits()).find((unit) => unit.unitId === target)?.division ?? ''
  return ask(caseId, { type: 'PassOn', trackId, to, copyTo: await readCopyTo(read, division, to.kind, today), reason }, formKey, paper)
}

type Decided = Readonly<{
  outcome: 'file' | 'decline'
  decisionNo: string
  decidedOn: string
  charge: string
  reasons: string
  document: FileRef
}>
export const decideFiling = ({ ask }: CaseDesk, { caseId, trackId, formKey, paper }: At, { outcome, ...decision }: Decided): CaseDone =>
  ask(caseId, { type: outcome === 'file' ? 'FileCase' : 'DeclineFiling', trackId, decision }, formKey, paper)

export const signForDecision = ({ ask }: CaseDesk, { caseId, trackId, formKey }: At): CaseDone =>
  ask(caseId, { type: 'SignForDecision', trackId }, formKey)

/** Every chosen file is read again first: one that is not as sealed is locked by it, and a locked one refuses the deed. */
export async function sendSupplement(
  desk: CaseDesk,
  { caseId, trackId, formKey }: At,
  { itemIds, note }: Readonly<{ itemIds: readonly string[]; note: string }>,
): CaseDone {
  const state = await readWholeCase(desk.read, caseId)
  if (state)
    await listDamaged(
      desk,
      { caseId, locked: lockedIn(state) },
      itemIds.flatMap((id) => (Object.hasOwn(state.evidence, id) ? (state.evidence[id] ?? []) : [])),
    )
  return desk.ask(caseId, { type: 'SendSupplement', trackId, itemIds, note }, formKey)
}

export const disputePaper = (
  { ask }: CaseDesk,
  { caseId, trackId, formKey }: At,
  { seq, reason }: Readonly<{ seq: number; reason: string }>,
): CaseDone => ask(caseId, { type: 'DisputePaper', trackId, seq, reason }, formKey)
