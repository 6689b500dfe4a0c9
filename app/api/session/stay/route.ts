import { currentPerson } from '#lib/server/session/signed-in'

/** 继续办理: asking is the activity. */
export async function POST(): Promise<Response> {
  return new Response(null, { status: (await currentPerson()) ? 204 : 401 })
}
