import { describe, expect, it } from 'vitest'
import {
  actor,
  BUREAU,
  CHEN,
  INTAKE,
  open,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  report,
  send,
  SENT,
  play,
  WANG,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import type { Actor } from '#lib/domain/result'
import { scanDigest } from '#lib/domain/transfer/scan'
import { isSent } from '#lib/domain/transfer/state'
import { memoryStore } from '#lib/ports/case-store.memory'
import { deed } from '#lib/ports/samples'
import { caseViews } from '#lib/views/case-views'
import { arrivedFor } from './list-arrived.ts'
import { listActed, listEndedTracks } from './list-handled.ts'
import { listNotices } from './list-notices.ts'
import { readTombstoneAs, readTrackAs } from './read-case.ts'
import { readPaperAs } from './read-paper.ts'
import { worklistOf } from './worklist.ts'

const NOW = '2026-11-25T06:20:00.000Z'
const ALL = { after: null, size: 99 }
const PAPER = {
  actedBy: '马某签',
  paperNo: '乙公收〔2026〕9号',
  blobDigest: scanDigest({ sha256: 'ab'.repeat(32), blobId: 'scan-1', name: 'scan.pdf' }),
}
const SIGN: Step['command'] = { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '银鸥备注' }
const urge = (text: string): Step => ({
  by: CHEN,
  command: { type: 'Urge', trackId: 't1', toUnitId: OTHER_POLICE.unitId, toPost: 'intake', text },
})
/** Signed for by the first body, on paper, and passed on by it; a reminder, and then the sender takes all of it back and reminds once more. */
const SIGNED: readonly Step[] = [...SENT, { by: CHEN, command: SIGN, onPaper: PAPER }]
const PASSED: readonly Step[] = [
  ...SIGNED,
  {
    by: INTAKE,
    command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: PROCURATORATE, reason: '银鸥事由' },
    at: '2026-11-25T01:00:00.000Z',
  },
  urge('银鸥催办'),
]
const RECALL: Step = { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '银鸥撤回' } }
const RECALLED: readonly Step[] = [...PASSED, RECALL, urge('银鸥再催')]
/** What is said in it: of people, of facts, of money, in passing. (What is said of the unit's own name or number is no secret.) */
const WORDS = ['赵某祥', '虚列死亡', '"fraud"', 'FD1', '2680000', '材料1', '银鸥', '马某签', '事实', '法律"']

const HAD_IT: readonly (readonly [string, Actor])[] = [
  ['the recipient', actor('lei', 'intake', OTHER_POLICE)],
  ['the body before', actor('hao', 'intake', POLICE)],
  ['the copied body', actor('jian', 'supervisor', PROCURATORATE)],
]
const others: readonly (readonly [string, Actor])[] = [
  ['another bureau', actor('gao', 'handler', { unitId: 'bing', kind: 'bureau' })],
  ['police of elsewhere', actor('old', 'intake', { ...POLICE, unitId: 'police-9' })],
  ['an officer of the body with no post that receives', actor('jw', 'reviewer', OTHER_POLICE)],
]

async function storeOf(steps: readonly Step[]) {
  const { state, events } = play(steps)
  const store = memoryStore()
  const { is, notices } = caseViews(events, null, state)
  await store.commit(deed('c1', { rows: is, notices }))
  return store
}
/** All that lists tell somebody of the case. */
async function noticesTo(steps: readonly Step[], who: Actor) {
  const read = await storeOf(steps)
  const arrived = arrivedFor(read, who, '2026-11-25T00:00:00.000Z')
  const worklist = worklistOf(read, who, NOW)
  return {
    notices: (await listNotices(read, who, { unreadOnly: false }, ALL)).rows,
    acted: (await listActed(read, who, ALL)).rows,
    ended: (await listEndedTracks(read, who, ALL)).rows,
    arrived: (await Promise.all(arrived.tabs.map(async (tab) => (await arrived.list(tab, ALL)).rows))).flat(),
    owed: (await Promise.all((['mine', 'waiting'] as const).map(async (side) => (await worklist.list({ side }, null, ALL)).rows))).flat(),
  }
}
const said = (answer: unknown): string[] => WORDS.filter((word) => JSON.stringify(answer).includes(word))

