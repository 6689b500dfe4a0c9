import { caseStream } from '#lib/domain/stream'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reader, CaseWriter } from './case-store.ts'
import { someone } from './lists.contract.ts'
import { AT, caseRow, caseTie, deed, duty, entry, evidence, sentCase, trackRow, trackTie } from './samples.ts'

/** What becomes of the rows of a commit. */
export function rowsContract(engine: string, open: () => Promise<Reader & CaseWriter>): void {
  describe(`rows on ${engine}`, () => {
    let store: Reader & CaseWriter
    beforeEach(async () => void (store = await open()))
    const events = (streamId: string) => store.readEvents({ stream: 'case', streamId })

    it('gives back every row as it was given, money up to the largest', async () => {
      const rows = {
        ...sentCase('c1'),
        cases: [caseRow('c1', { amountFen: 999_999_999_999_999, title: 'O’Brien; "--" 𠮷某', sheet: '{"a":"\\n"}' })],
        evidence: [evidence('c1', 'e1')],
        entries: [entry('c1', 1)],
      }
      await store.commit(deed('c1', { rows, duties: [duty('d1', 'c1')] }))
      expect(await store.readCaseRow('c1')).toEqual(rows.cases[0])
      expect(await store.readTrackRow('c1-g')).toEqual(rows.tracks?.[0])
      expect(await store.listTracksOf('c1')).toEqual(rows.tracks)
      expect(await store.readEvidence('c1', 'e1')).toEqual(rows.evidence[0])
      expect(await store.listEntries(caseStream('c1'), {})).toEqual(rows.entries)
      expect(await store.listDutiesOf(caseStream('c1'))).toEqual([duty('d1', 'c1')])
    })

    it('finds a case and a track by the number they bear, whole and to the letter (found J13)', async () => {
      const tracks = [trackRow('t1', 'c1', { letterNo: '示人社移〔2026〕26号' })]
      await store.commit(deed('c1', { rows: { cases: [caseRow('c1')], tracks } }))
      await store.commit(deed('c2', { rows: { cases: [caseRow('c2')] } }))
      expect(await store.listNumbered('示社案〔2026〕c1号')).toEqual(['c1'])
      expect(await store.listNumbered('示人社移〔2026〕26号')).toEqual(['t1'])
      expect(await store.listNumbered('示人社移〔2026〕2')).toEqual([])
      expect(await store.listNumbered('%')).toEqual([])
    })

    it('says null of what is not there', async () => {
      expect(await store.readCaseRow('no')).toBeNull()
      expect(await store.readTrackRow('no')).toBeNull()
      expect(await store.readEvidence('no', 'no')).toBeNull()
      expect(await store.readIdempotencyKey('no', 'no')).toBeNull()
      expect(await events('no')).toEqual([])
    })

    it('takes out what is gone, duty, track or tie, and leaves those of others', async () => {
      const tracks = [trackRow('t1', 'c1', { phase: 'planned' }), trackRow('t2', 'c1', { phase: 'planned' })]
      const trackTies = [trackTie('t1', 'c1', 'police'), trackTie('t1', 'c1', 'police', 'former')]
      await store.commit(
        deed('c1', { rows: { tracks, trackTies, caseTies: [caseTie('c1', 'chen')] }, duties: [duty('d1', 'c1'), duty('d3', 'c1')] }),
      )
      await store.commit(deed('c2', { rows: { tracks: [trackRow('t3', 'c2')] }, duties: [duty('d2', 'c2')] }))
      const gone = { duties: [duty('d1', 'c1')], tracks: [trackRow('t1', 'c1')], trackTies, caseTies: [caseTie('c1', 'chen')] }
      const past = await events('c1')
      await store.commit(deed('c1', { past, gone, rows: { tracks: [trackRow('t2', 'c1')] }, duties: [duty('d3', 'c1', { code: 'send' })] }))
      expect(await store.listDutiesOf(caseStream('c1'))).toEqual([duty('d3', 'c1', { code: 'send' })])
      expect(await store.listDutiesOf(caseStream('c2'))).toHaveLength(1)
      expect(await store.listTracksOf('c1')).toEqual([trackRow('t2', 'c1')])
      expect(await store.listTracksOf('c2')).toHaveLength(1)
      expect(await store.countCases(someone('chen', ['bureau', 'handler']).cases, {}, 9)).toBe(0)
      await store.commit(deed('c1', { past: await events('c1') })) // a deed that changes none of them leaves them
      expect(await store.listDutiesOf(caseStream('c1'))).toHaveLength(1)
    })

    it('keeps what several streams have, each its own, also under one number', async () => {
      const of = { stream: 'office', streamId: 'o', caseId: '' } as const
      await store.commit(deed('c1', { rows: { entries: [entry('c1', 1)] }, duties: [duty('d1', 'c1')] }))
      await store.commit(deed('o', { stream: 'office', rows: { entries: [entry('', 1, of)] }, duties: [duty('d2', '', of)] }))
      expect(await store.listEntries(of, {})).toEqual([entry('', 1, of)])
      expect(await store.listDutiesOf(of)).toEqual([duty('d2', '', of)])
      expect(await store.listEntries(caseStream('c1'), {})).toEqual([entry('c1', 1)])
    })

    it('takes a row twice for a bug where a deed only adds, and for the same row else', async () => {
      await store.commit(deed('c1', { rows: { entries: [entry('c1', 1)], caseTies: [caseTie('c1', 'chen')] } }))
      const past = await events('c1')
      await expect(store.commit(deed('c1', { past, rows: { entries: [entry('c1', 1)] } }))).rejects.toThrow(/twice/)
      expect(await store.commit(deed('c1', { past, rows: { caseTies: [caseTie('c1', 'chen')] } }))).toBe('committed')
    })

    it('saves rows over those with the same key, and evidence of other items stays', async () => {
      await store.commit(
        deed('c1', { rows: { cases: [caseRow('c1')], evidence: [evidence('c1', 'e1'), evidence('c1', 'e2', { seq: 3 })] } }),
      )
      const voided = evidence('c1', 'e1', { voidedAt: AT, voidReason: '重复', voidedBy: 'chen' })
      const after = caseRow('c1', { title: '改过的名字', itemCount: 1, lastSeq: 2 })
      await store.commit(deed('c1', { past: await events('c1'), rows: { cases: [after], evidence: [voided] } }))
      expect(await store.readCaseRow('c1')).toEqual(after)
      expect(await store.listEvidence('c1')).toEqual([voided, evidence('c1', 'e2', { seq: 3 })])
    })

    it('lists entries newest first, of one track, of some kinds, so many', async () => {
      const entries = [
        entry('c1', 1),
        entry('c1', 2, { trackId: 't1', type: 'TransferSent' }),
        entry('c1', 10, { trackId: 't1', type: 'ReceiptSigned' }),
      ]
      await store.commit(deed('c1', { rows: { entries } }))
      const seqs = async (filter: Parameters<Reader['listEntries']>[1]) =>
        (await store.listEntries(caseStream('c1'), filter)).map(({ seq }) => seq)
      expect(await seqs({})).toEqual([10, 2, 1])
      expect(await seqs({ trackId: 't1' })).toEqual([10, 2])
      expect(await seqs({ types: ['TransferSent', 'CaseRegistered'] })).toEqual([2, 1])
      expect(await seqs({ limit: 1 })).toEqual([10])
      expect(await seqs({ types: [] })).toEqual([])
    })

    it('keeps the office: units, names, people, posts, directory', async () => {
      const unit = {
        unitId: 'u1',
        kind: 'bureau',
        name: '示例市社保局',
        nameEn: 'Bureau',
        code: '示社',
        division: '990102',
        superiorId: '',
        creditNo: '',
        onPaper: 0,
        from: '2020-01-01',
        to: '',
      } as const
      const person = { personId: 'p1', login: 'chen', name: '陈某', phone: '', from: '2020-01-01', leftOn: '' }
      const posts = [
        { postId: 'o1', personId: 'p1', unitId: 'u1', post: 'handler', from: '2020-01-01', to: '' },
        { postId: 'o2', personId: 'p2', unitId: 'u1', post: 'approver', from: '2020-01-01', to: '' },
      ] as const
      const unitNames = [{ unitId: 'u1', seq: 1, name: '示例市社保局', nameEn: 'Bureau', from: '2020-01-01', to: '' }]
      const directory = [
        { entryId: 'd1', division: '990102', unitId: 'u1', liaisonId: 'p1', deputyId: '', dutyPhone: '1', from: '2020-01-01', to: '' },
      ]
      const first = deed('office', { stream: 'office', rows: { units: [unit], persons: [person], posts, unitNames, directory } })
      await store.commit(first)
      await store.commit(deed('office', { stream: 'office', past: first.events, rows: { units: [{ ...unit, name: '新名' }] } }))
      expect(await store.listUnits()).toEqual([{ ...unit, name: '新名' }])
      expect(await store.listUnitNames()).toEqual(unitNames)
      expect(await store.listPersons()).toEqual([person])
      expect(await store.readPerson('p1')).toEqual(person)
      expect(await store.readPersonByLogin('chen')).toEqual(person)
      expect(await store.readPersonByLogin('chen%')).toBeNull()
      expect(await store.listPosts({})).toEqual(posts)
      expect(await store.listPosts({ personId: 'p1' })).toEqual([posts[0]])
      expect(await store.listPosts({ unitId: 'u1' })).toEqual(posts)
      expect(await store.listPosts({ unitId: 'u1', personId: 'p2' })).toEqual([posts[1]])
      expect(await store.listDirectory()).toEqual(directory)
    })
  })
}
