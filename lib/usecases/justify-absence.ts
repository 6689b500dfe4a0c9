import type { JustifyAbsenceInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDone } from './desk.ts'

/** Why one of the five materials of Order 310 art. 6 is not there. */
export const justifyAbsence = (ask: CaseAsk, caseId: string, { formKey, ...absent }: JustifyAbsenceInput): CaseDone =>
  ask(caseId, { type: 'JustifyAbsence', absent }, formKey)
