'use client'

import { useEffect, useRef, useState } from 'react'
import { formatTime } from '#lib/i18n/dates'

const AFTER_TYPING_MS = 2_000
const AT_LEAST_EVERY_MS = 15_000

type Words = { /** With {time} in it. */ saved: string; saving: string; failed: string; tooLarge: string }

/**
 * Inside a form with `data-draft`: keeps what is typed on the server. POST JSON { form, formKey, version, fields:
 * { name: [] } }, answer { savedAt }, '' where the form has been answered. 2 s after typing stops, every 15 s while it goes on, on leaving a field, when the page goes away.
 */
export function DraftAutosave({ url, words, savedAt }: { url: string; words: Words; savedAt?: string | undefined }) {
  const { saved, saving, failed, tooLarge } = words
  const line = useRef<HTMLSpanElement>(null)
  const [text, setText] = useState(savedAt === undefined ? '' : saved.replace('{time}', formatTime(savedAt)))

  useEffect(() => {
    const form = line.current?.closest('form')
    if (!form || form.dataset.draft === undefined) return
    const key = () => String(new FormData(form).get('formKey') ?? '')
    let kept = bodyOf(form)
    let submitted = false
    let waiting: ReturnType<typeof setTimeout> | undefined

    const news = () => {
      const body = bodyOf(form)
      return submitted || body === kept ? null : body
    }
    const save = async () => {
      clearTimeout(waiting)
      const body = news()
      if (body === null) return
      setText(saving)
      const at = await post(url, keyed(body, key()))
      if (at === '' && submitted) return setText('')
      if (at === TOO_LARGE) return setText(tooLarge)
      if (!at) return setText(failed)
      kept = body
      setText(saved.replace('{time}', formatTime(at)))
      document.dispatchEvent(new Event('xianjie:alive'))
    }
    const onInput = () => {
      submitted = false
      clearTimeout(waiting)
      waiting = setTimeout(() => void save(), AFTER_TYPING_MS)
    }
    // What was submitted is no draft any more; a change afterwards is one again.
    const onSubmit = () => {
      submitted = true
      clearTimeout(waiting)
    }
    const onLeave = () => void save()
    // A page that goes away may not finish a fetch; a beacon is sent for it.
    const onGone = (event: Event) => {
      const body = event.type === 'pagehide' || document.hidden ? news() : null
      if (body !== null && navigator.sendBeacon(url, new Blob([keyed(body, key())], { type: 'application/json' }))) kept = body
    }

    const often = setInterval(() => void save(), AT_LEAST_EVERY_MS)
    form.addEventListener('input', onInput)
    form.addEventListener('focusout', onLeave)
    form.addEventListener('submit', onSubmit)
    document.addEventListener('visibilitychange', onGone)
    window.addEventListener('pagehide', onGone)
    return () => {
      clearTimeout(waiting)
      clearInterval(often)
      form.removeEventListener('input', onInput)
      form.removeEventListener('focusout', onLeave)
      form.removeEventListener('submit', onSubmit)
      document.removeEventListener('visibilitychange', onGone)
      window.removeEventListener('pagehide', onGone)
    }
  }, [url, saved, saving, failed, tooLarge])

  return (
    <span className="sec live" ref={line} role={text === failed || text === tooLarge ? 'alert' : undefined}>
      {text}
    </span>
  )
}

/** Never files, passwords or what the framework adds. */
function bodyOf(form: HTMLFormElement): string {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name))
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || secret.has(name) || name.startsWith('$') || BESIDE.has(name)) continue
    ;(fields[name] ??= []).push(value)
  }
  const version = new FormData(form).get('version')
  return JSON.stringify({ form: form.dataset.draft, version: typeof version === 'string' ? version : null, fields })
}
const BESIDE = new Set(['formKey', 'version'])
/** Which form this is; a new key alone is no news. */
const keyed = (body: string, formKey: string): string => JSON.stringify({ ...JSON.parse(body), formKey })

const TOO_LARGE = '413'
/** When it was saved; null where it was not, TOO_LARGE where it never will be. */
async function post(url: string, body: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    if (answer.status === 413) return TOO_LARGE
    const said: unknown = answer.ok ? await answer.json() : null
    return typeof said === 'object' && said !== null && 'savedAt' in said && typeof said.savedAt === 'string' ? said.savedAt : null
  } catch {
    return null // offline, or an answer that is not ours
  }
}
