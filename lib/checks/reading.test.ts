/** Reading selects (decision 0019): who receives a case or looks down on it never holds the open one, and only folding spreads it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CaseStatus } from '#lib/views/case-status'
import type { SealedCase } from '#lib/views/sealed-case'
import { filesIn, ROOT } from './repository.ts'

const sources = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) => filesIn(folder)).filter((path) => /\.tsx?$/.test(path) && !/\.(test|contract|memory)\.ts$/.test(path))
const having = (paths: readonly string[], what: RegExp): string[] =>
  paths.filter((path) => what.test(readFileSync(join(ROOT, path), 'utf8')))

it('nothing that a body is shown or sends holds the open case', () => {
  const received = sources('app/(desk)/transfers', 'app/(desk)/_papers', 'app/(desk)/_track', 'app/api/transfers')
  expect(received.length).toBeGreaterThan(30)
  expect(having(received, /\b(?:OpenCase|openCase|readOpenCase|readWholeCase|readCaseAs|readContentAs)\b/)).toEqual([])
})

it('only what folds a case spreads it, and who stores or reads it back', () => {
  const others = sources('app', 'lib').filter((path) => !/^lib\/domain\/\w+\/evolve\.ts$/.test(path))
  expect(having(others, /\{\s*\.\.\.(?:state|page\.state|found\.state)\b/)).toEqual(['lib/views/case-views.ts'])
})

/** By hand: what is added to these reaches a receiver, a superior, an overseer. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const SEALED: Same<keyof SealedCase, 'caseId' | 'view' | 'track' | 'passedTo' | 'subjects' | 'lines' | 'items' | 'absent' | 'locked'> = true
const STATUS: Same<
  keyof CaseStatus,
  'caseId' | 'caseNo' | 'bureau' | 'basics' | 'registeredAt' | 'stage' | 'report' | 'tracks' | 'lastAt'
> = true
it('has just the fields that stand here, or does not compile', () => expect([SEALED, STATUS]).toEqual([true, true]))
