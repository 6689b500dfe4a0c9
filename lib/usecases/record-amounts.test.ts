import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '#lib/domain/case/commands'
import { refuse } from '#lib/domain/result'
import type { CaseDesk } from './desk.ts'
import { recordAmounts } from './record-amounts.ts'

const line = { lineId: 'l1', subjectId: 's1', fund: 'FD1', from: '2025-03-01', to: '2026-08-31', amount: 2_680_000, recovered: null }
const finding = {
  subjectId: 's1',
  charge: 'embezzlement',
  circumstances: [],
  suggested: 'TW-02',
  confirmed: 'agreed' as const,
  tier: '',
  note: '',
}

/** What the case is asked to record. */
async function recorded(lines: (typeof line)[], assessment: typeof finding) {
  const asked: CaseCommand[] = []
  const ask: CaseDesk['ask'] = async (_caseId, command) => {
    asked.push(command)
    return refuse({ code: 'deed.busy' })
  }
  await recordAmounts({ ask, newId: () => 'new' } as unknown as CaseDesk, 'c1', {
    formKey: 'k',
    readAt: 0,
    lines,
    assessments: [assessment],
  }) // safe: it uses these two alone
  const [command] = asked
  return command?.type === 'RecordAmounts' ? command.assessments[0] : undefined
}

describe('an agreement to a suggested tier', () => {
  it('stands for the suggestion that was shown, and says its tier', async () => {
    expect(await recorded([line], finding)).toMatchObject({ suggested: 'TW-02', confirmed: 'agreed', tier: '其他较重情节' })
  })
  it('is open again where the amount has changed the suggestion', async () => {
    expect(await recorded([{ ...line, amount: 26_800_000 }], finding)).toMatchObject({ suggested: 'TW-05A', confirmed: 'open' })
  })
  it('is open again where the charge has changed it', async () => {
    expect(await recorded([line], { ...finding, charge: 'fraud' })).toMatchObject({ suggested: 'manual', confirmed: 'open' })
  })
  it('cannot be given without an amount of that subject', async () => {
    expect(await recorded([{ ...line, subjectId: 's2' }], { ...finding, suggested: '' })).toMatchObject({
      suggested: '',
      confirmed: 'open',
    })
  })
})
