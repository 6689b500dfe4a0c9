import type { CaseAsk, CaseDone } from './desk.ts'

type Version = Readonly<{ readAt: number; formKey: string }>
/** D24: the second handler, in a session of their own. */
export const confirmReport = (ask: CaseAsk, caseId: string, { readAt, formKey }: Version): CaseDone =>
  ask(caseId, { type: 'ConfirmReport', readSeq: readAt }, formKey)
