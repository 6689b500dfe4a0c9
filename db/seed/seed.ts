/** The demo world, made anew through the use-cases at past times (docs/decisions.md D20; the running server's clock is never moved). */
import type { Instant } from '#lib/domain/result'
import { addHours, beijingDay } from '#lib/domain/time'
import type { Container } from '#lib/server/boot/current-container'
import { actorOf } from '#lib/usecases/office/actor-of'
import { foundOffice } from './found-office.ts'
import { storyOf } from './history.ts'
import { instantOf } from './moment.ts'
import { PAST_OFFICIALS } from './past-officials.ts'
import { PAST_OUTSIDERS } from './past-outsiders.ts'
import { play } from './play.ts'
import { LIVE_AFTER } from './live-after.ts'
import { LIVE_BUILDING } from './live-building.ts'
import { LIVE_DECIDED } from './live-decided.ts'
import { LIVE_SENT } from './live-sent.ts'
import type { Story } from './story.ts'

const EVERY = 10
/** Into an empty store. Says what it does as it goes. Returns what was played, with the ids of the cases. */
export async function seedDemo(given: Container): Promise<ReadonlyMap<string, Story>> {
  const container: Container = { ...given, blobs: remembering(given.blobs) }
  const now = container.clockNow()
  console.log('正在建立演示数据：单位和人员… Making the demo world: units and people…')
  const reorganise = await foundOffice(container, now)
  const stories = storiesOn(now)
  const played = new Map<string, Story>()
  for (const story of stories) {
    await reorganise(instantOf(story.registered, now))
    played.set(await play(container, story, now), story)
    if (played.size % EVERY === 0 || played.size === stories.length)
      console.log(`正在建立演示数据：案件 ${played.size}／${stories.length} Cases ${played.size} of ${stories.length}`)
  }
  await reorganise(now)
  await readOldNotices(container, now)
  return played
}

const UNREAD_HOURS = 3 * 24
/** Nobody leaves ten years of notices unread: what is older than three days has been looked at. */
async function readOldNotices({ effects: { read }, desk }: Container, now: Instant): Promise<void> {
  const looked = addHours(now, -UNREAD_HOURS)
  for (const { personId } of await read.listPersons()) {
    const actor = await actorOf(read, personId, beijingDay(now))
    const notices = await read.listNotices(actor, { unreadOnly: true }, { after: null, size: 1_000 })
    const old = notices.filter(({ at }) => at < looked).map(({ noticeId }) => noticeId)
    await desk.markRead(personId, old, looked)
  }
}

/** In the order of their registration, so that a bureau's numbers rise with its dates. What has not happened yet is left out. */
function storiesOn(now: Instant): readonly Story[] {
  const past = [...PAST_OFFICIALS, ...PAST_OUTSIDERS].map(storyOf)
  const at = ({ registered }: Story): Instant => instantOf(registered, now)
  const hasHappened = ({ acts }: Story): boolean => acts.every(([, moment]) => instantOf(moment, now) <= now)
  return [...past.filter(hasHappened), ...LIVE_BUILDING, ...LIVE_SENT, ...LIVE_DECIDED, ...LIVE_AFTER].toSorted((a, b) =>
    at(a).localeCompare(at(b)),
  )
}

/**
 * Each sending and each receipt takes the digests of every file anew. What this process has stored and synced seconds ago
 * need not be read again by it: that was a fifth of the work.
 */
function remembering(blobs: Container['blobs']): Container['blobs'] {
  const known = new Map<string, Awaited<ReturnType<Container['blobs']['digest']>>>()
  return {
    ...blobs,
    take: async (bytes, limits) => {
      const taken = await blobs.take(bytes, limits)
      if (taken.ok) known.set(taken.stored.blobId, taken.stored)
      return taken
    },
    digest: async (blobId) => known.get(blobId) ?? blobs.digest(blobId),
  }
}
