import type { UrgeInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDone } from './desk.ts'

export const urge = (ask: CaseAsk, caseId: string, { formKey, trackId, ...rest }: UrgeInput): CaseDone =>
  ask(caseId, { type: 'Urge', trackId: trackId || null, ...rest }, formKey)
