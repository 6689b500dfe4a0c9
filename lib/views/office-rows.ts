/** Rows of the office: units, people, posts, the joint meeting's directory (D24, D25). Names and posts are dated; '' is open. */
import type { Day, Post, UnitKind } from '#lib/domain/result'

export type UnitRow = Readonly<{
  unitId: string
  kind: UnitKind
  name: string
  nameEn: string
  code: string
  division: string
  superiorId: string
  creditNo: string
  onPaper: number
  from: Day
  to: string
}>
/** Every name a unit has had. `to` '' is the present one. */
export type UnitNameRow = Readonly<{ unitId: string; seq: number; name: string; nameEn: string; from: Day; to: string }>
export type PersonRow = Readonly<{ personId: string; login: string; name: string; phone: string; from: Day; leftOn: string }>
export type PostRow = Readonly<{ postId: string; personId: string; unitId: string; post: Post; from: Day; to: string }>
/** The joint meeting's dated set of units of a region with liaison, deputy and duty phone; recipients are offered from it. */
export type DirectoryRow = Readonly<{
  entryId: string
  division: string
  unitId: string
  liaisonId: string
  deputyId: string
  dutyPhone: string
  from: Day
  to: string
}>
