import { stageRow, type StageId } from '#lib/domain/procedure/stages'
import { rowOf } from './events.ts'
import type { Entry } from './rows.ts'

/** May a body read this entry of its track? `copied`: one that the letter is copied to. */
export function isForBodies({ type, detail }: Pick<Entry, 'type' | 'detail'>, reader: 'body' | 'copied'): boolean {
  const row = rowOf(type)
  const { stage }: Readonly<{ stage?: StageId }> = JSON.parse(detail) // safe: written by the event's own row
  const ofStage = stage && stageRow(stage)
  if (row.isOwn === true || (row.isOwn === 'by-stage' && ofStage?.isOwn)) return false
  if (reader === 'body' || row.copied === true) return true
  const hears = ofStage && ofStage.hears[type === 'ProceedingAnswered' ? 'answered' : 'opened']
  return row.copied === 'by-stage' && hears?.includes('copied') === true
}
