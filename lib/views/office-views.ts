/** The office's rows, folded from its events: what pages and the actor's posts are read from. */
import type { Happened } from '#lib/domain/case/evolve'
import type { OfficeEvent } from '#lib/domain/office/events'
import { evolveOffice } from '#lib/domain/office/evolve'
import type { OfficeState, UnitState } from '#lib/domain/office/state'
import { addDays } from '#lib/domain/time'
import { officeNotices } from './office-notices.ts'
import type { DirectoryRow, PersonRow, PostRow, UnitNameRow, UnitRow } from './office-rows.ts'
import type { Notice } from './rows.ts'

type OfficeRows = Readonly<{
  units: readonly UnitRow[]
  unitNames: readonly UnitNameRow[]
  persons: readonly PersonRow[]
  posts: readonly PostRow[]
  directory: readonly DirectoryRow[]
}>
export type OfficeViews = Readonly<{ rows: OfficeRows; duties: readonly never[]; notices: readonly Notice[] }>

/** Nobody owes anything by an office event. */
export function officeViews(fresh: readonly Happened<OfficeEvent>[], before: OfficeState, after: OfficeState): OfficeViews {
  const all = officeRows(after)
  const touched = new Set(fresh.flatMap(({ event }) => touchedBy(event, after)))
  const rows: OfficeRows = {
    units: all.units.filter(({ unitId }) => touched.has(unitId)),
    unitNames: all.unitNames.filter(({ unitId }) => touched.has(unitId)),
    persons: all.persons.filter(({ personId }) => touched.has(personId)),
    posts: all.posts.filter(({ postId }) => touched.has(postId)),
    directory: all.directory.filter(({ entryId }) => touched.has(entryId)),
  }
  return { rows, duties: [], notices: noticesOf(fresh, before) }
}

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

function touchedBy(event: OfficeEvent, { posts, directory }: OfficeState): readonly string[] {
  switch (event.type) {
    case 'UnitRegistered':
    case 'UnitRenamed':
    case 'UnitRecorded':
      return [event.unitId]
    case 'PersonRegistered':
    case 'PersonRenamed':
      return [event.personId]
    case 'PersonLeft':
      return [event.personId, ...Object.values(posts).flatMap((post) => (post.personId === event.personId ? [post.postId] : []))]
    case 'PostGranted':
    case 'PostEnded':
    case 'PostConfirmed':
      return [event.postId]
    case 'DirectoryRecorded': {
      const siblings = Object.values(directory).filter(({ unitId, division }) => unitId === event.unitId && division === event.division)
      return siblings.map(({ entryId }) => entryId)
    }
    case 'PostProposed':
    case 'PostDeclined':
    case 'LinkIssued':
    case 'CodeIssued':
    case 'PasswordSet':
    case 'CredentialsCounted':
      return []
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
