/** Addresses that come in from outside: only paths of ours are followed. */
export const SIGN_IN = '/sign-in'

/** A path of our own with its query, or null: one `/` first, and it stays on our origin however it is written. */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > 2_000 || !/^\/(?![/\\])/.test(text)) return null
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return null
  const { origin, pathname, searchParams } = new URL(text, base)
  searchParams.delete('_rsc') // Next's own mark on a page changed in place
  const query = searchParams.toString()
  return origin === base && !pathname.startsWith('//') ? pathname + (query && `?${query}`) : null
}

/** `why` is said on the sign-in page: the session ended, or it ended and what was typed is kept. */
export function signInPath(from: string, why: 'ended' | 'kept' | null): string {
  const path = ownPath(from)
  const query = new URLSearchParams({
    ...(path && path !== '/' && !path.startsWith(SIGN_IN) && { callbackUrl: path }),
    ...(why && { why }),
  }).toString()
  return query ? `${SIGN_IN}?${query}` : SIGN_IN
}
