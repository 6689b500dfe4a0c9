import type { DecideInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDone } from './desk.ts'

/** The head's one form and three answers (Order 310 art. 5¶2). */
export function decideTransfer(ask: CaseAsk, caseId: string, { decision, opinion, readAt, formKey }: DecideInput): CaseDone {
  if (decision === 'approve') return ask(caseId, { type: 'ApproveTransfer', opinion, readSeq: readAt }, formKey)
  if (decision === 'refuse') return ask(caseId, { type: 'RefuseTransfer', reason: opinion, readSeq: readAt }, formKey)
  return ask(caseId, { type: 'ReturnReport', note: opinion, readSeq: readAt }, formKey)
}
