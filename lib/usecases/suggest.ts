/** What the law tables suggest for a case: a tier per subject, a body per track. It informs; a named person confirms or overrides (D8). */
import { totalFen } from '#lib/domain/case/state'
import { citeAllZh } from '#lib/domain/law/citation'
import type { OpenCase } from '#lib/domain/case/state'
import { allowing, suggestRoute } from '#lib/domain/law/suggest-route'
import { suggestTier } from '#lib/domain/law/suggest-tier'
import type { Day, UnitKind } from '#lib/domain/result'

export const RECIPIENT_KINDS: readonly UnitKind[] = ['police', 'commission', 'procuratorate']

/** The rule, the body it suggests and the citation of the day, for these subjects and charges. `suggested` '' where a person must choose (RG3, RG11). `basis`: the texts that allow the body that was chosen. */
export function routeOf(
  state: OpenCase,
  subjectIds: readonly string[],
  charges: readonly string[],
  on: Day,
  chosen: UnitKind,
): Readonly<{ rule: string; suggested: string; citation: string; basis: string }> {
  const answer = routeAnswer(state, subjectIds, charges, on)
  return {
    rule: answer.match,
    suggested: suggestedBy(answer),
    citation: citeAllZh(answer.citations),
    basis: citeAllZh(allowing(answer, chosen)),
  }
}
export const suggestedBy = ({ manual, tracks }: ReturnType<typeof suggestRoute>): string => (manual ? '' : (tracks[0]?.recipientKind ?? ''))
export const routeAnswer = (state: OpenCase, subjectIds: readonly string[], charges: readonly string[], on: Day) =>
  suggestRoute({
    transferOn: on,
    charges,
    funds: state.basics.funds,
    subjects: subjectIds.flatMap((subjectId) => {
      const s = state.subjects[subjectId]
      return s
        ? [
            {
              official: s.official,
              isPrincipalOfBureau: s.isPrincipal,
              usedOffice: s.usedOffice,
              companyOwnMoney: s.companyMoney,
              judicialOfficer: s.judicialOfficer,
            },
          ]
        : []
    }),
  })

/** The tier suggested for one subject and charge, from the lines recorded for them. */
export function tierOf(state: Pick<OpenCase, 'lines'>, subjectId: string, charge: string, circumstances: readonly string[]) {
  const lines = state.lines.filter((line) => line.subjectId === subjectId)
  if (lines.length === 0) return null
  const days = lines.flatMap((line) => [line.from, line.to]).toSorted()
  return suggestTier({
    charge,
    circumstances,
    funds: [...new Set(lines.map((line) => line.fund))],
    amountFen: totalFen(lines),
    conductStart: days[0] ?? '',
    conductEnd: days.at(-1) ?? '',
  })
}

/** What a confirmation says it confirmed: the row's id, or 'manual'; '' where no amount is recorded yet. */
export const suggestedId = (suggestion: ReturnType<typeof tierOf>): string =>
  suggestion === null ? '' : suggestion.kind === 'tier' ? suggestion.rowId : 'manual'
