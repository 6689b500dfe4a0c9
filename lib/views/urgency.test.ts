import { expect, it } from 'vitest'
import { byUrgency } from './urgency.ts'

const duty = (code: 'examine' | 'supplement' | 'sign-receipt', trackId: string, sortAt: string) => ({ code, trackId, sortAt })

it('puts what is due first, and what cannot be done before a supplement after all that can', () => {
  const [decide, supply, decideElsewhere, sign] = [
    duty('examine', 't1', '2026-11-26'),
    duty('supplement', 't1', '2026-11-29'),
    duty('examine', 't2', '2026-11-28'),
    duty('sign-receipt', 't3', '2026-11-30'),
  ]
  expect(byUrgency([sign, decideElsewhere, supply, decide])).toEqual([decideElsewhere, supply, sign, decide])
  expect(byUrgency([sign, decideElsewhere, decide])).toEqual([decide, decideElsewhere, sign])
})
