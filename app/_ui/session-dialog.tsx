'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

const LOOK_EVERY_MS = 5_000

type Words = { title: string; /** With {min} in it. */ body: string; stay: string; expired: string; ended: string; signIn: string }
/** To the other tabs: whoever sat here has signed out. */
const OVER = 'over'

/**
 * Some minutes before the session ends by itself, asks; 继续办理 posts to `stay`. A page opened, a form sent or a draft
 * saved counts as life, also in another tab; polling does not. Nothing is signed out from here: the server does that.
 * After `signOut` the other tabs ask the server for their page anew, and so show nothing of a case; a session that ended
 * otherwise is said when a poll hears so.
 */
export function SessionDialog({
  idleMinutes,
  warnMinutes,
  stay,
  signOut,
  words,
}: {
  idleMinutes: number
  warnMinutes: number
  stay: string
  signOut: string
  words: Words
}) {
  const { expired, ended } = words
  const dialog = useRef<HTMLDialogElement>(null)
  const alive = useRef(0)
  const asked = useRef<'not yet' | 'warned' | 'over'>('not yet')
  const [over, setOver] = useState<string | null>(null)
  const page = `${usePathname()}?${useSearchParams()}`

  useEffect(() => {
    const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('xianjie-alive')
    const live = () => {
      alive.current = Date.now()
      asked.current = 'not yet'
      dialog.current?.close()
      setOver(null)
    }
    const say = (stage: 'warned' | 'over', text: string | null) => {
      asked.current = stage
      if (dialog.current?.open === false) dialog.current.showModal()
      setOver(text)
    }
    const announce = () => {
      live()
      tabs?.postMessage('alive')
    }
    const look = () => {
      const idle = (Date.now() - alive.current) / 60_000
      const stage = idle >= idleMinutes ? 'over' : idle >= warnMinutes ? 'warned' : 'not yet'
      if (stage === 'not yet' || stage === asked.current) return // once each: who pressed Esc has been told
      say(stage, stage === 'over' ? expired : null)
    }
    const hear = ({ data }: MessageEvent) => (data === OVER ? location.reload() : live())
    const onEnd = () => asked.current === 'over' || say('over', ended)
    const onSubmit = ({ target }: Event) => {
      announce()
      // This page goes when signing out has been answered.
      if (target instanceof HTMLFormElement && target.getAttribute('action') === signOut)
        window.addEventListener('pagehide', () => tabs?.postMessage(OVER), { once: true })
    }
    alive.current = Date.now()
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('xianjie:alive', announce)
    document.addEventListener('xianjie:over', onEnd)
    document.addEventListener('submit', onSubmit)
    document.addEventListener('visibilitychange', look)
    tabs?.addEventListener('message', hear)
    return () => {
      clearInterval(timer)
      document.removeEventListener('xianjie:alive', announce)
      document.removeEventListener('xianjie:over', onEnd)
      document.removeEventListener('submit', onSubmit)
      document.removeEventListener('visibilitychange', look)
      tabs?.close()
    }
  }, [idleMinutes, warnMinutes, signOut, expired, ended])

  // The frame stays when a page changes in place; the new page was asked of the server all the same.
  useEffect(() => {
    document.dispatchEvent(new Event('xianjie:alive'))
  }, [page])

  const go = async () => {
    const answer = await fetch(stay, { method: 'POST' }).catch(() => null)
    if (answer?.ok) document.dispatchEvent(new Event('xianjie:alive'))
    else if (answer) setOver(expired) // the session is gone; offline the question stays
  }

  return (
    <dialog ref={dialog} aria-labelledby="session-title">
      <h2 id="session-title">{words.title}</h2>
      <p>{over ?? words.body.replace('{min}', String(idleMinutes - warnMinutes))}</p>
      <div className="actions">
        {over ? (
          <button type="button" className="btn primary" onClick={() => location.reload()}>
            {words.signIn}
          </button>
        ) : (
          <button type="button" className="btn primary" onClick={() => void go()}>
            {words.stay}
          </button>
        )}
      </div>
    </dialog>
  )
}
