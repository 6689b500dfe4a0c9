import type { Basics } from '#lib/domain/case/events'
import type { RecordBasicsInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDone } from './desk.ts'

export const recordBasics = (ask: CaseAsk, caseId: string, input: RecordBasicsInput): CaseDone =>
  ask(caseId, { type: 'RecordBasics', basics: basicsOf(input), readSeq: input.readAt }, input.formKey)

export const basicsOf = ({ title, source, sourceNote, funds, division, foundOn, conduct }: Basics): Basics => ({
  title,
  source,
  sourceNote,
  funds,
  division,
  foundOn,
  conduct,
})
