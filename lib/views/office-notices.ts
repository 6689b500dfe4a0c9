/** Who hears of what happened in the office (found J4): whose password was set, and whose post is in force. Events of before that were told to nobody. */
import type { Happened } from '#lib/domain/case/evolve'
import type { OfficeEvent } from '#lib/domain/office/events'
import { type OfficeState, postsOf } from '#lib/domain/office/state'
import { beijingDay } from '#lib/domain/time'
import type { To } from './groups.ts'
import type { NoticeCode } from './notices.ts'
import type { Notice } from './rows.ts'

type Announcement = Readonly<{ to: readonly To[]; code: NoticeCode; about: Readonly<Record<string, string>> }>

/** `after`: the office as this event left it. Of a password its own person is told too: it may not have been them. */
export function officeNotices({ event, seq, occasion, streamId }: Happened<OfficeEvent>, after: OfficeState): Notice[] {
  const at = occasion.recordedAt
  return announcementsOf(event, after, at).flatMap(({ to, code, about }) =>
    to.map((target) => {
      const { unitId, post, personId } = { unitId: '', post: '', personId: '', ...target }
      const noticeId = [streamId, seq, code, unitId, post, personId].join(':')
      const of = { stream: 'office', streamId, caseId: '', trackId: '', seq } as const
      return { noticeId, ...of, at, code, about: JSON.stringify(about), unitId, post, personId }
    }),
  )
}

function announcementsOf(event: OfficeEvent, after: OfficeState, at: string): readonly Announcement[] {
  if (event.type === 'PasswordSet' && event.v >= 2) {
    const { personId } = event
    const name = after.persons[personId]?.name ?? ''
    return [
      { to: [{ personId }], code: 'password-set', about: {} },
      { to: liaisonsOf(after, personId, at), code: 'password-set', about: { name } },
    ]
  }
  if ((event.type === 'PostGranted' || event.type === 'PostConfirmed') && event.v >= 2) {
    const held = after.posts[event.postId]
    const about = { unit: after.units[held?.unitId ?? '']?.name ?? '', post: held?.post ?? '', from: held?.from ?? '' }
    return held ? [{ to: [{ personId: held.personId }], code: 'post-in-force', about }] : []
  }
  return []
}

/** The liaison officers of the units in which somebody has a post that day; nobody of their own password twice. */
function liaisonsOf(after: OfficeState, personId: string, at: string): readonly To[] {
  const day = beijingDay(at)
  const today = postsOf(after, personId).filter(({ from, to }) => from <= day && (to === null || to >= day))
  const units = new Set(today.filter(({ post }) => post !== 'liaison').map(({ unitId }) => unitId))
  return [...units].map((unitId) => ({ unitId, post: 'liaison' }))
}
