/** To whom a notice goes, by what they are to the case: people by name, posts in a unit. */
import type { CaseEvent } from '#lib/domain/case/events'
import { roundOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import { dossierNo, type NamedFile } from '#lib/domain/evidence/stored'
import type { Who } from '#lib/domain/procedure/stages'
import type { Post } from '#lib/domain/result'
import { isDecided, isSent, sentFiles, decisionOf } from '#lib/domain/transfer/state'
import type { NoticeCode } from './notices.ts'

export type To = Readonly<{ personId: string }> | Readonly<{ unitId: string; post: Post }>
export type Announcement = Readonly<{
  to: readonly To[]
  code: NoticeCode
  trackId?: string
  about?: Readonly<Record<string, string | number>>
}>

export const handlers = (s: OpenCase): To[] => s.handlerIds.map((personId) => ({ personId }))
/** Who holds the head's post where the report was submitted to. */
export function decider(s: OpenCase): To[] {
  const { review } = roundOf(s)
  return 'decidingUnitId' in review ? [{ unitId: review.decidingUnitId, post: 'approver' }] : []
}
export const own = (s: OpenCase, ...posts: Post[]): To[] => posts.map((post) => ({ unitId: s.bureau.unitId, post }))
export const sender = (s: OpenCase): To[] => [...handlers(s), ...own(s, 'liaison', 'approver')]
/** Once somebody there has taken it, it is no colleague's to hear of (policy/ties.ts: recipient-colleague). */
export const body = (s: OpenCase, trackId: string, ...posts: Post[]): To[] => {
  const track = s.tracks[trackId]
  if (!track) return []
  const taken = 'handlerId' in track ? track.handlerId : null
  return posts.map((post) => (post === 'handler' && taken ? { personId: taken } : { unitId: track.to.unitId, post }))
}
/** A reminder goes to those who owe it: the case's own handlers by name, since a colleague may not know of the case. */
export const urged = (s: OpenCase, { toUnitId, toPost, trackId }: Extract<CaseEvent, { type: 'Urged' }>): To[] => {
  const post = toPost as Post // safe: the schema allows posts only
  if (toUnitId === s.bureau.unitId && post === 'handler') return handlers(s)
  return trackId && s.tracks[trackId]?.to.unitId === toUnitId ? body(s, trackId, post) : [{ unitId: toUnitId, post }]
}
export const copied = (s: OpenCase, trackId: string): To[] => {
  const unitId = s.tracks[trackId]?.copyTo?.unitId
  return unitId
    ? [
        { unitId, post: 'intake' },
        { unitId, post: 'supervisor' },
      ]
    : []
}
export const isCopiedAnew = (trackId: string, after: OpenCase, before: OpenCase | null): boolean =>
  before !== null && before.tracks[trackId]?.copyTo?.unitId !== after.tracks[trackId]?.copyTo?.unitId
export function letterNo(s: OpenCase, trackId: string): string {
  const track = s.tracks[trackId]
  return track && isSent(track) ? track.snapshot.letterNo : ''
}
export const superior = (s: OpenCase): To[] =>
  s.bureau.superiorId
    ? [
        { unitId: s.bureau.superiorId, post: 'liaison' },
        { unitId: s.bureau.superiorId, post: 'approver' },
      ]
    : []
/** Hears which case and which stored file it is, and no word of either. */
const AUDIT: readonly To[] = [{ unitId: 'platform', post: 'audit-admin' }]
/** The case's officers, the auditor, and each body that may ask for it today: by the number that stands before it on their own list. */
export function announceFile(
  s: OpenCase,
  file: NamedFile,
  what: 'fault-found' | 'found-whole',
  about: Announcement['about'] = {},
): Announcement[] {
  const { blobId, itemId, trackId, seq } = file
  const code: NoticeCode = `${itemId ? 'file' : 'paper'}-${what}`
  const bodies = Object.values(s.tracks).flatMap((track) => {
    if (!isSent(track) || track.phase === 'withdrawn') return []
    const n = sentFiles(track).findIndex((sent) => sent.blobId === blobId) + 1
    const isTheirs = itemId ? n > 0 : track.trackId === trackId && seq >= track.sent.seq
    const isDecision = isDecided(track) && decisionOf(track).seq === seq
    const to = [...body(s, track.trackId, 'intake', 'liaison', 'handler'), ...(isDecision ? copied(s, track.trackId) : [])]
    return isTheirs ? [announce(to, code, track.trackId, { ...about, n })] : []
  })
  const n = dossierNo(s, itemId)
  return [announce(handlers(s), code, trackId, { ...about, n }), announce(AUDIT, code, '', { ...about, n, file: blobId }), ...bodies]
}
const HEARERS: { readonly [W in Who]: (s: OpenCase, trackId: string) => To[] } = {
  handlers,
  sender,
  head: decider,
  body: (s, trackId) => body(s, trackId, 'approver', 'handler', 'liaison'),
  copied,
}
/** Those of a stage's row. */
export const announceStage = (
  s: OpenCase,
  trackId: string,
  code: NoticeCode,
  whom: readonly Who[],
  about: Announcement['about'],
): Announcement[] =>
  whom.length > 0
    ? [
        announce(
          whom.flatMap((who) => HEARERS[who](s, trackId)),
          code,
          trackId,
          about,
        ),
      ]
    : []
export const announce = (to: readonly To[], code: NoticeCode, trackId?: string, about?: Announcement['about']): Announcement => ({
  to,
  code,
  ...(trackId && { trackId }),
  ...(about && { about }),
})
