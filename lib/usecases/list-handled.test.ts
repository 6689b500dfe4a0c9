import { expect, it } from 'vitest'
import { actor, APPROVED, open, play, type Step } from '#lib/domain/case/given'
import { memoryStore } from '#lib/ports/case-store.memory'
import { deed } from '#lib/ports/samples'
import { rowsOf } from '#lib/views/case-views'
import { listEnded } from './list-handled.ts'

const DECIDED_ABOVE = APPROVED.map((step): Step =>
  step.command.type === 'SubmitReport' ? { ...step, command: { ...step.command, decidingUnitId: 'league' } } : step,
)

it('the superior decides a case: its head reads the title in what has ended, its liaison sees that it is there', async () => {
  const [row] = rowsOf(open(play(DECIDED_ABOVE))).cases
  if (!row) throw new Error('a case has a row')
  const read = memoryStore()
  await read.commit(deed('c1', { rows: { cases: [{ ...row, isEnded: 1 }] } }))
  const titles = async (who: ReturnType<typeof actor>) =>
    (await listEnded(read, who, { after: null, size: 9 })).rows.map(({ caseNo, title }) => [caseNo, title])
  expect(await titles(actor('he', 'liaison'))).toEqual([[row.caseNo, row.title]])
  expect(await titles(actor('tao', 'approver', { unitId: 'league', kind: 'bureau' }, '159900'))).toEqual([[row.caseNo, row.title]])
  expect(await titles(actor('bai', 'liaison', { unitId: 'league', kind: 'bureau' }, '159900'))).toEqual([[row.caseNo, null]])
})
