import { expect, it } from 'vitest'
import { actor, CHEN, INTAKE, item, open, OTHER_POLICE, POLICE, PROCURATORATE, RECEIVED, play, type Step } from '#lib/domain/case/given'
import type { TrackScope } from '#lib/domain/policy/scope'
import type { Actor } from '#lib/domain/result'
import type { SentTrack } from '#lib/domain/transfer/state'
import type { Reader } from '#lib/ports/case-store'
import { memoryStore } from '#lib/ports/case-store.memory'
import { deed } from '#lib/ports/samples'
import { caseViews } from '#lib/views/case-views'
import { arrivedFor } from './list-arrived.ts'

/** Remembers what was asked for. */
function listening(): { read: Reader; asked: { scope: TrackScope; phases: readonly string[] | undefined }[] } {
  const asked: { scope: TrackScope; phases: readonly string[] | undefined }[] = []
  const read: Pick<Reader, 'listTracks'> = {
    listTracks: async (scope, { phases }) => {
      asked.push({ scope, phases })
      return []
    },
  }
  return { asked, read: read as Reader } // safe: a list asks nothing else
}
const NOW = '2026-11-25T00:00:00.000Z'
const PAGE = { after: null, size: 20 }

it('what is to be signed for is never a track that was only copied or passed on', async () => {
  const { read, asked } = listening()
  await arrivedFor(read, actor('yue', 'liaison', PROCURATORATE), NOW).list('pending', PAGE)
  expect(asked).toEqual([
    { phases: ['sent'], scope: { personId: 'yue', recipientUnits: ['procuratorate'], handlerUnits: [], formerUnits: [], copiedUnits: [] } },
  ])
})
it('what was copied is asked for as such, in any phase', async () => {
  const { read, asked } = listening()
  await arrivedFor(read, actor('yue', 'liaison', PROCURATORATE), NOW).list('copied', PAGE)
  expect(asked).toEqual([
    {
      phases: undefined,
      scope: { personId: 'yue', recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: ['procuratorate'] },
    },
  ])
})
it('refusals are asked for among what was copied, in the phases in which one stands (found C4)', async () => {
  const { read, asked } = listening()
  await arrivedFor(read, actor('jian', 'supervisor', PROCURATORATE), NOW).list('refused', PAGE)
  expect(asked).toEqual([
    {
      phases: ['not-filed', 'reconsidering', 'upheld', 'in-supervision', 'ordered', 'reasons-accepted'],
      scope: { personId: 'jian', recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: ['procuratorate'] },
    },
  ])
})
it('a prosecutor for supervision has refusals and delays first, then what was copied; an intake officer has all (found C4)', () => {
  const { read } = listening()
  expect(arrivedFor(read, actor('jian', 'supervisor', PROCURATORATE), NOW).tabs).toEqual(['refused', 'overdue', 'copied'])
  expect(arrivedFor(read, actor('yue', 'intake', PROCURATORATE), NOW).tabs, 'of no other post there').toHaveLength(5)
  expect(arrivedFor(read, actor('hao', 'intake', POLICE), NOW).tabs).toHaveLength(5)
})

it('a body that passed a letter on sees what it had of it, and not how far the next one is', async () => {
  const steps: readonly Step[] = [
    ...RECEIVED,
    { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '管辖' } },
    {
      by: { ...INTAKE, unitId: OTHER_POLICE.unitId },
      command: { type: 'SignReceipt', trackId: 't1', code: '丙公', damaged: [], remarks: '' },
    },
    { by: CHEN, command: { type: 'AddEvidence', item: item(2) } },
    { by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: ['i2'], note: '' } },
  ]
  const played = play(steps)
  const read = memoryStore()
  await read.commit(deed('c1', { rows: caseViews(played.events, null, open(played)).is }))
  const listed = async (who: Actor, tab: 'passed' | 'examining') => (await arrivedFor(read, who, NOW).list(tab, PAGE)).rows
  const { snapshot, sent, legs } = open(played).tracks['t1'] as SentTrack // safe: it was sent
  const letter = { trackId: 't1', caseId: 'c1', bureauId: 'bureau', letterNo: snapshot.letterNo, title: snapshot.title }
  expect(await listed(actor('hao', 'intake', POLICE), 'passed')).toEqual([
    { ...letter, recipientId: '', phase: 'sent', fileCount: 1, arrivedAt: sent.at },
  ])
  expect(await listed(actor('lei', 'intake', OTHER_POLICE), 'examining')).toEqual([
    { ...letter, recipientId: OTHER_POLICE.unitId, phase: 'received', fileCount: 2, arrivedAt: legs[0]?.passedOn.at },
  ])
})
