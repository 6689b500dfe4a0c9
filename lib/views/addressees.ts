/** The notices of an event: its row says who hears (events.ts); nobody is told of their own deed. */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import type { OpenCase } from '#lib/domain/case/state'
import { body, announce } from './groups.ts'
import { rowOf } from './events.ts'
import type { Notice } from './rows.ts'

export function noticesFor({ event, seq, occasion, streamId }: Happened<CaseEvent>, after: OpenCase, before: OpenCase | null): Notice[] {
  const announcements = [...rowOf(event.type).hears(event, after, before)]
  // D23: the body in whose name a paper was recorded is told, so that it can dispute it.
  if (occasion.onPaper && 'trackId' in event && event.trackId)
    announcements.push(announce(body(before ?? after, event.trackId, 'intake', 'liaison'), 'paper-recorded', event.trackId)) // before: a paper may pass it on
  const seen = new Set<string>()
  return announcements.flatMap(({ to, code, trackId = '', about = {} }) =>
    to.flatMap((target) => {
      const unitId = 'unitId' in target ? target.unitId : ''
      const post = 'post' in target ? target.post : ''
      const personId = 'personId' in target ? target.personId : ''
      const noticeId = [streamId, seq, code, unitId, post, personId].join(':')
      if (personId === occasion.by.personId || seen.has(noticeId)) return [] // nobody is told of their own deed
      seen.add(noticeId)
      const of = { stream: 'case', streamId, caseId: streamId, trackId, seq } as const
      return [{ noticeId, ...of, at: occasion.recordedAt, code, about: JSON.stringify(about), unitId, post, personId }]
    }),
  )
}
