export type FlowNode = {
  key: string
  label: string
  /** Time used and limit, or the day it was done. */
  sub?: string | undefined
  state: 'done' | 'current' | 'late' | 'todo'
  stateWord: string
  /** The node where the case stands: `current`, or the `late` one among several. */
  current?: boolean
}

const GLYPH = { done: 'g pass', current: 'g g-current', late: 'g red', todo: 'g todo' } as const

/** The course of a case at a glance; not clickable, not a timeline. */
export function CourseSteps({ label, nodes }: { label: string; nodes: readonly FlowNode[] }) {
  return (
    <ol className="flow" aria-label={label} tabIndex={0}>
      {nodes.map(({ key, label: word, sub, state, stateWord, current: isCurrent = state === 'current' }) => (
        <li key={key} className={GLYPH[state]} aria-current={isCurrent ? 'step' : undefined}>
          <b>
            {word} <i className="vh">{stateWord}</i>
          </b>
          {sub}
        </li>
      ))}
    </ol>
  )
}
