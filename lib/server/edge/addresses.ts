/** Addresses that come in from outside: only paths of ours are followed. */
export const SIGN_IN = '/sign-in'

/** A path of our own with its query, or null: it begins with `/`, and as a browser reads it, it stays on our origin. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > 2_000 || !text.startsWith('/')) return null
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return null
  const { origin, pathname, searchParams } = new URL(text, base)
  searchParams.delete('_rsc') // Next's own mark on a page changed in place
  searchParams.delete('once') // ours on a visit that was led on (strict-cookie.ts)
  const query = searchParams.toString()
  return origin === base && !pathname.startsWith('//') ? pathname + (query && `?${query}`) : null
}

/** `why` is said on the sign-in page: the session ended by time, what was typed is kept, or a newer session took its place. */
export function signInPath(from: string, why: 'ended' | 'kept' | 'superseded' | null): string {
  const path = ownPath(from)
  const query = new URLSearchParams({
    ...(path && path !== '/' && !path.startsWith(SIGN_IN) && { callbackUrl: path }),
    ...(why && { why }),
  }).toString()
  return query ? `${SIGN_IN}?${query}` : SIGN_IN
}
