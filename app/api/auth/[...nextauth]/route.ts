import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '#lib/server/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What we use: one sets the CSRF cookie, one takes the form, one leads back after a wrong try. next-auth's own pages and lists are not there. */
const OURS: Readonly<Record<string, readonly string[]>> = { GET: ['signin', 'error'], POST: ['callback/credentials'] }

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  return OURS[request.method]?.includes(nextauth.join('/'))
    ? NextAuth(request, context, authOptions())
    : new Response(null, { status: 404 })
}

export { handler as GET, handler as POST }
