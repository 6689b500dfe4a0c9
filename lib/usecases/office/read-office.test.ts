import { describe, expect, it } from 'vitest'
import type { Reader } from '#lib/ports/case-store'
import type { PersonRow, PostRow, UnitRow } from '#lib/views/office-rows'
import { listBodies, listPeople } from './read-office.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const unit = (unitId: string, name: string, code: string): UnitRow => ({
  unitId,
  name,
  nameEn: '',
  code,
  kind: 'bureau',
  division: '159921',
  superiorId: '',
  creditNo: '',
  onPaper: 0,
  from: '2020-01-01',
  to: '',
})
const person = (login: string, name: string, leftOn = ''): PersonRow => ({
  personId: login,
  login,
  name,
  phone: '',
  from: '2020-01-01',
  leftOn,
})
const post = (personId: string, unitId: string, to = ''): PostRow => ({
  postId: `${personId}-${unitId}`,
  personId,
  unitId,
  post: 'handler',
  from: '2020-01-01',
  to,
})
const reader = {
  listUnits: async () => [unit('b', '乙旗人社局', '乙人社'), unit('a', '丙县人社局', '丙人社')],
  listPersons: async () => [
    person('gone', '离某', '2025-01-01'),
    person('sun', '孙丽'),
    person('chen', '陈敏'),
    person('earlier', '旧某', '2024-01-01'),
  ],
  listPosts: async () => [post('chen', 'b'), post('sun', 'a'), post('gone', 'b'), post('chen', 'a', '2024-01-01')],
} as Pick<Reader, 'listUnits' | 'listPersons' | 'listPosts'> as Reader // safe: the lists ask nothing else
const ALL = { text: '', after: null, size: 20 }
const people = async (wanted: Partial<typeof ALL>) => {
  const { rows, count } = await listPeople(reader, NOW, { ...ALL, ...wanted })
  return { logins: rows.map((row) => row.person.login), count }
}

describe('the lists of administration', () => {
  it('show those who work here first, then those who left, each with the posts of the day', async () => {
    expect(await people({})).toEqual({ logins: ['chen', 'sun', 'earlier', 'gone'], count: 4 })
    const { rows } = await listPeople(reader, NOW, ALL)
    expect(rows.map(({ posts }) => posts.map((held) => held.unit.name))).toEqual([['乙旗人社局'], ['丙县人社局'], [], []])
  })

  it.each([
    ['陈', ['chen']],
    ['CHEN', ['chen']],
    ['丙县', ['sun']],
    ['谁', []],
  ])('find %s by name, user name or unit', async (text, logins) => expect(await people({ text })).toEqual({ logins, count: logins.length }))

  it('are read page by page by key, and lose nobody', async () => {
    const seen: string[] = []
    for (let after: typeof ALL.after | { key: string; id: string } = null, page = 0; page < 4; page++) {
      const { rows, next } = await listPeople(reader, NOW, { text: '', after, size: 1 })
      seen.push(...rows.map((row) => row.person.login))
      after = next
    }
    expect(seen).toEqual(['chen', 'sun', 'earlier', 'gone'])
  })

  it('show bodies by code', async () => {
    expect((await listBodies(reader, ALL)).rows.map(({ unitId }) => unitId)).toEqual(['a', 'b'])
    expect((await listBodies(reader, { ...ALL, text: '乙人' })).rows.map(({ unitId }) => unitId)).toEqual(['b'])
  })
})
