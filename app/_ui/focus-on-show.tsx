'use client'

import { useEffect } from 'react'

/** Moves focus to an element with each answer of the server that contains it. Without scripts role=alert has to do. */
export function FocusOnShow({ id }: { id: string }) {
  useEffect(() => document.getElementById(id)?.focus()) // no list: the same errors a second time are an answer too
  return null
}
