import { describe, expect, it } from 'vitest'
import { changedRows, KINDS, kindsOf, ownedBy } from './row-kinds.ts'
import { caseRow, caseTie, duty, entry, evidence } from './samples.ts'

describe('what a deed changes of the rows of its stream', () => {
  const was = { cases: [caseRow('c1')], duties: [duty('d1', 'c1'), duty('d2', 'c1')], caseTies: [caseTie('c1', 'chen')] }
  it('is nothing where they are as they were', () => {
    expect(changedRows(was, structuredClone(was))).toEqual({ rows: {}, gone: {} })
  })
  it('is what is new, what is otherwise and what is gone, kind by kind', () => {
    const is = { cases: [caseRow('c1', { lastSeq: 2 })], duties: [duty('d2', 'c1'), duty('d3', 'c1')], entries: [entry('c1', 2)] }
    expect(changedRows(was, is)).toEqual({
      rows: { cases: is.cases, duties: [duty('d3', 'c1')], entries: is.entries },
      gone: { duties: [duty('d1', 'c1')], caseTies: was.caseTies },
    })
  })
  it('is all of a stream that begins', () => {
    expect(changedRows({}, was)).toEqual({ rows: was, gone: {} })
  })
  it('takes what is said twice for once', () => {
    const tie = caseTie('c1', 'lin')
    expect(changedRows({}, { caseTies: [tie, { ...tie }], evidence: [evidence('c1', 'e1')] }).rows.caseTies).toEqual([tie])
  })
})

describe('the kinds of rows', () => {
  it('of the office are found whole, of a case by its id, of what every stream has by the stream', () => {
    expect(ownedBy('units', { stream: 'office', streamId: 'office' })).toEqual({})
    expect(ownedBy('tracks', { stream: 'case', streamId: 'c1' })).toEqual({ caseId: 'c1' })
    expect(ownedBy('entries', { stream: 'office', streamId: 'office' })).toEqual({ stream: 'office', streamId: 'office' })
  })
  it('are a case’s, the office’s, or of every stream', () => {
    expect(kindsOf('case')).toEqual(['cases', 'tracks', 'evidence', 'caseTies', 'trackTies', 'words', 'entries', 'duties', 'notices'])
    expect(kindsOf('office')).toEqual(['entries', 'duties', 'notices', 'units', 'unitNames', 'persons', 'posts', 'directory'])
    expect([...new Set([...kindsOf('case'), ...kindsOf('office')])].toSorted()).toEqual([...KINDS].toSorted())
  })
})
