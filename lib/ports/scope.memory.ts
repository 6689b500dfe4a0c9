/** Who may find which row, over plain arrays: lib/domain/policy/ties.ts as the memory store sees it. Held by scope.contract.ts. */
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import type { CaseRow, CaseTie, TrackRow, TrackTie } from '#lib/views/rows'

type Tied = Readonly<{ rows: Readonly<{ caseTies: readonly CaseTie[]; trackTies: readonly TrackTie[] }> }>

export function isCaseIn(scope: CaseScope, row: CaseRow, kept: Tied): boolean {
  if (isTied(kept, row.caseId, scope.personId, 'subject')) return false
  const isHandler = isTied(kept, row.caseId, scope.personId, 'handler')
  return (
    (isHandler && scope.handlerUnits.includes(row.bureauId)) ||
    scope.liaisonUnits.includes(row.bureauId) ||
    (!isHandler && scope.reviewerUnits.includes(row.bureauId)) ||
    (!isHandler && scope.approverUnits.includes(row.decidingUnitId || row.bureauId)) ||
    scope.superiorOf.includes(row.superiorId) ||
    scope.overseerDivisions.includes(row.division)
  )
}

export function isTrackIn(scope: TrackScope, row: TrackRow, kept: Tied): boolean {
  if (row.phase === 'planned' || isTied(kept, row.caseId, scope.personId, 'subject')) return false
  const at = (tie: TrackTie['tie'], units: readonly string[]): boolean =>
    kept.rows.trackTies.some((held) => held.trackId === row.trackId && held.tie === tie && units.includes(held.unitId))
  const isSentAway = row.recipientId !== row.bureauId
  const isFree = row.handlerId === '' || row.handlerId === scope.personId
  return (
    (isSentAway && at('recipient', scope.recipientUnits)) ||
    (isSentAway && isFree && at('recipient', scope.handlerUnits)) ||
    at('former', scope.formerUnits) ||
    at('copied', scope.copiedUnits)
  )
}

export const isTied = ({ rows }: Tied, caseId: string, personId: string, tie: CaseTie['tie']): boolean =>
  rows.caseTies.some((held) => held.caseId === caseId && held.personId === personId && held.tie === tie)
