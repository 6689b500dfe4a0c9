/** What the timeline keeps of an event. */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import { rowOf } from './events.ts'
import type { Entry } from './rows.ts'

export function entryOf({ event, seq, occasion, streamId }: Happened<CaseEvent>): Entry {
  const { happenedAt, recordedAt, by, onPaper } = occasion
  const trackId = 'trackId' in event && event.trackId ? event.trackId : ''
  return {
    stream: 'case',
    streamId,
    caseId: streamId,
    seq,
    trackId,
    type: event.type,
    happenedAt,
    recordedAt,
    ...by,
    onPaper: onPaper ? JSON.stringify(onPaper) : '',
    detail: JSON.stringify(rowOf(event.type).detail(event)),
  }
}
