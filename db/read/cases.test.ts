import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { someone } from '#lib/ports/lists.contract'
import { openFile } from '../sqlite/open.ts'
import { listCases } from './cases.ts'

let folder = ''
let base: ReturnType<typeof openFile>
let asked: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'))
  base = openFile(folder)
  asked = []
  const { client } = base
  const prepare = client.prepare.bind(client)
  Object.assign(client, { prepare: (sql: string) => (asked.push(sql), prepare(sql)) })
})
afterEach(() => {
  base.client.close()
  rmSync(folder, { recursive: true })
})

/** How rows of a table are found in each question that was asked, but where they are fetched by their ids; and by what it is followed. */
function stepsOn(table: string): readonly Readonly<{ detail: string; beside: readonly string[] }>[] {
  return asked
    .filter((sql) => sql.includes(` from "${table}" `))
    .flatMap((sql) => {
      const places = Array.from({ length: sql.split('?').length - 1 }, () => 1)
      const plan = base.client.prepare<unknown[], { parent: number; detail: string }>(`explain query plan ${sql}`).all(...places)
      return plan
        .filter(({ detail }) => detail.includes(` ${table} `) && !detail.includes('autoindex'))
        .map(({ parent, detail }) => ({ detail, beside: plan.filter((step) => step.parent === parent).map((step) => step.detail) }))
    })
}
const isSorted = ({ beside }: Readonly<{ beside: readonly string[] }>): boolean =>
  beside.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'))
const POSTS = [
  ['of a liaison', someone('gao', ['bureau', 'liaison'])],
  ['of a head', someone('gao', ['bureau', 'approver'])],
  ['of a reviewer', someone('gao', ['bureau', 'reviewer'])],
  ['of a superior', someone('gao', ['league', 'overseer'])],
  ['of a liaison here and a head there', someone('gao', ['bureau', 'liaison'], ['league', 'approver'])],
] as const

describe('a list of cases', () => {
  it.each(POSTS)('%s comes from an index in its order, way by way, and nothing is sorted on the way', async (_who, { cases }) => {
    const { listCases: list } = listCases(base)
    for (const after of [null, { key: '2026-11-24T06:20:00.000Z', id: 'x' }])
      for (const descending of [true, false]) await list(cases, {}, { by: 'lastAt', descending }, { after, size: 20 })
    const steps = stepsOn('case_row')
    expect(steps.length).toBeGreaterThanOrEqual(2)
    for (const { detail } of steps)
      expect(detail).toMatch(/^SEARCH case_row USING (?:COVERING )?INDEX case_row_\w+ \((?:bureau_id|superior_id|deciding_unit_id)=\?/)
    expect(steps.filter(isSorted)).toEqual([])
  })
})

describe('a list of transfers', () => {
  const recipient = expect.stringMatching(/USING COVERING INDEX track_row_recipient \(recipient_id=\? AND phase=\?\)/)
  const details = () => {
    const steps = stepsOn('track_row')
    expect(steps.filter(isSorted)).toEqual([])
    return steps.map(({ detail }) => detail)
  }
  it('of a body comes from one index, a phase by itself, and a count reads no row', async () => {
    const { tracks } = someone('hao', ['police', 'intake'], ['police', 'handler'])
    const body = { ...tracks, formerUnits: [], copiedUnits: [] }
    await listCases(base).listTracks(body, { phases: ['received', 'examining'] }, { after: null, size: 20 })
    expect(details()).toEqual([recipient, recipient])
    asked = []
    await listCases(base).countTracks(body, { phases: ['sent'] }, 1_000)
    expect(details()).toEqual([recipient])
  })
  it('of copies comes from one, too', async () => {
    const { tracks } = someone('hao', ['police', 'intake'])
    await listCases(base).listTracks({ ...tracks, recipientUnits: [], formerUnits: [] }, {}, { after: null, size: 20 })
    expect(details()).toEqual([expect.stringMatching(/USING COVERING INDEX track_row_copied \(copied_id=\?\)/)])
  })
})
