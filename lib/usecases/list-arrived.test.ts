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
const PAGE = { after: null, size: 20 }

it('what is to be signed for is never a track that was only copied or passed on', async () => {
  const { read, asked } = listening()
  await arrivedFor(read, actor('yue', 'liaison', PROCURATORATE)).list('pending', PAGE)
  expect(asked).toEqual([
    { phases: ['sent'], scope: { personId: 'yue', recipientUnits: ['procuratorate'], handlerUnits: [], formerUnits: [], copiedUnits: [] } },
  ])
})
it('what was copied is asked for as such, in any phase', async () => {
  const { read, asked } = listening()
  await arrivedFor(read, actor('yue', 'liaison', PROCURATORATE)).list('copied', PAGE)
  expect(asked).toEqual([
    {
      phases: undefined,
      scope: { personId: 'yue', recipientUnits: [], handlerUnits: [], formerUnits: [], copiedUnits: ['procuratorate'] },
    },
  ])
})
it('a prosecutor for supervision has only what was copied; an intake officer has all', () => {
  const { read } = listening()
  expect(arrivedFor(read, actor('jian', 'supervisor', PROCURATORATE)).tabs).toEqual(['copied'])
  expect(arrivedFor(read, actor('hao', 'intake', POLICE)).tabs).toHaveLength(5)
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
  const listed = async (who: Actor, tab: 'passed' | 'examining') => (await arrivedFor(read, who).list(tab, PAGE)).rows
  const { snapshot, sent, legs } = open(played).tracks['t1'] as SentTrack // safe: it was sent
  const letter = { trackId: 't1', caseId: 'c1', bureauId: 'bureau', letterNo: snapshot.letterNo, title: snapshot.title }
  expect(await listed(actor('hao', 'intake', POLICE), 'passed')).toEqual([
    { ...letter, recipientId: '', phase: 'sent', fileCount: 1, arrivedAt: sent.at },
  ])
  expect(await listed(actor('lei', 'intake', OTHER_POLICE), 'examining')).toEqual([
    { ...letter, recipientId: OTHER_POLICE.unitId, phase: 'received', fileCount: 2, arrivedAt: legs[0]?.passedOn.at },
  ])
})
