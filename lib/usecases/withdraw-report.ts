import type { CaseAsk, CaseDone } from './desk.ts'

/** Voids the approval and ends its clock; only while nothing is out (style.md §5). */
export const withdrawReport = (
  ask: CaseAsk,
  caseId: string,
  { reason, formKey }: Readonly<{ reason: string; formKey: string }>,
): CaseDone => ask(caseId, { type: 'WithdrawReport', reason }, formKey)
