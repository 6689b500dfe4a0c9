import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  attempt,
  CHEN,
  CHIEF,
  COMMISSION,
  DECISION,
  EXAMINING,
  open,
  plan,
  POLICE,
  RECEIVED,
  report,
  SENT,
  tell,
  WANG,
  WRITTEN,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import type { CaseCommand } from '#lib/domain/case/commands'
import { noticesFor } from './who-hears.ts'

const urge = (toUnitId: string, toPost: string, trackId: string | null): CaseCommand => ({
  type: 'Urge',
  trackId,
  toUnitId,
  toPost,
  text: '',
})
/** Who hears of the last of these deeds: people by id, posts as unit:post. */
function heardBy(steps: readonly Step[]): string[] {
  const before = tell(steps.slice(0, -1))
  const after = tell(steps)
  const fresh = after.events.slice(before.events.length)
  return fresh
    .flatMap((one) => noticesFor(one, open(after), before.state))
    .map(({ personId, unitId, post }) => personId || `${unitId}:${post}`)
}
const RG5 = { rule: 'RG5', suggested: 'commission', citation: '', reason: '' } as const
/** Two tracks, approved and not sent: nobody at either body knows. */
const MIXED: readonly Step[] = [
  ...WRITTEN,
  {
    by: CHEN,
    command: {
      type: 'WriteReport',
      report: report(
        plan({ facts: 'a', law: 'b' }),
        plan({ trackId: 't2', to: COMMISSION, copyTo: null, facts: 'c', law: 'd', route: RG5 }),
      ),
      readAt: 6,
    },
  },
  { by: ZHOU, command: { type: 'ConfirmReport', readAt: 7 } },
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readAt: 7 } },
  { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readAt: 9 } },
]

describe('an urge', () => {
  it.each(['t2', 't1', null])('to the body of a track that is only planned reaches nobody, whatever track it names (%s)', (trackId) =>
    expect(attempt(tell(MIXED), { by: CHEN, command: urge('commission', 'intake', trackId) })).toMatchObject({
      ok: false,
      refusal: { code: 'office.no-such-unit' },
    }),
  )
  it('about a planned track goes to the bureau and to nobody else', () =>
    expect(heardBy([...MIXED, { by: WANG, command: urge('bureau', 'liaison', 't2') }])).toEqual(['bureau:liaison']))
  it('to the bureau’s handlers goes to those of the case, not to their colleagues', () => {
    expect(heardBy([...APPROVED, { by: WANG, command: urge('bureau', 'handler', null) }])).toEqual(['chen', 'zhou'])
    expect(heardBy([...SENT, { by: WANG, command: urge('bureau', 'handler', 't1') }])).toEqual(['chen', 'zhou'])
  })
  it('to the officers of the body goes to all until one has taken it, then to that one', () => {
    expect(heardBy([...RECEIVED, { by: CHEN, command: urge('police', 'handler', 't1') }])).toEqual(['police:handler'])
    expect(heardBy([...EXAMINING, { by: CHEN, command: urge('police', 'handler', 't1') }])).toEqual(['liu'])
  })
})

describe('what the sender does later', () => {
  it('is told to the officer who took it, not to that officer’s colleagues', () => {
    const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
    expect(heardBy([...filed, { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } }])).toEqual([
      'liu',
      `${POLICE.unitId}:approver`,
    ])
    const more: CaseCommand = { type: 'SendSupplement', trackId: 't1', itemIds: [], note: '情况说明' }
    expect(heardBy([...EXAMINING, { by: CHEN, command: more }])).toEqual([`${POLICE.unitId}:intake`, 'liu'])
  })
})
