/** The rows of the events by which every stage after the decision goes on: who hears, and what a body may read, says the stage's own row. */
import type { TransferEvent } from '#lib/domain/transfer/events'
import { stageRow } from '#lib/domain/procedure/stages'
import { announceStage } from './groups.ts'
import type { EventRow } from './event-row.ts'

type StageEvent = Extract<TransferEvent, { stage: unknown }>
export const STAGE_EVENTS = {
  StagePrepared: {
    hears: (e, s) => announceStage(s, e.trackId, 'stage-prepared', stageRow(e.stage).hears.prepared, { stage: e.stage }),
    detail: (e) => ({ stage: e.stage, text: e.text }),
    section: 'transfers',
    kinds: ['papers'],
    isOwn: true,
  },
  ProceedingOpened: {
    hears: (e, s) => announceStage(s, e.trackId, 'stage-opened', stageRow(e.stage).hears.opened, { stage: e.stage }),
    detail: (e) => ({ stage: e.stage, no: e.no, to: e.to.name, text: e.text, n: e.things.length }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: 'by-stage',
  },
  ProceedingAnswered: {
    hears: (e, s) =>
      announceStage(s, e.trackId, 'stage-answered', stageRow(e.stage).hears.answered, { stage: e.stage, outcome: e.outcome }),
    detail: (e) => ({ stage: e.stage, outcome: e.outcome, no: e.no, on: e.on, text: e.text }),
    section: 'transfers',
    kinds: ['clocks', 'papers', 'transfers'],
    copied: 'by-stage',
  },
  StageReported: {
    hears: (e, s) => announceStage(s, e.trackId, 'stage-reported', stageRow(e.stage).hears.opened, { stage: e.stage, kind: e.kind }),
    detail: (e) => ({ stage: e.stage, kind: e.kind, no: e.no, on: e.on, text: e.text, fen: e.fen }),
    section: 'transfers',
    kinds: ['clocks', 'transfers'],
    copied: 'by-stage',
    isOwn: 'by-stage',
  },
} satisfies { readonly [T in StageEvent['type']]: EventRow<Extract<StageEvent, { type: T }>> }
