/** Who somebody is on a day: their posts of that day, read anew for each request (docs/decisions.md D12). */
import type { Actor, Day } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import type { PostRow, UnitRow } from '#lib/views/office-rows'
import { isOn } from '../directory.ts'

export type HeldPost = Readonly<{ postId: string; post: PostRow['post']; from: Day; to: string; unit: UnitRow }>

export async function readPostsOfDay(read: Reader, personId: string, day: Day): Promise<readonly HeldPost[]> {
  const [posts, units] = await Promise.all([read.listPosts({ personId }), read.listUnits()])
  return posts
    .filter((row) => isOn(row, day))
    .flatMap(({ postId, post, unitId, from, to }) => {
      const unit = units.find((row) => row.unitId === unitId)
      return unit ? [{ postId, post, from, to, unit }] : []
    })
}

export const actorFrom = (personId: string, posts: readonly HeldPost[]): Actor => ({
  personId,
  seats: posts.map(({ post, unit: { unitId, kind, division } }) => ({ unitId, unitKind: kind, division, post })),
})

export const actorOf = async (read: Reader, personId: string, day: Day): Promise<Actor> =>
  actorFrom(personId, await readPostsOfDay(read, personId, day))
