'use client'

import { useEffect, useState } from 'react'
import { formatBadge } from '#lib/i18n/numbers'

const EVERY_MS = 60_000

/** `words` is a sentence with {n} in it. The unread count, rendered by the server and asked again each minute while the page is looked at, and when one comes back to it. A session that is over is said (session-dialog.tsx). */
export function NoticeBadge({ unread, poll, words }: { unread: number; poll?: string | undefined; words: string }) {
  const [asked, setAsked] = useState<{ since: number; n: number } | null>(null)
  const n = asked?.since === unread ? asked.n : unread // a page that came later knows better
  useEffect(() => {
    if (poll === undefined) return
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch(poll, { headers: { accept: 'application/json' } }).catch(() => null)
      if (answer?.status === 401) document.dispatchEvent(new Event('xianjie:over'))
      if (!answer?.ok) return
      const body: unknown = await answer.json().catch(() => null)
      if (typeof body === 'object' && body !== null && 'unread' in body && typeof body.unread === 'number') {
        setAsked({ since: unread, n: body.unread })
      }
    }
    const onLook = () => void ask()
    const timer = setInterval(onLook, EVERY_MS)
    document.addEventListener('visibilitychange', onLook)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onLook)
    }
  }, [poll, unread])
  return n === 0 ? null : (
    <>
      <span className="pill" aria-hidden="true">
        {formatBadge(n)}
      </span>
      <span className="vh">{words.replace('{n}', formatBadge(n))}</span>
    </>
  )
}
