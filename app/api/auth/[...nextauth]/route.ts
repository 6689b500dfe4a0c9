import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '#lib/server/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The two we use: one sets the CSRF cookie, one takes the form. next-auth's own pages and lists are not there. */
const OURS: Readonly<Record<string, string>> = { GET: 'signin', POST: 'callback/credentials' }

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  return nextauth.join('/') === OURS[request.method] ? NextAuth(request, context, authOptions()) : new Response(null, { status: 404 })
}

export { handler as GET, handler as POST }
