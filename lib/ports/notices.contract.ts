import { beforeEach, describe, expect, it } from 'vitest'
import type { Reader, CaseWriter, Page, Rows } from './case-store.ts'
import type { DeskStore, Opened } from './desk-store.ts'
import { someone } from './lists.contract.ts'
import { afterActed, afterNotice } from './pages.ts'
import type { Entry } from '#lib/views/rows'
import { AT, caseTie, deed, entry, notice, sentCase, trackRow, trackTie } from './samples.ts'

const zhou = someone('zhou', ['bureau', 'approver'])
const chen = someone('chen', ['bureau', 'handler'])
const lin = someone('lin', ['bureau', 'handler'])
const gao = someone('gao', ['bureau', 'liaison'])
const ALL = { after: null, size: 99 }
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`

/** What people were told, what they did, and what nobody answered. */
export function noticesContract(engine: string, open: () => Promise<Reader & CaseWriter & DeskStore>): void {
  describe(`notices and acts on ${engine}`, () => {
    let store: Reader & CaseWriter & DeskStore
    beforeEach(async () => void (store = await open()))
    type Who = typeof zhou

    it('tells notices to a person or a seat, newest first, unread or all', async () => {
      const rows = sentCase('c1')
      const notices = [
        notice('n1', 'c1', { personId: 'chen', at: at(1) }),
        notice('n2', 'c1', { personId: '', unitId: 'bureau', post: 'handler', at: at(2) }),
        notice('n3', 'c1', { personId: '', unitId: 'bureau', post: 'approver', at: at(3) }),
        notice('n4', 'c1', { personId: 'lin', unitId: 'bureau', post: 'handler', at: at(4) }),
        notice('n5', 'c1', { personId: 'chen', at: at(2) }),
      ]
      await store.commit(deed('c1', { rows, notices }))
      const noticesOf = async (who: Who, unreadOnly = false, page: Page = ALL) =>
        (await store.listNotices(who, { unreadOnly }, page)).map(({ noticeId }) => noticeId)
      expect(await noticesOf(chen)).toEqual(['n5', 'n2', 'n1'])
      expect(await noticesOf(zhou)).toEqual(['n3'])
      expect(await noticesOf(lin)).toEqual(['n4', 'n2'])
      const [first] = await store.listNotices(chen, {}, { after: null, size: 1 })
      expect(first).toEqual({ ...notices[4], readAt: '', caseNo: '示社案〔2026〕c1号', title: rows.cases?.[0]?.title })
      expect(await noticesOf(chen, false, { after: first ? afterNotice(first) : null, size: 9 })).toEqual(['n2', 'n1'])
      await store.markRead('chen', ['n5', 'n2'], AT)
      await store.markRead('chen', ['n2'], at(9))
      expect(await noticesOf(chen, true)).toEqual(['n1'])
      expect((await store.listNotices(chen, {}, ALL)).map(({ readAt }) => readAt)).toEqual([AT, AT, ''])
      expect(await noticesOf(lin, true)).toEqual(['n4', 'n2']) // each reads for themselves
      expect(
        await Promise.all([
          store.countUnread(chen, 9),
          store.countUnread(lin, 9),
          store.countUnread(lin, 1),
          store.countUnread(someone('x'), 9),
        ]),
      ).toEqual([1, 2, 2, 0])
    })

    it('tells what the office tells, of no case (found J4)', async () => {
      const own = notice('n1', '', { personId: 'chen', code: 'password-set', at: at(2) })
      const liaisons = notice('n2', '', { personId: '', unitId: 'bureau', post: 'liaison', code: 'password-set', at: at(2) })
      await store.commit(deed('office', { stream: 'office', notices: [own, liaisons] }))
      await store.commit(deed('c1', { rows: sentCase('c1'), notices: [notice('n3', 'c1', { personId: 'chen', at: at(1) })] }))
      const noticesOf = async (who: Who) =>
        (await store.listNotices(who, {}, ALL)).map(({ noticeId, caseNo, title }) => [noticeId, caseNo, title])
      expect((await noticesOf(chen))[0]).toEqual(['n1', '', ''])
      expect(await noticesOf(chen)).toHaveLength(2)
      expect(await noticesOf(gao)).toEqual([['n2', '', '']])
      expect(await store.countUnread(gao, 9)).toBe(1)
    })

    it('finds one notice by its id, whoever it is for (found J13)', async () => {
      const one = notice('n1', 'c1', { personId: 'chen', trackId: 't1' })
      await store.commit(deed('c1', { rows: sentCase('c1'), notices: [one] }))
      expect([await store.readNotice('n1'), await store.readNotice('n2')]).toEqual([one, null])
    })

    it('keeps when somebody first opened a track or a notice, once for each arrival, and nothing sweeps it (found J13)', async () => {
      const opened = (personId: string, more: Partial<Opened> = {}): Opened => ({
        caseId: 'c1',
        trackId: 't1',
        seq: 9,
        noticeId: '',
        personId,
        unitId: 'police',
        post: 'intake',
        at: at(2),
        ...more,
      })
      await store.saveOpened(opened('hao', { at: at(3) }))
      await store.saveOpened(opened('hao', { at: at(4), post: 'handler' }))
      await store.saveOpened(opened('liu'))
      await store.saveOpened(opened('hao', { noticeId: 'n1', at: at(5) }))
      await store.saveOpened(opened('hao', { seq: 12, at: at(6) }))
      await store.saveOpened(opened('hao', { caseId: 'c2', trackId: 't2' }))
      await store.sweep(at(9))
      expect(await store.listOpened('c1')).toEqual([
        opened('liu'),
        opened('hao', { at: at(3) }),
        opened('hao', { noticeId: 'n1', at: at(5) }),
        opened('hao', { seq: 12, at: at(6) }),
      ])
      expect(await store.listOpened('c3')).toEqual([])
    })

    it('titles a notice as its reader may know the matter, and is silent to a subject', async () => {
      const rows: Rows = { ...sentCase('c1'), caseTies: [caseTie('c1', 'qian', 'subject')] }
      const seat = (noticeId: string, unitId: string, trackId = '') =>
        notice(noticeId, 'c1', { trackId, personId: '', unitId, post: 'liaison' })
      await store.commit(
        deed('c1', {
          rows,
          notices: [
            seat('own', 'bureau', 'c1-g'),
            seat('other', 'police', 'c1-g'),
            seat('superior', 'province'),
            seat('gone', 'police', 'no-track'),
          ],
        }),
      )
      const titles = async (who: Who) =>
        Object.fromEntries((await store.listNotices(who, {}, ALL)).map(({ noticeId, title }) => [noticeId, title]))
      const [caseTitle, trackTitle] = [rows.cases?.[0]?.title, rows.tracks?.[0]?.title]
      expect(await titles(gao)).toEqual({ own: caseTitle })
      expect(await titles(someone('ma', ['police', 'liaison']))).toEqual({ other: trackTitle, gone: '' })
      expect(await titles(someone('boss', ['province', 'liaison']))).toEqual({ superior: caseTitle })
      expect(await titles(someone('qian', ['bureau', 'liaison']))).toEqual({})
      expect(await store.countUnread(someone('qian', ['bureau', 'liaison']), 9)).toBe(0)
    })

    it('names a letter that was taken back by its number alone to those who had it, and to nobody else so (found A7)', async () => {
      const tracks = [trackRow('c1-g', 'c1', { phase: 'withdrawn', copiedId: 'watch' })]
      const ties = [trackTie('c1-g', 'c1', 'watch', 'copied'), trackTie('c1-g', 'c1', 'before', 'former')]
      const rows: Rows = { ...sentCase('c1'), tracks, trackTies: [trackTie('c1-g', 'c1', 'police'), ...ties] }
      const units = ['bureau', 'province', 'police', 'watch', 'before']
      const notices = units.map((unitId) => notice(unitId, 'c1', { trackId: 'c1-g', personId: '', unitId, post: 'liaison' }))
      await store.commit(deed('c1', { rows, notices }))
      const words = async (unitId: string) =>
        (await store.listNotices(someone('who', [unitId, 'liaison']), {}, ALL)).map(({ caseNo, title }) => [caseNo, title])
      const [letterNo, caseNo] = ['示社移〔2026〕26号', '示社案〔2026〕c1号']
      for (const unitId of ['police', 'watch', 'before']) expect(await words(unitId), unitId).toEqual([[letterNo, '']])
      expect(await words('bureau')).toEqual([[caseNo, rows.cases?.[0]?.title]])
      expect(await words('province')).toEqual([[caseNo, tracks[0]?.title]])
    })

    it('lists what a person did, one line for each case or track, newest first', async () => {
      const did = (caseId: string, seq: number, day: number, trackId = '', personId = 'chen') =>
        entry(caseId, seq, { recordedAt: at(day), trackId, personId })
      const entries = [did('c1', 1, 1), did('c1', 2, 2, 'c1-g'), did('c1', 3, 3), did('c1', 4, 9, '', 'lin'), did('c1', 5, 4, 'c1-g')]
      await store.commit(deed('c1', { rows: { ...sentCase('c1'), entries } }))
      await store.commit(deed('c2', { rows: { ...sentCase('c2'), caseTies: [], entries: [did('c2', 1, 5)] } }))
      await store.commit(deed('c3', { rows: { ...sentCase('c3'), entries: [did('c3', 1, 4)] } }))
      const acted = async (who: Who, page: Page = ALL) =>
        (await store.listActed(who.personId, who.cases, who.tracks, page)).map(({ caseId, seq }) => `${caseId}/${seq}`)
      expect(await acted(chen)).toEqual(['c3/1', 'c1/5', 'c1/3']) // no more of c2, which chen does not handle now
      const [first] = await store.listActed('chen', chen.cases, chen.tracks, { after: null, size: 1 })
      expect(await acted(chen, { after: first ? afterActed(first) : null, size: 1 })).toEqual(['c1/5'])
      expect(await acted(someone('chen', ['police', 'intake']))).toEqual(['c1/5'])
      expect(await acted(zhou)).toEqual([])
    })

    it('knows decisions that nobody has signed for, by when they were recorded, until the alarm', async () => {
      const decided = (caseId: string, more: readonly [Entry['type'], string][], row = {}) => {
        const acts = [['CaseFiled', at(5)] as const, ...more]
        const entries = acts.map(([type, recordedAt], i) =>
          entry(caseId, i + 1, { type, recordedAt, happenedAt: at(1), trackId: `${caseId}-g` }),
        )
        return deed(caseId, { rows: { tracks: [trackRow(`${caseId}-g`, caseId, { phase: 'filed', decidedAt: at(1), ...row })], entries } })
      }
      await store.commit(decided('c1', []))
      await store.commit(decided('c2', [['SilenceAlarmed', at(7)]]))
      await store.commit(decided('c3', [], { signedForAt: at(6) }))
      await store.commit(decided('c4', [], { phase: 'examining' }))
      expect(await store.listSilent(at(4))).toEqual([])
      expect(await store.listSilent(at(5))).toEqual([{ caseId: 'c1', trackId: 'c1-g' }])
    })

    it('knows the cases of which a stored file stands locked, until it is found whole (found J6)', async () => {
      const found = (caseId: string, ...types: readonly Entry['type'][]) =>
        deed(caseId, { rows: { ...sentCase(caseId), entries: types.map((type, i) => entry(caseId, i + 1, { type })) } })
      const [fault, whole] = ['FileFaultFound', 'FileFoundWhole'] as const
      await store.commit(found('c4', fault, 'EvidenceAdded'))
      await store.commit(found('c1', fault, fault, whole))
      await store.commit(found('c2', 'CaseRegistered'))
      await store.commit(found('c3', fault, whole))
      expect(await store.listFaulty()).toEqual(['c1', 'c4'])
    })
  })
}
