import { whoIsHere } from '#lib/server/signed-in'

/** 继续办理: asking is the activity. */
export async function POST(): Promise<Response> {
  return new Response(null, { status: (await whoIsHere()) ? 204 : 401 })
}
