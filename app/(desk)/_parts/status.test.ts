import { expect, it } from 'vitest'
import { open, play, RECEIVED, SENT, SUBMITTED, WRITTEN, type Step } from '#lib/domain/case/given'
import { FILED, NOT_FILED, PROPOSED, UPHELD } from '#lib/domain/case/given-stages'
import { messagesOf } from '#lib/i18n/messages'
import { caseStatus } from '#lib/views/case-status'
import { caseStatuses, statusesOf, trackStatus } from './status.ts'

const t = messagesOf('zh-CN')
const name = ({ name: called }: Readonly<{ name: string }>): string => called
const STORIES: readonly (readonly [string, readonly Step[], string])[] = [
  ['written', WRITTEN, '调查中'],
  ['submitted', SUBMITTED, '待审批'],
  ['sent', SENT, '已移送，待签收'],
  ['signed for', RECEIVED, '已签收'],
  ['filed', FILED, '已立案'],
  ['not filed', NOT_FILED, '不予立案'],
  ['upheld', UPHELD, '复议维持'],
  ['under supervision', PROPOSED, '立案监督中'],
]

it.each(STORIES)('a case that is %s stands the same in every list and on its own page (found A6)', (_how, steps) => {
  const state = open(play(steps))
  const status = caseStatus(state)
  const ofCase = caseStatuses(t, status, name).map(({ word }) => word)
  expect(statusesOf(t, status, '', name).map(({ word }) => word)).toEqual(ofCase)
  for (const { trackId, phase } of Object.values(state.tracks)) {
    const ofTrack = statusesOf(t, status, trackId, name).map(({ word }) => word)
    expect(ofTrack).toEqual([trackStatus(t, phase).word])
    expect(ofTrack, 'with one track the case says what its track says').toEqual(ofCase)
  }
})
it.each(STORIES)('a case that is %s says so by its word (found A6)', (_how, steps, word) =>
  expect(caseStatuses(t, caseStatus(open(play(steps))), name).map((one) => one.word)).toEqual([word]),
)
