import type { OpenCase } from '#lib/domain/case/state'
import { isSubject } from '#lib/domain/policy/ties'
import type { CaseDesk, CaseDone } from './desk.ts'
import { listHolders } from './directory.ts'

export async function submitReport(
  desk: CaseDesk,
  caseId: string,
  state: OpenCase,
  { readAt, formKey }: Readonly<{ readAt: number; formKey: string }>,
): CaseDone {
  return desk.ask(caseId, { type: 'SubmitReport', decidingUnitId: await decidingUnitOf(desk, state), readAt }, formKey)
}

/** The bureau's own head; where every head there is an officer, author or subject of the case, the superior bureau's (domain.md §2.2, RG12). */
export async function decidingUnitOf({ read, today }: Pick<CaseDesk, 'read' | 'today'>, state: OpenCase): Promise<string> {
  const heads = await listHolders(read, state.bureau.unitId, 'approver', today)
  const officers = [...state.handlerIds, state.report?.writtenBy, state.report?.confirmed?.by]
  const free = heads.some(({ personId }) => !officers.includes(personId) && !isSubject(personId, state))
  return free || !state.bureau.superiorId ? state.bureau.unitId : state.bureau.superiorId
}
