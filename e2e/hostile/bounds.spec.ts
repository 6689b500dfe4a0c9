/** What a form may bring: so much and no more, each key for one form, ids that are text; and what no page serves. In a portal of its own. */
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'

import { CACHE } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { expect, t, test as people } from '../people.ts'
import { send } from './draw.ts'
import { formsIn, type Drawn, type Fields } from './forms.ts'
import { signInByForm, type Visitor } from './http.ts'
import { draftsOf, readWorld, stored } from './world.ts'

const test = people.extend<{ own: Portal }>({
  own: async ({}, use) => {
    const dataDir = join(mkdtempSync(join(process.env['E2E_RUN'] ?? CACHE, 'bounds-')), 'data')
    cpSync(join(process.env['E2E_RUN'] ?? '', 'seed'), dataDir, { recursive: true })
    const portal = await openPortal(dataDir)
    await use(portal)
    await portal.stop()
  },
})

const inTheMaking = (portal: Portal): OpenCase => {
  const state = readWorld(portal).cases.find(
    (one) => stageOf(one).phase === 'investigating' && one.handlerIds.includes('p-chenmin') && one.lines.length > 0,
  )
  if (!state) throw new Error('陈敏 has a case in the making')
  return state
}
const formAt = async (visitor: Visitor, path: string, has: string): Promise<Drawn> => {
  const { body } = await visitor.asks(path)
  const form = formsIn(body, { password: '', caseNo: '', today: '2026-01-05' }).find(({ fields }) => fields.some(([name]) => name === has))
  if (!form) throw new Error(`no form with ${has} at ${path}`)
  return form
}
const withField = (fields: Fields, name: string, value: string): Fields =>
  fields.map(([known, was]) => [known, known === name ? value : was] as const)

test('thousands of rows are refused in a sentence, saved or kept, and no page of theirs is drawn (found J9)', async ({
  own,
  demoPassword,
}) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const { caseId } = inTheMaking(own)
  const path = `/cases/${caseId}/subjects/amounts`
  const form = await formAt(chen, path, 'line.0.amount')
  const before = stored(own)
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      form.fields
        .filter(([name]) => name.startsWith('line.0.') && name !== 'line.0.remove')
        .map(([name, value]) => [name.replace('line.0.', `line.${i}.`), name === 'line.0.lineId' ? '' : value] as const),
    ).flat()
  const rest = form.fields.filter(([name]) => !name.startsWith('line.'))

  // 900 rows are what the door lets through in one form.
  expect((await send(chen, path, [...rest, ...rows(900)])).status).toBe(303)
  expect(stored(own), 'nothing of it is saved').toEqual(before)
  const shown = await chen.asks(path)
  expect(shown.body).toContain(t.field['form.too-large']({}))
  expect(shown.body.length, 'the page stays a page').toBeLessThan(4 * 2 ** 20)
  const kept = draftsOf(own, `amounts:${caseId}`)[0]?.values ?? ''
  expect(kept).toContain('line.0.amount')
  expect(Buffer.byteLength(kept)).toBeLessThan(256 * 1024)

  // 5,000 rows as the autosave sends them.
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`line.${i}.amount`, ['1']]))
  const { status } = await chen.asks('/api/drafts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ form: `amounts:${caseId}`, formKey: '', version: null, fields: many }),
  })
  expect(status).toBe(413)
  expect(draftsOf(own, `amounts:${caseId}`)[0]?.values, 'what was kept before stays').toBe(kept)
  expect((await chen.asks(path)).body.length).toBeLessThan(4 * 2 ** 20)
})

test('a case with 5,000 rows from before there was a limit opens and prints with all of them, and its form stays a page (found J9)', async ({
  own,
  demoPassword,
}) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const { caseId, lines } = inTheMaking(own)
  const [first] = lines
  const many = Array.from({ length: 5_000 }, (_, i) => ({ ...first, lineId: `l-${i}`, fen: 100 + i }))
  const file = new Database(join(own.dataDir, 'xianjie.db'), { fileMustExist: true })
  const { sheet } = file.prepare('SELECT sheet FROM case_row WHERE case_id = ?').get(caseId) as { sheet: string } // safe: the column asked for
  file.prepare('UPDATE case_row SET sheet = ? WHERE case_id = ?').run(JSON.stringify({ ...JSON.parse(sheet), lines: many }), caseId)
  file.close()
  for (const path of [`/cases/${caseId}`, `/cases/${caseId}/subjects`, `/cases/${caseId}/print`, `/cases/${caseId}/report`])
    expect((await chen.asks(path)).status, path).toBe(200)
  for (const path of [`/cases/${caseId}/subjects`, `/cases/${caseId}/print`])
    expect((await chen.asks(path)).body, `the last row on ${path}`).toContain('50.99')
  const form = await chen.asks(`/cases/${caseId}/subjects/amounts`)
  expect([form.status, form.body.includes(t.form.rowsBeyond('5000'))]).toEqual([200, true])
  expect(form.body.length).toBeLessThan(2 ** 20)
})

