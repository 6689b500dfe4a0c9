import { describe, expect, it } from 'vitest'
import { CHARGES, chargeName, chargeOf } from './charges.ts'
import { CIRCUMSTANCES, circumstancesOf } from './circumstances.ts'
import { copyKindOn } from './copies.ts'
import { FOLDERS, folderOf, volumeOf } from './dossier.ts'
import { EVIDENCE_KINDS, evidenceKindOf, STATUTORY_KINDS } from './evidence-kinds.ts'
import { FUNDS, fundOf } from './funds.ts'
import { INCIDENT_GRADES } from './incidents.ts'
import { filesOf, MATERIALS } from './materials.ts'
import { CLUE_SOURCES } from './sources-of-clue.ts'
import { isTeam } from './team.ts'

const series = (prefix: string, n: number, width = 1) => Array.from({ length: n }, (_, i) => prefix + String(i + 1).padStart(width, '0'))
const idsOf = (rows: readonly Readonly<{ id: string }>[]) => rows.map((row) => row.id)

describe('the lists of the handbook', () => {
  it.each<[string, readonly Readonly<{ id: string; zh: string; en: string }>[], string[]]>([
    ['funds', FUNDS, series('FD', 12)],
    ['circumstances', CIRCUMSTANCES, [...series('C', 6), ...series('B', 3), 'M7']],
    ['sources of clues', CLUE_SOURCES, series('XY', 11)],
    ['evidence', EVIDENCE_KINDS, series('E', 28, 2)],
  ])('have no gap: %s', (_name, rows, expected) => expect(idsOf(rows)).toEqual(expected))
  it.each([
    ['charges', CHARGES],
    ['folders', FOLDERS],
    ['materials', MATERIALS],
    ['statutory kinds', STATUTORY_KINDS],
  ])('have no double: %s', (_name, rows) => {
    expect(new Set(idsOf(rows)).size).toBe(rows.length)
  })
  it('are in both languages, and no English is Chinese', () => {
    const all = [FUNDS, CIRCUMSTANCES, CLUE_SOURCES, EVIDENCE_KINDS, CHARGES, FOLDERS, MATERIALS, STATUTORY_KINDS].flat()
    expect(all.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))).toEqual([])
  })
})

describe('a fund', () => {
  it('is special for 贪污, save two that are disputed; for 挪用公款 only the unemployment fund', () => {
    expect(FUNDS.filter((fund) => fund.c1 === 'manual').map((fund) => fund.id)).toEqual(['FD8', 'FD9'])
    expect(FUNDS.filter((fund) => fund.m7).map((fund) => fund.id)).toEqual(['FD6', 'FD11'])
  })
  it('is the medical bureau’s where it is medical or maternity', () =>
    expect(FUNDS.filter((fund) => fund.manager === 'medical').map((fund) => fund.id)).toEqual(['FD4', 'FD7']))
  it('has a short name', () =>
    expect(['FD1', 'FD4', 'FD5', 'FD6', 'FD7'].map((id) => fundOf(id)?.short.zh)).toEqual(['养老', '医疗', '工伤', '失业', '生育']))
})

describe('a charge', () => {
  it('is a duty crime where office makes it', () => {
    expect(CHARGES.filter((charge) => charge.kind === 'duty').map((charge) => charge.zh)).toEqual([
      '贪污罪',
      '挪用公款罪',
      '受贿罪',
      '滥用职权罪',
      '玩忽职守罪',
      '徇私舞弊不移交刑事案件罪',
    ])
  })
  it('adds up for 贪污 and 受贿 only', () =>
    expect(CHARGES.filter((charge) => charge.addsUp).map((charge) => charge.id)).toEqual(['embezzlement', 'bribe-taking']))
  it('is named in a title without 罪', () =>
    expect([chargeName('embezzlement'), chargeName('fraud'), chargeName('unknown')]).toEqual(['贪污', '诈骗', 'unknown']))
  it('is found by id', () => expect([chargeOf('fraud')?.zh, chargeOf('nonsense')]).toEqual(['诈骗罪', undefined]))
})

// docs/handbook.md §4.2: art. 1¶3 of FS2016-9 imports items (2) to (6) for 受贿, not (1).
it.each([
  ['embezzlement', 'C1 C2 C3 C4 C5 C6'],
  ['bribe-taking', 'C2 C3 C4 C5 C6 B1 B2 B3'],
  ['misappropriation', 'M7'],
  ['fraud', ''],
  ['occupational-embezzlement', ''],
  ['nonsense', ''],
])('the circumstances of %s are %s (found G1)', (charge, ids) => expect(idsOf(circumstancesOf(charge)).join(' ')).toBe(ids))