describe('a letter that was taken back', () => {
  it.each(HAD_IT)('is a stone to %s: number, when it was sent, when and by which unit it was withdrawn (found A7)', async (_who, who) => {
    const state = open(play(RECALLED))
    const track = state.tracks['t1']
    if (!track || !isSent(track) || track.phase !== 'withdrawn') throw new Error('withdrawn')
    const read = await storeOf(RECALLED)
    expect(await readTrackAs(read, who, 't1')).toBeNull()
    expect(await readTombstoneAs(read, who, 't1')).toEqual({
      caseId: 'c1', // for the access log; no page shows it
      letterNo: track.snapshot.letterNo,
      sentAt: track.sent.at,
      withdrawnAt: track.withdrawn.at,
      unitId: BUREAU.unitId,
    })
  })
  it.each(HAD_IT)('was told in every list to %s before, and no list tells a word of it after (found A7)', async (_who, who) => {
    expect(said(await noticesTo(PASSED, who))).toContain('赵某祥')
    const notices = await noticesTo(RECALLED, who)
    expect(said(notices)).toEqual([])
    expect(notices.owed).toEqual([])
    expect(notices.arrived).toHaveLength(1)
    const { letterNo } = notices.arrived[0] ?? { letterNo: '' }
    expect(letterNo).not.toBe('')
    expect(notices.notices.map(({ reads, caseNo, title, about }) => [reads, caseNo, title, about])).toEqual(
      notices.notices.map(() => ['tombstone', letterNo, '', '{}']),
    )
    expect(notices.notices.map(({ code }) => code)).toContain(who.personId === 'hao' ? 'paper-recorded' : 'transfer-withdrawn')
  })
  it('stays in the list of what its former body did, by number and state (found J5)', async () => {
    const { acted } = await noticesTo(RECALLED, actor('hao', 'intake', POLICE))
    expect(acted).toEqual([
      expect.objectContaining({ type: 'TransferPassedOn', phase: 'withdrawn', title: '', detail: '{}', onPaper: '', asRecipient: 1 }),
    ])
    expect(acted[0]?.caseNo).toMatch(/移〔2026〕26号/)
  })
  it('keeps its papers from the body they speak of, which read them before (found J5)', async () => {
    const hao = actor('hao', 'intake', POLICE)
    expect(await readPaperAs(await storeOf(PASSED), hao, 't1', SIGNED.length)).not.toBeNull()
    expect(await readPaperAs(await storeOf(RECALLED), hao, 't1', SIGNED.length)).toBeNull()
    expect(await readPaperAs(await storeOf(RECALLED), actor('chen', 'handler'), 't1', SIGNED.length)).not.toBeNull()
  })
  it.each(others)('is nothing to %s (found J5)', async (_who, who) => {
    const read = await storeOf(RECALLED)
    expect([await readTrackAs(read, who, 't1'), await readTombstoneAs(read, who, 't1')]).toEqual([null, null])
    expect(Object.values(await noticesTo(RECALLED, who)).flat()).toEqual([])
  })
  it('is no stone while it stands, nor to its sender, who reads all as before', async () => {
    expect(await readTombstoneAs(await storeOf(PASSED), actor('lei', 'intake', OTHER_POLICE), 't1')).toBeNull()
    const chen = actor('chen', 'handler')
    expect(await readTombstoneAs(await storeOf(RECALLED), chen, 't1')).toBeNull()
    const { notices, acted } = await noticesTo(RECALLED, chen)
    expect(notices.every(({ title, caseNo }) => title === '赵某祥案' && !caseNo.includes('移'))).toBe(true)
    expect(acted.every(({ title }) => title === '赵某祥案')).toBe(true)
  })
  it('is readable again once it is sent anew, to whom it is sent then', async () => {
    const second: readonly Step[] = [...SENT, RECALL, { by: CHEN, command: send('t1') }]
    const hao = actor('hao', 'intake', POLICE)
    expect((await readTrackAs(await storeOf(second), hao, 't1'))?.sealed.track.phase).toBe('sent')
    expect(said(await noticesTo(second, hao))).toContain('赵某祥')
  })
})

it('what somebody typed in a reminder is no more read by a body once the case is planned for another (found J5)', async () => {
  const reminded: readonly Step[] = [
    ...SENT,
    { by: CHEN, command: { type: 'Urge', trackId: 't1', toUnitId: POLICE.unitId, toPost: 'intake', text: '银鸥催办' } },
  ]
  const back: readonly Step[] = [...reminded, RECALL, { by: CHEN, command: { type: 'WithdrawReport', reason: '改变受理机关' } }]
  const elsewhere: Step = {
    by: CHEN,
    command: { type: 'WriteReport', report: report(plan({ to: OTHER_POLICE, copyTo: null })), readSeq: sectionOf(back) },
  }
  const written = [...back, elsewhere]
  const readAt = sectionOf(written)
  const approved: readonly Step[] = [
    ...written,
    { by: ZHOU, command: { type: 'ConfirmReport', readSeq: readAt } },
    { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: BUREAU.unitId, readSeq: readAt } },
  ]
  const decided: Step = { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: open(play(approved)).sections.review } }
  const hao = actor('hao', 'intake', POLICE)
  expect(said(await noticesTo(reminded, hao))).toContain('银鸥')
  const notices = await noticesTo([...approved, decided], hao)
  expect(notices.notices.map(({ reads }) => reads)).toEqual(notices.notices.map(() => 'nothing'))
  expect(notices.notices.map(({ code }) => code)).toContain('urged')
  expect(said(notices.notices.map(({ about }) => about))).toEqual([])
})
const sectionOf = (steps: readonly Step[]): number => open(play(steps)).sections.report
