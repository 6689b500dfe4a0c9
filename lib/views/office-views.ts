/** The office's rows, folded from its events: what pages and the actor's posts are read from. */
import type { Happened } from '#lib/domain/case/evolve'
import type { OfficeEvent } from '#lib/domain/office/events'
import { evolveOffice } from '#lib/domain/office/evolve'
import type { OfficeState, UnitState } from '#lib/domain/office/state'
import { addDays } from '#lib/domain/time'
import { officeNotices } from './office-notices.ts'
import type { DirectoryRow, PersonRow, PostRow, UnitNameRow, UnitRow } from './office-rows.ts'
import type { Notice } from './rows.ts'

export type OfficeRows = Readonly<{
  units: readonly UnitRow[]
  unitNames: readonly UnitNameRow[]
  persons: readonly PersonRow[]
  posts: readonly PostRow[]
  directory: readonly DirectoryRow[]
}>
export type OfficeViews = Readonly<{ was: OfficeRows; is: OfficeRows; notices: readonly Notice[] }>

/** Nobody owes anything by an office event. */
export const officeViews = (fresh: readonly Happened<OfficeEvent>[], before: OfficeState, after: OfficeState): OfficeViews => ({
  was: officeRows(before),
  is: officeRows(after),
  notices: noticesOf(fresh, before),
})

export function noticesOf(happened: readonly Happened<OfficeEvent>[], from: OfficeState): readonly Notice[] {
  let state = from
  return happened.flatMap((one) => officeNotices(one, (state = evolveOffice(state, one))))
}

/** All of them, and no proposal: a row is a post that somebody holds. What `verify` folds anew and compares. */
export function officeRows({ units, persons, posts, directory }: OfficeState): OfficeRows {
  return {
    units: Object.values(units).map(unitRow),
    unitNames: Object.values(units).flatMap(nameRows),
    persons: Object.values(persons).map(({ nameFrom: _nameFrom, leftOn, ...person }) => ({ ...person, leftOn: leftOn ?? '' })),
    posts: Object.values(posts).map(({ unitKind: _unitKind, to, ...post }) => ({ ...post, to: to ?? '' })),
    directory: Object.values(directory).map(({ to, ...entry }) => ({ ...entry, to: to ?? '' })),
  }
}

const unitRow = ({ unitId, kind, name, nameEn, code, division, superiorId, creditNo, isOnPaper, from }: UnitState): UnitRow => ({
  unitId,
  kind,
  name,
  nameEn,
  code,
  division,
  superiorId,
  creditNo,
  from,
  onPaper: isOnPaper ? 1 : 0,
  to: '',
})
/** A name is in force to the day before the next one's first. */
const nameRows = ({ unitId, names }: UnitState): UnitNameRow[] =>
  names.map((name, i) => {
    const next = names[i + 1]
    return { unitId, ...name, to: next ? addDays(next.from, -1) : '' }
  })