describe('the dossier', () => {
  it('keeps 副卷 apart', () =>
    expect(FOLDERS.filter((folder) => folder.volume === 'inner').map((folder) => folder.id)).toEqual(['inner-01', 'inner-02', 'inner-03']))
  it('has a folder for every kind of evidence, and the report of an informer never lies in 正卷', () => {
    expect(EVIDENCE_KINDS.filter((kind) => !folderOf(kind.folder) || !STATUTORY_KINDS.some(({ id }) => id === kind.kind))).toEqual([])
    expect(EVIDENCE_KINDS.filter((kind) => folderOf(kind.folder)?.volume === 'inner').map((kind) => kind.id)).toEqual(['E24'])
    expect(evidenceKindOf('E24')?.sealed).toBe(true)
  })
  it('marks statements to be taken again', () =>
    expect(['E11', 'E12', 'E04'].map((id) => evidenceKindOf(id)?.needsReconversion)).toEqual([true, true, undefined]))
  it('holds the five materials of Order 310 in 正卷, two of which no case may lack', () => {
    expect(idsOf(MATERIALS)).toEqual(['letter', 'report', 'items', 'expert', 'other'])
    expect(MATERIALS.flatMap((material) => material.folders).filter((id) => folderOf(id)?.volume !== 'main')).toEqual([])
    expect(MATERIALS.filter((material) => !material.absentWithReason).map((material) => material.id)).toEqual(['letter', 'report'])
  })
  it('counts files for an expert opinion or for other material, by their folder; the rest it makes itself (found G5)', () => {
    const materialsAt = (folder: string) => MATERIALS.filter(({ id }) => filesOf(id, [{ folder }]).length === 1).map(({ id }) => id)
    const main = ['letter', 'report', 'items', 'expert', 'other', 'other', 'other', 'other']
    expect(series('main-', 8, 2).map(materialsAt)).toEqual(main.map((id) => [id]))
    expect([...series('inner-', 3, 2), 'main-09', ''].flatMap(materialsAt)).toEqual([])
    expect(MATERIALS.filter(({ is }) => is === 'files').map(({ id }) => id)).toEqual(['expert', 'other'])
  })
  it('knows the volume of its own folders only: nothing is in 正卷 because of how its name begins (found G5)', () => {
    expect(series('main-', 8, 2).map(volumeOf)).toEqual(Array(8).fill('main'))
    expect(series('inner-', 3, 2).map(volumeOf)).toEqual(Array(3).fill('inner'))
    expect(['', 'main', 'main-09', 'mainly', 'inner-04'].map(volumeOf)).toEqual(Array(5).fill(null))
  })
})

it.each([
  [999_999, false, undefined],
  [999_999, true, 'ordinary'],
  [1_000_000, false, 'ordinary'],
  [49_999_999, false, 'ordinary'],
  [50_000_000, false, 'major'],
  [900_000_000, true, 'major'],
])('an incident of %i fen, filed: %s, is %s (docs/handbook.md §3.3 CL41; found G6)', (fen, isFiled, grade) => {
  const found = INCIDENT_GRADES.find(
    ({ fromFen, belowFen, lessIfFiled }) => (fromFen <= fen || (lessIfFiled && isFiled)) && (belowFen === null || fen < belowFen),
  )
  expect(found?.id).toBe(grade)
})

// docs/handbook.md §5.2: YJ2006 art. 1; no copy of a duty-crime clue.
it.each([
  ['police', '2026-11-24', 'procuratorate'],
  ['police', '2006-01-26', 'procuratorate'],
  ['police', '2006-01-25', null],
  ['procuratorate', '2026-11-24', null],
  ['commission', '2026-11-24', null],
  ['medical', '2026-11-24', null],
] as const)('a letter to %s on %s is copied to %s (found G5)', (recipient, day, copy) => expect(copyKindOn(recipient, day)).toBe(copy))

it.each([
  [['a'], false],
  [['a', 'a'], false],
  [['a', 'b'], true],
  [['a', 'b', 'c'], true],
  [[], false],
])('a team of %o: %s; Order 310 art. 5 wants two or more (found G5)', (ids, is) => expect(isTeam(ids)).toBe(is))
