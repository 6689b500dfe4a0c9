import { Link } from './link.tsx'

export type Step = { key: string; label: string; state: 'done' | 'current' | 'todo'; href?: string | undefined }

/** A linear task, one page a step. What is done may be a way back. */
export function Steps({ label, items, doneWord }: { label: string; items: readonly Step[]; doneWord: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map(({ key, label: word, state, href }) => (
        <li key={key} aria-current={state === 'current' ? 'step' : undefined}>
          {href && state === 'done' ? <Link href={href}>{word}</Link> : word}
          {state === 'done' && <span className="vh"> {doneWord}</span>}
        </li>
      ))}
    </ol>
  )
}
