import { beforeEach, describe, expect, it } from 'vitest'
import { actor, POLICE, PROCURATORATE } from '#lib/domain/case/given'
import type { Post } from '#lib/domain/result'
import { memoryStore } from '#lib/ports/case-store.memory'
import { deed, notice } from '#lib/ports/samples'
import { listOpenings, openNotice } from './opened.ts'

const at = (minute: number): string => `2026-11-24T06:${String(minute).padStart(2, '0')}:00.000Z`
const CHEN = actor('chen', 'handler')
const HAO = actor('hao', 'intake', POLICE)
const TRACK = { caseId: 'c1', trackId: 't1', sent: { seq: 9 } } as Parameters<typeof listOpenings>[2] // safe: of a track's sending no more is asked

let store: ReturnType<typeof memoryStore>
beforeEach(() => void (store = memoryStore()))
const opens = (
  personId: string,
  unitId: string,
  post: Post,
  minute: number,
  more: { seq?: number; noticeId?: string; trackId?: string } = {},
) => store.saveOpened({ caseId: 'c1', trackId: 't1', seq: 9, noticeId: '', personId, unitId, post, at: at(minute), ...more })

describe('who opened it (found J13)', () => {
  it('is told of the other side by unit, post and time, and of one’s own people by name', async () => {
    await opens('hao', 'police', 'intake', 1)
    await opens('hao', 'police', 'intake', 2, { noticeId: 'n1' })
    await opens('lan', 'police', 'intake', 3)
    await opens('liu', 'police', 'handler', 4)
    await opens('chen', 'bureau', 'handler', 5, { noticeId: 'n2', seq: 10 })
    await opens('chen', 'bureau', 'handler', 6, { noticeId: 'n3', seq: 11 })
    expect(await listOpenings(store, CHEN, TRACK)).toEqual([
      { unitId: 'police', post: 'intake', personId: null, letterAt: at(1), noticeAt: at(2), notices: 1 },
      { unitId: 'police', post: 'handler', personId: null, letterAt: at(4), noticeAt: '', notices: 0 },
      { unitId: 'bureau', post: 'handler', personId: 'chen', letterAt: '', noticeAt: at(5), notices: 2 },
    ])
    const ofPolice = await listOpenings(store, HAO, TRACK)
    expect(ofPolice.map(({ personId }) => personId)).toEqual(['hao', 'lan', 'liu', null])
    expect(JSON.stringify(ofPolice)).not.toContain('chen')
  })

  it('is not told of units that a reader may not know of, nor of another track', async () => {
    await opens('hao', 'police', 'intake', 1)
    await opens('jian', 'procuratorate', 'supervisor', 2)
    await opens('qu', 'commission', 'intake', 3, { trackId: 't2' })
    const copied = actor('jian', 'supervisor', PROCURATORATE)
    expect((await listOpenings(store, copied, TRACK, new Set(['procuratorate']))).map(({ personId }) => personId)).toEqual(['jian'])
    expect((await listOpenings(store, CHEN, TRACK)).map(({ unitId }) => unitId)).toEqual(['police', 'procuratorate'])
  })

  it('speaks of the letter as it was sent last: what was taken back and sent again is not opened yet', async () => {
    await opens('hao', 'police', 'intake', 1, { seq: 7 })
    expect(await listOpenings(store, CHEN, TRACK)).toEqual([])
    await opens('hao', 'police', 'intake', 2)
    expect((await listOpenings(store, CHEN, TRACK)).map(({ letterAt }) => letterAt)).toEqual([at(2)])
  })
})

describe('opening a notice (found J13)', () => {
  const NOTICES = [
    notice('seat', 'c1', { trackId: 't1', seq: 9, personId: '', unitId: 'police', post: 'intake' }),
    notice('person', 'c1', { trackId: 't1', seq: 10, personId: 'chen', unitId: '', post: '' }),
    notice('inside', 'c1', { trackId: '', seq: 3, personId: 'chen', unitId: '', post: '' }),
  ]
  beforeEach(async () => void (await store.commit(deed('c1', { notices: NOTICES }))))
  const opened = async () =>
    (await store.listOpened('c1')).map(({ noticeId, personId, unitId, post }) => [noticeId, personId, unitId, post])

  it('is kept under the post or as the person that it told', async () => {
    await openNotice({ read: store, desk: store }, HAO, 'seat', at(1))
    await openNotice({ read: store, desk: store }, CHEN, 'person', at(2))
    expect(await opened()).toEqual([
      ['seat', 'hao', 'police', 'intake'],
      ['person', 'chen', 'bureau', 'handler'],
    ])
  })
  it.each([
    ['told to another post', CHEN, 'seat'],
    ['told to another person', HAO, 'person'],
    ['of no track', CHEN, 'inside'],
    ['that is not there', CHEN, 'no'],
  ])('is not, of one %s', async (_what, who, noticeId) => {
    await openNotice({ read: store, desk: store }, who, noticeId, at(1))
    expect(await opened()).toEqual([])
  })
})
