/** The notices of an event: its row says who hears (events.ts); nobody is told of their own deed. */
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import type { OpenCase } from '#lib/domain/case/state'
import { stageRow } from '#lib/domain/procedure/stages'
import { body, copied, announce, type To } from './groups.ts'
import { rowOf } from './events.ts'
import type { Notice } from './rows.ts'

/** In whose name it was recorded: of a procuratorate that watches over the filing, or of the body. */
function actorsOf(event: CaseEvent, trackId: string, s: OpenCase): To[] {
  const isCopied =
    (event.type === 'ProceedingOpened' && stageRow(event.stage).signs === 'supervising') ||
    (event.type === 'ProceedingAnswered' && stageRow(event.stage).to === 'copied')
  return isCopied ? copied(s, trackId) : body(s, trackId, 'intake', 'liaison')
}
export function noticesFor({ event, seq, occasion, streamId }: Happened<CaseEvent>, after: OpenCase, before: OpenCase | null): Notice[] {
  const announcements = [...rowOf(event.type).hears(event, after, before)]
  // D23: the body in whose name a paper was recorded is told, so that it can dispute it.
  if (occasion.onPaper && 'trackId' in event && event.trackId)
    announcements.push(announce(actorsOf(event, event.trackId, before ?? after), 'paper-recorded', event.trackId)) // before: a paper may pass it on
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
