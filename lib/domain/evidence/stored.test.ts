import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  attempt,
  CHEN,
  CHIEF,
  CLOCK,
  DECISION,
  EXAMINING,
  FILLED,
  INTAKE,
  item,
  open,
  RECEIVED,
  send,
  SENT,
  play,
  type Step,
} from '../case/given.ts'
import type { CaseCommand } from '../case/commands.ts'
import { stageOf } from '../procedure/case-phases.ts'
import { preflight } from '../transfer/preflight.ts'
import { scanDigest } from '../transfer/scan.ts'
import { isLocked, storedFiles } from './stored.ts'

const SCAN = { sha256: 'ab'.repeat(32), blobId: 'scan-1', name: 'scan.pdf' }
const PAPER = { actedBy: '马某', paperNo: '乙公收〔2026〕9号', blobDigest: scanDigest(SCAN) }
const SIGN: CaseCommand = { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' }
const fault = (blobId: string): Step => ({ by: CLOCK, command: { type: 'FindFileFault', blobId, is: 'changed' } })
const whole = (blobId: string): Step => ({ by: CLOCK, command: { type: 'FindFileWhole', blobId } })
const more: Step = { by: CHEN, command: { type: 'AddEvidence', item: item(2) } }
const codeOf = (past: readonly Step[], step: Step): string => {
  const result = attempt(play(past), step)
  return result.ok ? 'ok' : result.refusal.code
}

describe('a stored file that is not as sealed', () => {
  it('is locked, by the item that names it, and no other file with it (found J6)', () => {
    const { state, events } = play([...FILLED, more, fault('b1')])
    expect(events.at(-1)?.event).toEqual({
      type: 'FileFaultFound',
      v: 1,
      file: { blobId: 'b1', itemId: 'i1', trackId: '', seq: 4 },
      is: 'changed',
    })
    expect(state && [isLocked(state, 'b1'), isLocked(state, 'b2'), isLocked(state, 'toString')]).toEqual([true, false, false])
  })

  it('is found once while it stands, however many read it, and anew after it was whole (found J6)', () => {
    expect(codeOf([...FILLED, fault('b1')], fault('b1'))).toBe('file.locked-already')
    expect(codeOf([...FILLED, fault('b1'), whole('b1')], fault('b1'))).toBe('ok')
  })

  it('is of this case, or nothing is found (found J6)', () => expect(codeOf(FILLED, fault('b9'))).toBe('file.not-of-case'))

  it('is unlocked only where it is locked, and the case is then as if it had never been (found J6)', () => {
    expect(codeOf(FILLED, whole('b1'))).toBe('file.not-locked')
    const [before, after] = [open(play(FILLED)), open(play([...FILLED, fault('b1'), whole('b1')]))]
    expect(JSON.stringify({ ...after, lastSeq: 0, lastAt: '' })).toBe(JSON.stringify({ ...before, lastSeq: 0, lastAt: '' }))
    const other = open(play([...FILLED, more, fault('b1'), fault('b2'), whole('b1')]))
    expect([isLocked(other, 'b1'), isLocked(other, 'b2')]).toEqual([false, true])
  })

  it('changes no section of the case: no open form, and no approval, is stale by it (found J6)', () => {
    const [before, after] = [open(play(APPROVED)), open(play([...APPROVED, fault('b1')]))]
    expect(after.sections).toEqual(before.sections)
    expect(stageOf(after)).toEqual(stageOf(before))
  })

  it('may be the paper of an act: a decision, or the scan of a receipt (found J6)', () => {
    const signed: Step[] = [...SENT, { by: CHEN, command: SIGN, onPaper: PAPER }]
    const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
    expect(storedFiles(play(signed).events).at(-1)).toEqual({ blobId: 'scan-1', sha256: SCAN.sha256, itemId: '', trackId: 't1', seq: 11 })
    expect(play([...signed, fault('scan-1')]).events.at(-1)?.event).toMatchObject({ file: { itemId: '', trackId: 't1', seq: 11 } })
    expect(play([...filed, fault('b9')]).events.at(-1)?.event).toMatchObject({ file: { itemId: '', trackId: 't1', seq: 13 } })
  })

  it('is one file, whichever events name it: the item, and the copy that was sent (found J6)', () =>
    expect(storedFiles(play(SENT).events).map(({ blobId, itemId, trackId, seq }) => [blobId, itemId, trackId, seq])).toEqual([
      ['b1', 'i1', '', 4],
    ]))
})

describe('what is locked', () => {
  const digests = (steps: readonly Step[], damaged: readonly string[] = []) => {
    const state = open(play(steps))
    const [track] = Object.values(state.tracks)
    return track && preflight(state, track, damaged).find(({ id }) => id === 'digests')
  }
  it('blocks the sending in which it would be, and no other (found J6)', () => {
    expect(digests([...APPROVED, fault('b1')])).toMatchObject({ is: 'block', code: 'transfer.damaged', count: 1 })
    expect(digests([...APPROVED, more, fault('b2')], ['i2'])).toMatchObject({ is: 'pass' })
    expect(codeOf([...APPROVED, fault('b1')], { by: CHEN, command: send('t1') })).toBe('transfer.damaged')
    expect(codeOf([...APPROVED, fault('b1'), whole('b1')], { by: CHEN, command: send('t1') })).toBe('ok')
    expect(codeOf([...APPROVED, more, fault('b2')], { by: CHEN, command: send('t1') })).toBe('ok')
  })

  it('is supplied to nobody, while the rest is (found J6)', () => {
    const supply = (itemIds: readonly string[]): Step => ({
      by: CHEN,
      command: { type: 'SendSupplement', trackId: 't1', itemIds, note: '' },
    })
    const past: Step[] = [...RECEIVED, more, { by: CHEN, command: { type: 'AddEvidence', item: item(3) } }, fault('b2')]
    expect(codeOf(past, supply(['i2', 'i3']))).toBe('evidence.locked')
    expect(codeOf(past, supply(['i3']))).toBe('ok')
  })

  it('is signed for by nobody, until it is whole (found J6)', () => {
    expect(codeOf([...SENT, fault('b1')], { by: INTAKE, command: SIGN })).toBe('transfer.damaged')
    expect(codeOf([...SENT, fault('b1'), whole('b1')], { by: INTAKE, command: SIGN })).toBe('ok')
    expect(codeOf([...SENT, more, fault('b2')], { by: INTAKE, command: SIGN })).toBe('ok')
  })

  it('can be voided, and brought in anew (found J6)', () => {
    const voided: Step[] = [...FILLED, fault('b1'), { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i1', reason: '存储损坏' } }]
    expect(codeOf(voided, { by: CHEN, command: { type: 'AddEvidence', item: { ...item(1), itemId: 'i9', blobId: 'b9' } } })).toBe('ok')
  })

  it('keeps nobody from anything else (found J6)', () => {
    expect(codeOf([...FILLED, fault('b1')], { by: CHEN, command: { type: 'RecordItems', items: [], readSeq: 0 } })).toBe('ok')
    expect(codeOf([...EXAMINING, fault('b1')], { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } })).toBe('ok')
  })
})
