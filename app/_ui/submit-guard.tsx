'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'

const SLOW_MS = 4_000

/** Inside a form: says that it is being sent and lets a second press pass into nothing. The server is the authority. */
export function SubmitGuard({ sending, slow }: { sending: string; slow: string }) {
  const line = useRef<HTMLSpanElement>(null)
  const [text, setText] = useState('')
  const { pending } = useFormStatus()
  const wasPending = useRef(false)

  useEffect(() => {
    const form = line.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const free = () => {
      clearTimeout(timer)
      delete form.dataset.sending
      mark(form, false)
      setText('')
    }
    const onSubmit = (event: SubmitEvent) => {
      if (form.dataset.sending !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      form.dataset.sending = ''
      mark(form, true)
      setText(sending)
      timer = setTimeout(() => setText(slow), SLOW_MS)
    }
    form.addEventListener('submit', onSubmit)
    form.addEventListener('xianjie:free', free)
    window.addEventListener('pageshow', free) // back from the next page: the form may be sent again
    return () => {
      free()
      form.removeEventListener('submit', onSubmit)
      form.removeEventListener('xianjie:free', free)
      window.removeEventListener('pageshow', free)
    }
  }, [sending, slow])

  // A server action that stays on the page: when its answer is here, the form is free again.
  useEffect(() => {
    if (wasPending.current && !pending) line.current?.closest('form')?.dispatchEvent(new Event('xianjie:free'))
    wasPending.current = pending
  }, [pending])

  return (
    <span className="sec live" role="status" ref={line}>
      {text}
    </span>
  )
}

/** Not `disabled`: that would take the button's own name and value out of what is sent, and the focus away. */
function mark(form: HTMLFormElement, sending: boolean): void {
  for (const button of form.querySelectorAll('button:not([type=button])')) {
    if (sending) button.setAttribute('aria-disabled', 'true')
    else button.removeAttribute('aria-disabled')
  }
}
