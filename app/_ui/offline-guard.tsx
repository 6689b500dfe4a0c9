'use client'

import { useEffect, useRef, useState } from 'react'

/** For so long the server may be silent before it counts as not reached. */
const PATIENCE_MS = 8_000

type Words = { text: string; retry: string; still: string }
type Attempt = { form: HTMLFormElement; submitter: HTMLElement | null }

/**
 * Before a form goes, asks `probe` whether the server is there: a post into a dead network would take the page away, and with it what was
 * typed. Where nobody answers the page stays as it is, says so, and sends again on command what stands in the form by then. The form's
 * own key sees to it that what did arrive is not done twice.
 */
export function OfflineGuard({ probe, words }: { probe: string; words: Words }) {
  const [held, setHeld] = useState<Attempt | null>(null)
  const [tries, setTries] = useState(0)
  const send = useRef<(attempt: Attempt) => void>(() => undefined)

  useEffect(() => {
    const asking = new Set<HTMLFormElement>()
    const passing = new Set<HTMLFormElement>()
    send.current = ({ form, submitter }) => {
      if (asking.has(form)) return
      asking.add(form)
      void reaches(probe).then((isThere) => {
        asking.delete(form)
        const isOver = isThere || !form.isConnected
        setHeld(isOver ? null : { form, submitter })
        setTries((before) => (isOver ? 0 : before + 1))
        if (!isThere || !form.isConnected) return
        passing.add(form)
        // Chromium 92 takes no null here.
        if (submitter?.isConnected) form.requestSubmit(submitter)
        else form.requestSubmit()
      })
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || passing.delete(form) || !isPost(form) || !('requestSubmit' in form)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (form.dataset.sending === undefined) send.current({ form, submitter: event.submitter })
    }
    // At the window, on the way down: React listens at the document.
    window.addEventListener('submit', onSubmit, true)
    return () => window.removeEventListener('submit', onSubmit, true)
  }, [probe])

  if (!held) return null
  return (
    <div role="alert" className="banner b-bad offline">
      <span>{tries > 1 ? words.still : words.text}</span>
      <button type="button" className="btn" onClick={() => send.current(held)}>
        {words.retry}
      </button>
    </div>
  )
}

/** React gives a form of its own an address that is no address. A form that only asks loses nothing. */
const isPost = (form: HTMLFormElement): boolean => form.method === 'post' || (form.getAttribute('action') ?? '').startsWith('javascript:')

async function reaches(probe: string): Promise<boolean> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    await fetch(probe, { method: 'HEAD', cache: 'no-store', signal: patience.signal })
    return true // whatever it says: it says it
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
