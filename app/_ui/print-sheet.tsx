import type { ReactNode } from 'react'

/** Around what is printed: on paper `number` and `by` come back at the head of every sheet. `paper` for a paper itself. */
export function PrintSheet({ number, by, paper = false, children }: { number: string; by: string; paper?: boolean; children: ReactNode }) {
  return (
    <div className="sheet">
      <div className="sheet-head">
        <div className="sheet-line">
          <span>{number}</span>
          <span>{by}</span>
        </div>
      </div>
      {paper ? <article className="paper">{children}</article> : children}
    </div>
  )
}
