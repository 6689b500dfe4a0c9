/**
 * Which body, or bodies, receive a case, as a suggestion that a named person confirms (docs/handbook.md §5.1; docs/decisions.md D8). The
 * rows are asked in the order of the handbook, the first that matches answers, and the answer lists what was asked.
 */
import { citationsOn, type Citation } from './citation.ts'
import {
  readCase,
  type Answer,
  type RouteAlternative,
  type RoutedCase,
  type RouteFacts,
  type RouteNote,
  type RouteTrack,
} from './route-facts.ts'
import { RULES_IN_ORDER } from './route-rules.ts'
import { routeRow, type RouteId } from './routes.ts'
import { isInForce } from './row.ts'
import { SOURCES } from './sources.ts'

export type { RouteNote } from './route-facts.ts'
export type RouteSuggestion = Readonly<{
  asked: readonly RouteId[]
  match: RouteId | 'none'
  tracks: readonly RouteTrack[]
  alternatives: readonly RouteAlternative[]
  copies: readonly 'procuratorate'[] // of the transfer letter to the police: YJ2006 art. 1
  manual: boolean // a person must choose: nothing is planned by itself
  notes: readonly RouteNote[]
  citations: readonly Citation[] // in force on the day of transfer
}>

export function suggestRoute(facts: RouteFacts): RouteSuggestion {
  const c = readCase(facts)
  const asked: RouteId[] = []
  for (const [id, answer] of RULES_IN_ORDER) {
    asked.push(id)
    const found = answer(c)
    if (found) return finish(c, asked, id, found)
  }
  return {
    asked,
    match: 'none',
    tracks: [],
    alternatives: [],
    copies: [],
    manual: true,
    notes: [c.all.length === 0 ? 'no-subject' : 'no-crime'],
    citations: [],
  }
}

/** The texts by which a body receives what is suggested, or what a person chose instead: none where no text allows it. */
export const allowing = ({ tracks, alternatives, citations }: RouteSuggestion, kind: string): readonly Citation[] =>
  tracks.some(({ recipientKind }) => recipientKind === kind)
    ? citations
    : alternatives.flatMap(({ recipientKind, citation }) => (recipientKind === kind && citation ? [citation] : []))

function finish({ on }: RoutedCase, asked: readonly RouteId[], match: RouteId, answer: Answer): RouteSuggestion {
  const { tracks, dateRow, manual = false, notes = [], alternatives = [] } = answer
  const rows = dateRow && dateRow !== match ? [match, dateRow] : [match]
  const toPolice = tracks.some((t) => t.recipientKind === 'police')
  return {
    asked: [...new Set([...asked, ...rows])],
    match,
    tracks,
    alternatives,
    manual,
    notes,
    copies: toPolice && SOURCES.some((source) => source.id === 'YJ2006' && isInForce(source, on)) ? ['procuratorate'] : [],
    citations: rows.flatMap((id) => citationsOn(routeRow(id).citations, on)),
  }
}
