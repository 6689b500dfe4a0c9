import type { ReactNode } from 'react'

/** info: work in progress; warn: someone owes something; bad: setback; ok: cleared; rest: at rest; plain: a mere label. */
export type TagKind = 'info' | 'warn' | 'bad' | 'ok' | 'rest' | 'plain'

/** A state in words. Not clickable. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return <span className={kind === 'plain' ? 'tag' : `tag t-${kind}`}>{children}</span>
}
