import { approvalFor } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import { lockedIn } from '#lib/domain/evidence/stored'
import { refuse } from '#lib/domain/result'
import type { Snapshot } from '#lib/domain/transfer/events'
import type { Reader } from '#lib/ports/case-store'
import { listDamaged, manifestOf } from './check-files.ts'
import type { CaseDesk, CaseDone } from './desk.ts'
import { readContentAs } from './read-case.ts'

/** T10: seals what the body will see and tells it. The digests of every planned file are taken again first. */
export async function sendTransfer(desk: CaseDesk, caseId: string, trackId: string, formKey: string): CaseDone {
  const { actor, ask, read } = desk
  const state = await readContentAs(read, actor, caseId)
  if (!state) return refuse({ code: 'policy.denied' })
  const track = state.tracks[trackId]
  if (!track || !approvalFor(state, trackId)) return refuse({ code: 'transfer.no-such-track' })
  const files = track.plan.itemIds.flatMap((itemId) => state.evidence[itemId] ?? [])
  return ask(
    caseId,
    {
      type: 'SendTransfer',
      trackId,
      ...(await lettersPeople(read, state, trackId)),
      manifest: manifestOf(files),
      damaged: await listDamaged(desk, { caseId, locked: lockedIn(state) }, files),
    },
    formKey,
  )
}

/** Whom the letter names: the officers with their phones, and who approved it. */
export async function lettersPeople(read: Reader, state: OpenCase, trackId: string): Promise<Pick<Snapshot, 'handlers' | 'approvedBy'>> {
  const people = new Map((await read.listPersons()).map((person) => [person.personId, person]))
  const handlers = state.handlerIds.flatMap((personId) => {
    const p = people.get(personId)
    return p ? [{ name: p.name, phone: p.phone }] : []
  })
  return { handlers, approvedBy: people.get(approvalFor(state, trackId)?.approvedBy ?? '')?.name ?? '' }
}
