import type { OpenCase } from '#lib/domain/case/state'
import { tookPart } from '#lib/domain/case/took-part'
import { isSubject } from '#lib/domain/policy/ties'
import { ok, refuse, type Result } from '#lib/domain/result'
import type { CaseDesk, CaseDone } from './desk.ts'
import { listHolders } from './directory.ts'
import { readPast } from './read-case.ts'

export async function submitReport(
  desk: CaseDesk,
  caseId: string,
  state: OpenCase,
  { readAt, formKey }: Readonly<{ readAt: number; formKey: string }>,
): CaseDone {
  const deciding = await decidingUnitOf(desk, state)
  return deciding.ok ? desk.ask(caseId, { type: 'SubmitReport', decidingUnitId: deciding.value, readSeq: readAt }, formKey) : deciding
}

/**
 * The bureau where a head is free to decide: not a subject of the case, and took no part in it; else its superior where one is
 * (docs/handbook.md §2.2, RG12; found J3). Refuses `decision.nobody-free`, naming who must appoint somebody.
 */
export async function decidingUnitOf({ read, today }: Pick<CaseDesk, 'read' | 'today'>, state: OpenCase): Promise<Result<string>> {
  const { bureau, caseId } = state
  const officers = tookPart(await readPast(read, caseId))
  for (const unitId of [bureau.unitId, bureau.superiorId ?? '']) {
    const heads = unitId === '' ? [] : await listHolders(read, unitId, 'approver', today)
    if (heads.some(({ personId }) => !officers.has(personId) && !isSubject(personId, state))) return ok(unitId)
  }
  return refuse({ code: 'decision.nobody-free', about: { unit: bureau.name } })
}
