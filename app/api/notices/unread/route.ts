import { currentPerson } from '#lib/server/session/signed-in'

const MOST_COUNTED = 100

/** Asked each minute by a page that is looked at; no activity, so it keeps nobody signed in. */
export async function GET(): Promise<Response> {
  const me = await currentPerson(true)
  if (!me) return new Response(null, { status: 401 })
  const unread = await me.read.countUnread({ personId: me.person.personId, seats: me.actor.seats }, MOST_COUNTED)
  return Response.json({ unread })
}
