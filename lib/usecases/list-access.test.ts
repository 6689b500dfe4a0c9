import { beforeEach, describe, expect, it } from 'vitest'
import { entry } from '#lib/ports/access-log.contract'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import { memoryStore } from '#lib/ports/case-store.memory'
import { caseRow, deed, trackRow } from '#lib/ports/samples'
import { listAccess } from './list-access.ts'

const person = (personId: string, login: string, name: string) => ({ personId, login, name, phone: '', from: '2026-01-01', leftOn: '' })
const ALL = { person: '', object: '' }
const PAGE = { after: null, size: 20 }
let reader: Parameters<typeof listAccess>[0]
beforeEach(async () => {
  const read = memoryStore()
  const persons = [person('p-chen', 'chen', '陈敏'), person('p-chenli', 'chenli', '陈莉'), person('p-hao', 'hao', '郝强')]
  await read.commit(deed('office', { stream: 'office', rows: { persons } }))
  const tracks = [trackRow('t1', 'c1', { letterNo: '示人社移〔2026〕7号' })]
  await read.commit(deed('c1', { rows: { cases: [caseRow('c1', { caseNo: '示社案〔2026〕26号' })], tracks } }))
  const log = memoryAccessLog()
  await log.append([
    entry('p-chen', { caseId: 'c1' }),
    entry('p-chenli', { caseId: 'c2' }),
    entry('p-hao', { caseId: 'c1', trackId: 't1', what: 'track' }),
    entry('', { kind: 'sign-in', what: '', caseId: '', result: 'failed' }),
  ])
  reader = { log, read }
})
const found = async (wanted: Partial<Parameters<typeof listAccess>[1]>) =>
  (await listAccess(reader, { ...ALL, ...wanted }, PAGE)).rows.map(({ personId }) => personId)

describe('the access log is searched (found J13)', () => {
  it.each([
    ['by a user name, exactly', { person: 'chen' }, ['p-chen']],
    ['by part of a name', { person: '陈' }, ['p-chenli', 'p-chen']],
    ['by a name in full width', { person: 'ＨＡＯ' }, ['p-hao']],
    ['by an id', { person: 'p-hao' }, ['p-hao']],
    ['for nobody of that name', { person: '王' }, []],
    ['by the number of a case, with all its tracks', { object: '示社案〔2026〕26号' }, ['p-hao', 'p-chen']],
    ['by another spelling of it', { object: ' 示社案(2026) 026号' }, ['p-hao', 'p-chen']],
    ['by the number of a letter', { object: '示人社移〔2026〕7号' }, ['p-hao']],
    ['by an id of a case', { object: 'c2' }, ['p-chenli']],
    ['by a number that nothing bears', { object: '示社案〔2026〕27号' }, []],
    ['by person and object', { person: 'hao', object: 't1' }, ['p-hao']],
    ['by what came of it', { result: 'failed' }, ['']],
  ] as const)('%s', async (_how, wanted, persons) => expect(await found(wanted)).toEqual(persons))

  it('page by page, and says where the next begins', async () => {
    const first = await listAccess(reader, ALL, { after: null, size: 3 })
    expect([first.rows.length, first.next]).toEqual([3, 2])
    expect(await listAccess(reader, ALL, { after: first.next, size: 3 })).toMatchObject({ rows: [{ n: 1 }], next: null })
  })
})
