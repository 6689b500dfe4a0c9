'use client'

import { useEffect, useRef, useState } from 'react'

const AT_ONCE = 3
/** Who listens to the page is not told of every percent. */
const SAY_EVERY_MS = 10_000

type Words = {
  /** With {done}, {total}, {pct}. */ progress: string
  progressName: string
  /** With {n}. */ doneAll: string
  /** With {ok}, {bad}. */ donePart: string
  retry: string
  broken: string
  refresh: string
  dropHere: string
}
type Failed = { file: File; text: string; final: boolean }
type State = { total: number; done: number; sent: number; bytes: number; failed: Failed[]; running: boolean }

/** `first`: what must be chosen before anything is sent, and the sentence that says so. */
type Props = { url: string; input: string; first: { name: string; text: string }; doneUrl: string; words: Words }

/**
 * Inside a form with a file input: sends each file by itself, three at a time, with progress; without scripts the form is sent as it
 * stands. Only files that did not arrive are listed, each with its reason. When all are there the page is read anew.
 */
export function Uploader({ url, input, first, doneUrl, words }: Props) {
  const line = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>()
  const [spoken, setSpoken] = useState<State>()
  const [missing, setMissing] = useState(false)
  const send = useRef<(files: File[]) => void>(() => undefined)

  useEffect(() => {
    const form = line.current?.closest('form')
    const field = form?.elements.namedItem(input)
    if (!form || !(field instanceof HTMLInputElement)) return
    const entry = () => Object.fromEntries([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))

    send.current = (files) => {
      if (files.length === 0) return
      const fields = entry()
      const wanted = form.elements.namedItem(first.name)
      const isMissing = wanted instanceof HTMLSelectElement && wanted.value === ''
      setMissing(isMissing)
      if (isMissing) return wanted.focus()
      const bytes = files.reduce((sum, file) => sum + file.size, 0)
      const loaded = new Map<File, number>()
      const failed: Failed[] = []
      let done = 0
      let spokenAt = -Infinity
      const show = (running: boolean) => {
        const sent = [...loaded.values()].reduce((a, b) => a + b, 0)
        const seen: State = { total: files.length, done, bytes, sent, failed: [...failed], running }
        setState(seen)
        if (running && Date.now() - spokenAt < SAY_EVERY_MS) return
        spokenAt = Date.now()
        setSpoken(seen)
      }
      const queue = [...files]
      const worker = async (): Promise<void> => {
        for (let file = queue.shift(); file; file = queue.shift()) {
          const current = file
          const answer = await put(
            url,
            current,
            { ...fields, name: current.name, formKey: crypto.randomUUID() },
            (at) => {
              loaded.set(current, at)
              show(true)
            },
            words.broken,
          )
          loaded.set(current, current.size)
          if (answer.ok) done += 1
          else failed.push({ file: current, text: answer.text, final: answer.final })
          show(true)
          document.dispatchEvent(new Event('xianjie:alive'))
        }
      }
      show(true)
      void Promise.all(Array.from({ length: AT_ONCE }, worker)).then(() => {
        show(false)
        if (failed.length === 0) window.location.assign(doneUrl.replace('{folder}', String(fields['folder'] ?? '')))
      })
    }

    const onSubmit = (event: SubmitEvent) => {
      if (!field.files || field.files.length === 0) return // the server says that a file is wanted
      event.preventDefault()
      event.stopImmediatePropagation()
      send.current([...field.files])
      if (entry()[first.name] !== '') field.value = ''
    }
    const onDrag = (event: DragEvent) => event.preventDefault()
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      send.current([...(event.dataTransfer?.files ?? [])])
    }
    form.addEventListener('submit', onSubmit, true)
    form.addEventListener('dragover', onDrag)
    form.addEventListener('drop', onDrop)
    return () => {
      form.removeEventListener('submit', onSubmit, true)
      form.removeEventListener('dragover', onDrag)
      form.removeEventListener('drop', onDrop)
    }
  }, [url, input, first.name, doneUrl, words.broken])

  if (missing)
    return (
      <div ref={line} className="err" role="alert">
        {first.text}
      </div>
    )
  if (!state)
    return (
      <div ref={line} className="sec">
        {words.dropHere}
      </div>
    )
  return (
    <div ref={line} className="stack">
      <progress max={100} value={percentOf(state)} aria-label={words.progressName} />
      <p aria-hidden="true">{sentence(state, words)}</p>
      <p role="status" className="vh">
        {spoken && sentence(spoken, words)}
      </p>
      {!state.running && state.failed.length > 0 && (
        <>
          <ul className="stack">
            {state.failed.map(({ file, text }) => (
              <li key={`${file.name} ${file.size}`}>
                <b>{file.name}</b> {text}
              </li>
            ))}
          </ul>
          <p className="row">
            {state.failed.some((one) => !one.final) && (
              <button
                type="button"
                className="btn"
                onClick={() => send.current(state.failed.filter((one) => !one.final).map((one) => one.file))}
              >
                {words.retry}
              </button>
            )}
            <button type="button" className="btn" onClick={() => window.location.reload()}>
              {words.refresh}
            </button>
          </p>
        </>
      )}
    </div>
  )
}

const percentOf = ({ bytes, sent }: State): number => (bytes === 0 ? 100 : Math.floor((100 * sent) / bytes))
function sentence(state: State, words: Words): string {
  const { running, done, total, failed } = state
  if (running)
    return words.progress
      .replace('{done}', String(done))
      .replace('{total}', String(total))
      .replace('{pct}', String(percentOf(state)))
  if (failed.length === 0) return words.doneAll.replace('{n}', String(done))
  return words.donePart.replace('{ok}', String(done)).replace('{bad}', String(failed.length))
}

type Answer = { ok: true } | { ok: false; text: string; final: boolean }
/** XMLHttpRequest, because fetch tells nothing of how far an upload is. The entry goes in a header: an address may hold no name. */
function put(url: string, file: File, entry: Record<string, string>, onProgress: (bytes: number) => void, broken: string): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-entry', encodeURIComponent(JSON.stringify(entry)))
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onerror = () => resolve({ ok: false, text: broken, final: false })
    request.onload = () => {
      if (request.status === 200) return resolve({ ok: true })
      if (request.status === 401) return window.location.reload()
      const text = textOf(request.responseText)
      resolve({ ok: false, text: text ?? broken, final: text !== null && request.status === 422 })
    }
    request.send(file)
  })
}

function textOf(body: string): string | null {
  try {
    const { text }: { text?: unknown } = JSON.parse(body)
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
