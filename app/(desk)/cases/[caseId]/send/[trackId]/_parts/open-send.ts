/** What every step of a transfer begins with. A step is reached only when nothing blocks; what was sent already shows where it can be seen. */
import { redirect } from 'next/navigation'
import { lockedIn } from '#lib/domain/evidence/stored'
import type { FileRef } from '#lib/domain/result'
import { preflight, type Check } from '#lib/domain/transfer/preflight'
import { denied } from '#lib/server/session/access-notes'
import { lockFile } from '#lib/server/boot/lock-file'
import { listDamaged } from '#lib/usecases/check-files'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openTrackPage, type TrackPage } from '#app/(desk)/cases/_track/open'

/** After the check one page: to whom, the letter, the signature (found B8). Addresses of before lead there (next.config.ts). */
export const STEPS = ['check', 'confirm'] as const
export type Step = (typeof STEPS)[number]
type PlannedFile = FileRef & Readonly<{ itemId: string }>
export type SendPage = TrackPage &
  Readonly<{ step: Step; files: readonly PlannedFile[]; damaged: readonly string[]; checks: readonly Check[] }>

/**
 * The check takes the digest of every file again. Later steps do not: reading the whole dossier at each would make people wait,
 * and the sending itself reads it once more before anything is sealed (lib/usecases/send-transfer.ts).
 */
export async function openSend(params: TrackProps['params'], step: Step): Promise<SendPage> {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  const answer = page.may('SendTransfer', trackId)
  if (answer.is === 'never') denied()
  if (answer.is === 'not-now') redirect(`${page.at}?done=sent-already`)
  const { me, state, track } = page
  const files = track.plan.itemIds.flatMap((itemId) => state.evidence[itemId] ?? [])
  const damaged = step === 'check' ? await listDamaged({ blobs: me.blobs, lockFile }, { caseId, locked: lockedIn(state) }, files) : []
  const checks = preflight(state, track, damaged)
  if (step !== 'check' && checks.some(({ is }) => is === 'block')) redirect(stepHref(caseId, trackId, 'check'))
  return { ...page, step, files, damaged, checks }
}

export const stepHref = (caseId: string, trackId: string, step: Step): string => `/cases/${caseId}/send/${trackId}/${step}`
