/** The case stream, as `ask` takes it: rules, policy and views in one value. */
import type { CaseCommand } from '#lib/domain/case/commands'
import { decide, needsNumber } from '#lib/domain/case/decider'
import type { CaseEvent } from '#lib/domain/case/events'
import { evolving } from '#lib/domain/case/evolve'
import type { CaseState } from '#lib/domain/case/state'
import { mayDo } from '#lib/domain/policy/can'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { caseViews } from '#lib/views/case-views'
import type { Decider, Permission } from './ask.ts'

export const caseDecider: Decider<CaseCommand, CaseEvent, CaseState> & Readonly<{ stream: 'case' }> = {
  stream: 'case',
  initial: null,
  evolving,
  needsNumber,
  decide,
  permit: (actor, command, state, onPaper): Permission => {
    const answer = mayDo(actor, command.type, state, {
      trackId: 'trackId' in command ? command.trackId : null,
      onPaper,
      // A bureau opens its own cases: a post elsewhere opens none here, whatever the form says.
      ...(command.type === 'RegisterCase' && { unitId: command.bureau.unitId }),
    })
    if (answer.is !== 'not-now') return answer
    const track = 'trackId' in command && command.trackId ? state?.tracks[command.trackId] : undefined
    return {
      is: 'not-now',
      refusal: { code: 'policy.not-now', about: { action: command.type, phase: track?.phase ?? (state ? stageOf(state).phase : '') } },
    }
  },
  views: caseViews,
  upcast: ({ event }) => event as unknown as CaseEvent, // safe: sealed by `ask` from this very type; what a v 2 says more is not in a v 1
}
