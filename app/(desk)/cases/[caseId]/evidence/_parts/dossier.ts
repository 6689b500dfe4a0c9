/** The items of a dossier as its pages list them: numbered once, over the whole case, in the order they came in. */
import type { OpenCase } from '#lib/domain/case/state'
import { folderOf } from '#lib/domain/law/dossier'

export type Numbered = OpenCase['evidence'][string] & Readonly<{ no: number }>

export const numbered = (state: OpenCase): Numbered[] =>
  Object.values(state.evidence)
    .toSorted((a, b) => a.seq - b.seq)
    .map((item, i) => ({ ...item, no: i + 1 }))

/** Null: all folders. */
export function folderShown(asked: string, inner: boolean): string | null {
  const folder = folderOf(asked)
  return folder && (inner || folder.volume === 'main') ? folder.id : null
}
export const itemsIn = (items: readonly Numbered[], folder: string | null): Numbered[] =>
  items.filter((item) => folder === null || item.folder === folder)
export const live = (items: readonly Numbered[]): Numbered[] => items.filter((item) => !item.voided)
