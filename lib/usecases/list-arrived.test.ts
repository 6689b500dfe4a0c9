import { expect, it } from 'vitest'
import { actor, POLICE, PROCURATORATE } from '#lib/domain/case/given'
import type { TrackScope } from '#lib/domain/policy/scope'
import type { CaseReader } from '#lib/ports/case-store'
import { arrivedFor } from './list-arrived.ts'

/** Remembers what was asked for. */
function listening(): { read: CaseReader; asked: { scope: TrackScope; phases: readonly string[] | undefined }[] } {
  const asked: { scope: TrackScope; phases: readonly string[] | undefined }[] = []
  const read: Pick<CaseReader, 'listTracks'> = {
    listTracks: async (scope, { phases }) => {
      asked.push({ scope, phases })
      return []
    },
  }
  return { asked, read: read as CaseReader } // safe: a list asks nothing else
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
