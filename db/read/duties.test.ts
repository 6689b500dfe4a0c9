import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { someone } from '#lib/ports/lists.contract'
import { endedRights, DUTY_COLOURS, rangeOf } from '#lib/views/clock-colour'
import { openFile } from '../sqlite/open.ts'
import { readDuties } from './duties.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const WHO = someone('gao', ['bureau', 'liaison'], ['police', 'intake'])
let folder = ''
let base: ReturnType<typeof openFile>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duties-'))
  base = openFile(folder)
})
afterEach(() => {
  base.client.close()
  rmSync(folder, { recursive: true })
})

const RANGES = [...DUTY_COLOURS, null].map((colour) => [colour ?? 'whole', rangeOf(colour, NOW)] as const)
it.each([...RANGES, ['ended', endedRights(NOW)] as const])(
  'the list that is %s comes from an index in its order, and nothing is sorted (found A5)',
  async (_name, colour) => {
    const asked: string[] = []
    const { client } = base
    const prepare = client.prepare.bind(client)
    Object.assign(client, { prepare: (sql: string) => (asked.push(sql), prepare(sql)) })
    const { listDuties } = readDuties(base)
    for (const side of ['mine', 'waiting'] as const)
      for (const after of [null, { key: NOW, id: 'x' }]) await listDuties(WHO, WHO.cases, WHO.tracks, { side, colour }, { after, size: 20 })
    const lists = asked.filter((sql) => / from "duty" /.test(sql))
    expect(lists.length).toBeGreaterThan(3)
    for (const sql of lists) {
      const places = Array.from({ length: sql.split('?').length - 1 }, () => 'x')
      const plan = prepare<string[], { detail: string }>(`explain query plan ${sql}`)
        .all(...places)
        .map(({ detail }) => detail)
      expect(plan.filter((step) => step.startsWith('SEARCH duty'))).toEqual([
        expect.stringMatching(/^SEARCH duty USING INDEX duty_\w+ \(.*sort_at>\?/),
      ])
      expect(
        plan.filter((step) => /TEMP B-TREE/.test(step)),
        sql,
      ).toEqual([])
    }
  },
)
