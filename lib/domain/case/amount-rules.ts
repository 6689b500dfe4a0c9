import type { Refusal } from '../result.ts'
import type { AmountLine, Assessment } from './events.ts'
import type { OpenCase } from './state.ts'

/** Amounts stand per subject × fund × period, in fen; a suggested tier counts only once a person has agreed to it or overridden it with a note. */
export function amountsFault(state: OpenCase, lines: readonly AmountLine[], assessments: readonly Assessment[]): Refusal | null {
  const { subjects } = state
  if (lines.some((line) => !subjects[line.subjectId])) return { code: 'case.amount-of-nobody' }
  if (lines.some((line) => line.from > line.to)) return { code: 'case.amount-period' }
  if (assessments.some((a) => !subjects[a.subjectId])) return { code: 'case.assessment-of-nobody' }
  if (assessments.some((a) => a.confirmed === 'overridden' && a.note === '')) return { code: 'case.override-needs-note' }
  return null
}