test('a form key that was used is no answer to another form: nothing is recorded, and that is said (found J11)', async ({
  own,
  demoPassword,
}) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const { caseId } = inTheMaking(own)
  const [basics, items] = [`/cases/${caseId}/basics`, `/cases/${caseId}/subjects/items`]
  const form = await formAt(chen, basics, 'conduct')
  const other = await formAt(chen, items, 'item.0.name')
  const key = form.fields.find(([name]) => name === 'formKey')?.[1] ?? ''
  const first = await send(chen, basics, form.fields)
  expect(first.headers.location).toContain('done=basics-recorded')
  const after = stored(own)
  expect((await send(chen, basics, form.fields)).headers.location, 'the same form once more gets its first answer').toContain('again=1')

  for (const [path, sent, typed] of [
    [basics, withField(form.fields, 'conduct', '同一张表，别的内容'), '同一张表，别的内容'],
    [items, withField(withField(other.fields, 'formKey', key), 'item.0.name', '另一张表'), '另一张表'],
  ] as const) {
    const { headers } = await send(chen, path, sent)
    expect(headers.location, `${path} goes back to its form`).not.toContain('done=')
    const { body } = await chen.asks(path)
    expect(body).toContain(t.refusal['deed.other-form']({}))
    expect(body, 'what was typed is there').toContain(typed)
  }

  const bring = (formKey: string, body: string, name: string) =>
    chen.asks(`/api/cases/${caseId}/evidence`, {
      method: 'PUT',
      body,
      headers: {
        'content-type': 'application/octet-stream',
        'x-entry': encodeURIComponent(
          JSON.stringify({ name, formKey, folder: 'main-05', kind: 'E04', source: '', collectedBy: '', collectedOn: '2026-01-05' }),
        ),
      },
    })
  expect((await bring(key, 'a file', '流水.txt')).status, 'a file under the key of a form').toBe(409)
  expect(stored(own), 'nothing of it is recorded').toEqual(after)
  const formKey = crypto.randomUUID()
  expect((await bring(formKey, 'a file', '流水.txt')).status).toBe(200)
  expect((await bring(formKey, 'a file', '流水.txt')).status, 'the same file once more').toBe(200)
  expect((await bring(formKey, 'another file', '流水.txt')).status, 'other bytes').toBe(409)
  expect((await bring(formKey, 'a file', '另一个.txt')).status, 'another name').toBe(409)
})

test('an id bound to an action that is no text finds nothing, and nothing is thrown (found J15)', async ({ own, demoPassword }) => {
  const [chen, xitong] = [await signInByForm(own.address, 'chenmin', demoPassword), await signInByForm(own.address, 'xitong', demoPassword)]
  const { caseId } = inTheMaking(own)
  for (const [visitor, path, has] of [
    [chen, `/cases/${caseId}/basics`, 'conduct'],
    [chen, `/cases/${caseId}/subjects/items`, 'item.0.name'],
    [xitong, '/admin/people/p-sunli', 'on'],
  ] as const) {
    const form = await formAt(visitor, path, has)
    const bound = form.fields.find(([name]) => /^\$ACTION_\d+:1$/.test(name))
    expect(bound, `${path} binds an id`).toBeDefined()
    for (const wrong of [{}, { id: caseId }, [], ['a'], [caseId], 1, null, true, 'constructor', '', 'x'.repeat(5_000), '\u0000']) {
      const { status } = await send(visitor, path, withField(form.fields, bound?.[0] ?? '', JSON.stringify([wrong])))
      expect(status, `${path} with ${JSON.stringify(wrong).slice(0, 40)}`).toBe(404)
    }
  }
  expect((await chen.asks('/cases/%00')).status).toBe(404)
  expect(own.log(), 'nothing is thrown').not.toMatch(/Error|⨯| at /)
})

test('no page takes what it does not serve (found J15)', async ({ own, demoPassword }) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const { caseId } = inTheMaking(own)
  for (const path of ['/', '/work', '/cases', `/cases/${caseId}`, '/sign-in', '/law', '/sign-out', '/api/drafts'])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await chen.asks(path, { method })
      expect([status, headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD, POST'])
    }
  const onEvidence = await chen.asks(`/api/cases/${caseId}/evidence`, { method: 'DELETE' })
  expect([onEvidence.status, onEvidence.headers.allow]).toEqual([405, 'GET, HEAD, POST, PUT'])
})
