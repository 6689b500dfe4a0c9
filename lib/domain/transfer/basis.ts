/** Why this body: the text that allows it, and, where it is not the one that was suggested, the reason that a person gave (docs/handbook.md §5.1). */
import type { Route } from '../case/events.ts'
import type { UnitKind } from '../result.ts'

/** '' where no text allows it. What was written before v 2 names the suggestion's text alone, which speaks for no body chosen against it. */
export const basisOf = ({ basis, citation, suggested }: Route, kind: UnitKind): string =>
  basis ?? (suggested === '' || suggested === kind ? citation : '')
/** '' where the body is the suggested one. */
export const whyOtherwise = ({ suggested, reason }: Route, kind: UnitKind): string => (suggested === kind ? '' : reason)
