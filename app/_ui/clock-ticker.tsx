'use client'

import { useEffect } from 'react'
import { untilText, type Lang } from '#lib/i18n/dates'

const EVERY_MS = 60_000

type State = 'red' | 'amber' | 'green'

/**
 * One a page: keeps every running ClockMark ([data-due]) true in place, by the server's time, without a word to screen
 * readers. Clocks that stand still carry no data-due and are left alone; so is a page that nobody looks at. `red`, `amber`
 * and `green` are the words for the states.
 */
export function ClockTicker({ now, lang, red, amber, green }: { now: string; lang: Lang } & Record<State, string>) {
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now()
    const tick = () => {
      if (document.hidden) return
      const instant = Date.now() + ahead
      for (const clock of document.querySelectorAll<HTMLElement>('.clk[data-due]')) show(clock, instant, lang, { red, amber, green })
    }
    const timer = setInterval(tick, EVERY_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now, lang, red, amber, green])
  return null
}

function show(clock: HTMLElement, now: number, lang: Lang, words: Record<State, string>): void {
  const due = Date.parse(clock.dataset.due ?? '')
  const text = clock.querySelector('b')?.lastChild
  if (Number.isNaN(due) || !text) return
  put(text, untilText(due - now, lang))
  const state = stateOf(clock, now, due)
  const word = clock.querySelector('b > .vh')?.firstChild
  if (state === null || clock.classList.contains(state)) return
  clock.classList.remove('red', 'amber', 'green')
  clock.classList.add(state)
  if (word) put(word, words[state])
}

/** Null: as the server said. Whoever gives no `amberFrom` wants no turning to amber in place. */
function stateOf(clock: HTMLElement, now: number, due: number): State | null {
  if (now > due) return 'red'
  const amberFrom = Date.parse(clock.dataset.amber ?? '')
  if (Number.isNaN(amberFrom)) return null
  return now >= amberFrom ? 'amber' : 'green'
}

/** The node stays, its text changes: React keeps hold of the node. */
function put(node: ChildNode, text: string): void {
  if (node.nodeValue !== text) node.nodeValue = text
}
