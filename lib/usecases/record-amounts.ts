import { refuse } from '#lib/domain/result'
import type { AmountLine, Assessment } from '#lib/domain/case/events'
import type { RecordAmountsInput } from '#lib/schemas/case'
import type { CaseDesk, CaseDone } from './desk.ts'
import { suggestedId, tierOf } from './suggest.ts'

/** Amounts per subject × fund × period, and what a person made of each suggested tier. Totals are always computed, never typed. */
export async function recordAmounts({ ask, newId }: CaseDesk, caseId: string, input: RecordAmountsInput): CaseDone {
  if (input.lines.length === 0) return refuse({ code: 'case.no-amounts' })
  const lines = input.lines.map(({ lineId, amount, recovered, ...line }): AmountLine => ({
    ...line,
    lineId: lineId || newId(),
    fen: amount,
    recoveredFen: recovered ?? 0,
  }))
  const assessments = input.assessments.map((assessment) => confirmedFor(lines, assessment))
  return ask(caseId, { type: 'RecordAmounts', lines, assessments, readSeq: input.readAt }, input.formKey)
}

/** A person agrees to the suggestion they saw: where amounts, charge or circumstances have changed it since, the tier is open again (D8). */
function confirmedFor(lines: readonly AmountLine[], assessment: Assessment): Assessment {
  const suggestion = tierOf({ lines }, assessment.subjectId, assessment.charge, assessment.circumstances)
  const suggested = suggestedId(suggestion)
  if (assessment.confirmed !== 'agreed') return { ...assessment, suggested }
  if (assessment.suggested !== suggested || suggestion === null) return { ...assessment, suggested, confirmed: 'open' }
  return { ...assessment, tier: suggestion.kind === 'tier' ? suggestion.tier : '' }
}
