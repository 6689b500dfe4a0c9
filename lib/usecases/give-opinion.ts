import type { CaseAsk, CaseDone } from './desk.ts'

type Input = Readonly<{ verdict: 'agree' | 'agree-with-notes' | 'disagree'; text: string; readAt: number; formKey: string }>
export const giveOpinion = (ask: CaseAsk, caseId: string, { formKey, readAt, ...opinion }: Input): CaseDone =>
  ask(caseId, { type: 'GiveOpinion', ...opinion, readSeq: readAt }, formKey)
