import { describe, expect, it } from 'vitest'
import {
  actor,
  BUREAU,
  CHEN,
  COMMISSION,
  DECISION,
  INTAKE,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  RECEIVED,
  SENT,
  send,
  play,
  APPROVED,
  type Step,
} from '#lib/domain/case/given'
import type { Actor } from '#lib/domain/result'
import { scanDigest } from '#lib/domain/transfer/scan'
import type { Reader } from '#lib/ports/case-store'
import { caseViews } from '#lib/views/case-views'
import { readPaperAs } from './read-paper.ts'

const SCAN = { sha256: 'ab'.repeat(32), blobId: 'scan-1', name: 'scan.pdf' }
const PAPER = { actedBy: '马某', paperNo: '乙公收〔2026〕9号', blobDigest: scanDigest(SCAN) }
const SIGN: Step['command'] = { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' }
const ON_PAPER: readonly Step[] = [...SENT, { by: CHEN, command: SIGN, onPaper: PAPER }]
const RECEIPT = SENT.length + 1

function reader(steps: readonly Step[]): Reader {
  const { state, events } = play(steps)
  const { is: rows } = caseViews(events, null, state)
  const read: Pick<Reader, 'readTrackRow' | 'readCaseRow' | 'listEvidence' | 'listEntries'> = {
    readTrackRow: async (trackId) => rows.tracks.find((row) => row.trackId === trackId) ?? null,
    readCaseRow: async () => rows.cases[0] ?? null,
    listEvidence: async () => rows.evidence,
    listEntries: async (_caseId, { trackId }) => rows.entries.filter((entry) => entry.trackId === trackId),
  }
  return read as Reader // safe: a paper asks nothing else
}
const paperOf = async (steps: readonly Step[], who: Actor, seq: number) => (await readPaperAs(reader(steps), who, 't1', seq))?.file ?? null

describe('the scan of what was recorded from paper', () => {
  it.each([
    ['an officer of the case', actor('chen', 'handler')],
    ['the head', actor('wang', 'approver')],
    ['the body it speaks of', actor('hao', 'intake', POLICE)],
  ])('is there for %s', async (_who, who) => expect(await paperOf(ON_PAPER, who, RECEIPT)).toEqual(SCAN))
  it.each([
    ['a body that is only copied', actor('guan', 'intake', PROCURATORATE)],
    ['the superior, who sees status', actor('tao', 'approver', { unitId: 'league', kind: 'bureau' })],
    ['another bureau', actor('gao', 'handler', { unitId: 'bing', kind: 'bureau' })],
    ['a colleague', actor('sun', 'handler', BUREAU)],
  ])('is not for %s', async (_who, who) => expect(await paperOf(ON_PAPER, who, RECEIPT)).toBeNull())
  it('is none where the act was done here', async () => expect(await paperOf(RECEIVED, actor('chen', 'handler'), RECEIPT)).toBeNull())
})

describe('a decision’s paper', () => {
  const DECIDED: readonly Step[] = [
    ...RECEIVED,
    { by: { personId: 'liu', unitId: 'police', post: 'handler' }, command: { type: 'OpenExamination', trackId: 't1' } },
    { by: { personId: 'ma', unitId: 'police', post: 'approver' }, command: { type: 'FileCase', trackId: 't1', decision: DECISION } },
  ]
  it('is also for the copied procuratorate', async () =>
    expect(await paperOf(DECIDED, actor('guan', 'supervisor', PROCURATORATE), DECIDED.length)).toEqual(DECISION.document))
})

describe('after passing on', () => {
  const PASSED: readonly Step[] = [
    ...ON_PAPER,
    { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '管辖' } },
    { by: CHEN, command: SIGN, onPaper: PAPER },
  ]
  it('the first body keeps its own papers and sees none of the next one’s', async () => {
    const hao = actor('hao', 'intake', POLICE)
    expect(await paperOf(PASSED, hao, RECEIPT)).toEqual(SCAN)
    expect(await paperOf(PASSED, hao, PASSED.length)).toBeNull()
  })
  it('the next body sees both', async () => {
    const lei = actor('lei', 'intake', OTHER_POLICE)
    expect(await Promise.all([RECEIPT, PASSED.length].map((seq) => paperOf(PASSED, lei, seq)))).toEqual([SCAN, SCAN])
  })
})

it('a body of another track reads no paper of this one', async () => {
  const two = APPROVED.map((step): Step =>
    step.command.type === 'WriteReport'
      ? {
          ...step,
          command: {
            ...step.command,
            report: {
              ...step.command.report,
              tracks: [
                plan({ facts: '一', law: '一' }),
                plan({
                  trackId: 't2',
                  to: COMMISSION,
                  copyTo: null,
                  facts: '二',
                  law: '二',
                  route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '' },
                }),
              ],
            },
          },
        }
      : step,
  )
  const both: readonly Step[] = [
    ...two,
    { by: CHEN, command: send('t1') },
    { by: CHEN, command: send('t2') },
    { by: CHEN, command: SIGN, onPaper: PAPER },
  ]
  expect(await paperOf(both, actor('qu', 'intake', COMMISSION), both.length)).toBeNull()
  expect(await paperOf(both, actor('hao', 'intake', POLICE), both.length)).toEqual(SCAN)
})
