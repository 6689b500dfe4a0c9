/**
 * Who opened what came to them (found J13): a letter, or a notice of a track. Kept with the case; each side knows its own people by name,
 * and of the other which unit, which post and when. Opening is no receipt (docs/ux.md principle 7).
 */
import type { Actor, Instant, Post, Seat } from '#lib/domain/result'
import type { SentTrack } from '#lib/domain/transfer/state'
import type { Reader } from '#lib/ports/case-store'
import type { DeskStore, Opened } from '#lib/ports/desk-store'
import type { Notice } from '#lib/views/rows'

/** Somebody goes on from a notice to what it speaks of. Only whom it told, and only one that speaks of a track. */
export async function openNotice(
  { read, desk }: Readonly<{ read: Pick<Reader, 'readNotice'>; desk: Pick<DeskStore, 'saveOpened'> }>,
  actor: Actor,
  noticeId: string,
  at: Instant,
): Promise<void> {
  const notice = await read.readNotice(noticeId)
  const seat = notice && seatUnder(actor, notice)
  if (!seat || notice.trackId === '') return
  const { caseId, trackId, seq } = notice
  await desk.saveOpened({ caseId, trackId, seq, noticeId, personId: actor.personId, unitId: seat.unitId, post: seat.post, at })
}
/** In person they are told as who handles it. */
const seatUnder = ({ personId, seats }: Actor, notice: Notice): Seat | undefined =>
  notice.personId === personId
    ? (seats.find(({ post }) => post === 'handler') ?? seats[0])
    : notice.personId === ''
      ? seats.find(({ unitId, post }) => unitId === notice.unitId && post === notice.post)
      : undefined

/** `personId` null: of the other side. `letterAt`: when first the letter was opened, `noticeAt` a notice, of `notices`; '' for never. */
export type Opening = Readonly<{
  unitId: string
  post: Post
  personId: string | null
  letterAt: Instant | ''
  noticeAt: Instant | ''
  notices: number
}>

/** Of a track as it was sent last, in the order of time. `seen`: the units of whose opening this reader may know; all where it is left out. */
export async function listOpenings(
  desk: Pick<DeskStore, 'listOpened'>,
  { seats }: Actor,
  { trackId, sent, caseId }: Pick<SentTrack, 'trackId' | 'sent'> & Readonly<{ caseId: string }>,
  seen?: ReadonlySet<string>,
): Promise<readonly Opening[]> {
  const own = new Set(seats.map(({ unitId }) => unitId))
  const rows = (await desk.listOpened(caseId)).filter(
    (row) => row.trackId === trackId && row.seq >= sent.seq && (!seen || seen.has(row.unitId)),
  )
  const whose = ({ unitId, post, personId }: Opened): string => JSON.stringify(own.has(unitId) ? [unitId, personId] : [unitId, post])
  return [...Map.groupBy(rows, whose).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const notices = some.filter(({ noticeId }) => noticeId !== '')
    return {
      unitId: first.unitId,
      post: first.post,
      personId: own.has(first.unitId) ? first.personId : null,
      letterAt: some.find(({ noticeId }) => noticeId === '')?.at ?? '',
      noticeAt: notices[0]?.at ?? '',
      notices: new Set(notices.map(({ noticeId }) => noticeId)).size,
    }
  })
}
