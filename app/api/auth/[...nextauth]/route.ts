import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '#lib/server/session/auth-options'
import { logFault } from '#lib/server/boot/faults'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What we use: one sets the CSRF cookie, one takes the form, one leads back after a wrong try. next-auth's own pages and lists are not there. */
const OURS: Readonly<Record<string, readonly string[]>> = { GET: ['signin', 'error'], POST: ['callback/credentials'] }

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!OURS[request.method]?.includes(nextauth.join('/'))) return new Response(null, { status: 404 })
  const failures: unknown[] = []
  const answer = await NextAuth(
    request,
    context,
    authOptions((error) => failures.push(error)),
  )
  if (failures.length === 0) return answer
  for (const error of failures) logFault(request.headers.get('x-request-id'), error)
  return new Response(null, { status: 500 }) // the same page as for every fault (lib/server/edge/error-pages.ts)
}

export { handler as GET, handler as POST }
