'use client'

import { useState, useSyncExternalStore } from 'react'
import { Icon } from './icon.tsx'

/** Copies a number. Absent without scripts; works on plain http too, where the clipboard's own door is shut. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [done, setDone] = useState(false)
  if (!scripted) return null
  const onClick = async () => setDone(await copy(text))
  return (
    <>
      <button type="button" className="icon-btn" aria-label={label} onClick={() => void onClick()}>
        <Icon name={done ? 'check' : 'copy'} />
      </button>
      <span className="vh" role="status">
        {done && copied}
      </span>
    </>
  )
}

const never = () => () => {}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'vh'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy') // deprecated, and the only way outside https
    field.remove()
    return done
  }
}
