'use client'

import { useEffect, useState } from 'react'
import { formatCount } from '#lib/i18n/numbers'

/** Under a text area: how many of how many. The server counts too; this only keeps the line true while typing. */
export function CharCount({
  field,
  max,
  value,
  words,
}: {
  field: string
  max: number
  value: string
  /** With {n} in it. */ words: string
}) {
  const [n, setN] = useState(lengthOf(value))
  useEffect(() => {
    const area = document.getElementById(field)
    if (!(area instanceof HTMLTextAreaElement)) return
    const count = () => setN(lengthOf(area.value))
    count()
    area.addEventListener('input', count)
    return () => area.removeEventListener('input', count)
  }, [field, value])
  return <p className={n > max ? 'chars over' : 'chars'}>{words.replace('{n}', formatCount(n))}</p>
}

/** Characters as people count them: rare hanzi are one, not two. */
const lengthOf = (text: string): number => [...text].length
