'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

const LOOK_EVERY_MS = 5_000

type Words = { title: string; /** With {min} in it. */ body: string; stay: string; expired: string; signIn: string }

/**
 * Some minutes before the session ends by itself, asks; 继续办理 posts to `stay`. A page opened, a form sent or a draft
 * saved counts as life, also in another tab; polling does not. Nothing is signed out from here: the server does that.
 */
export function SessionDialog({
  idleMinutes,
  warnMinutes,
  stay,
  signIn,
  words,
}: {
  idleMinutes: number
  warnMinutes: number
  stay: string
  signIn: string
  words: Words
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const alive = useRef(0)
  const asked = useRef<'not yet' | 'warned' | 'over'>('not yet')
  const [over, setOver] = useState(false)
  const page = `${usePathname()}?${useSearchParams()}`

  useEffect(() => {
    const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('xianjie-alive')
    const live = () => {
      alive.current = Date.now()
      asked.current = 'not yet'
      dialog.current?.close()
      setOver(false)
    }
    const tell = () => {
      live()
      tabs?.postMessage('alive')
    }
    const look = () => {
      const idle = (Date.now() - alive.current) / 60_000
      const stage = idle >= idleMinutes ? 'over' : idle >= warnMinutes ? 'warned' : 'not yet'
      if (stage === 'not yet' || stage === asked.current) return // once each: who pressed Esc has been told
      asked.current = stage
      if (dialog.current?.open === false) dialog.current.showModal()
      setOver(stage === 'over')
    }
    alive.current = Date.now()
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('xianjie:alive', tell)
    document.addEventListener('submit', tell)
    document.addEventListener('visibilitychange', look)
    tabs?.addEventListener('message', live)
    return () => {
      clearInterval(timer)
      document.removeEventListener('xianjie:alive', tell)
      document.removeEventListener('submit', tell)
      document.removeEventListener('visibilitychange', look)
      tabs?.close()
    }
  }, [idleMinutes, warnMinutes])

  // The frame stays when a page changes in place; the new page was asked of the server all the same.
  useEffect(() => {
    document.dispatchEvent(new Event('xianjie:alive'))
  }, [page])

  const go = async () => {
    const answer = await fetch(stay, { method: 'POST' }).catch(() => null)
    if (answer?.ok) document.dispatchEvent(new Event('xianjie:alive'))
    else if (answer) setOver(true) // the session is gone; offline the question stays
  }

  return (
    <dialog ref={dialog} aria-labelledby="session-title">
      <h2 id="session-title">{words.title}</h2>
      <p>{over ? words.expired : words.body.replace('{min}', String(idleMinutes - warnMinutes))}</p>
      <div className="actions">
        {over ? (
          <a className="btn primary" href={signIn}>
            {words.signIn}
          </a>
        ) : (
          <button type="button" className="btn primary" onClick={() => void go()}>
            {words.stay}
          </button>
        )}
      </div>
    </dialog>
  )
}
