/** The case stream's rules, dispatched by one total table: a command without a line does not compile. */
import { EVIDENCE_RULES } from '../evidence/decide.ts'
import { numberIn, type NumberKind, type TakenNumber } from '../numbers.ts'
import { STAGE_IDS, stageRow } from '../procedure/stages.ts'
import { refuse, type Occasion, type Result } from '../result.ts'
import { TRANSFER_RULES } from '../transfer/decide.ts'
import { STAGE_RULES } from '../transfer/stage-rules.ts'
import type { CaseCommand } from './commands.ts'
import { CASE_RULES, registerCase, type Rule, type Rules } from './decide.ts'
import type { CaseEvent } from './events.ts'
import type { Happened } from './evolve.ts'
import type { CaseState } from './state.ts'
import { barredFrom } from './took-part.ts'

const RULES: Rules<Exclude<CaseCommand['type'], 'RegisterCase'>> = { ...CASE_RULES, ...EVIDENCE_RULES, ...TRANSFER_RULES, ...STAGE_RULES }

export function decide(
  state: CaseState,
  command: CaseCommand,
  occasion: Occasion,
  number: TakenNumber | null,
  past: readonly Happened<CaseEvent>[],
): Result<readonly CaseEvent[]> {
  if (occasion.happenedAt > occasion.recordedAt) return refuse({ code: 'deed.future' })
  if (command.type === 'RegisterCase') return state ? refuse({ code: 'case.exists' }) : registerCase(command, number)
  if (!state) return refuse({ code: 'case.missing' })
  // What a paper records somebody else decided, whom we do not know by a session.
  if (!occasion.onPaper && barredFrom(command, past).has(occasion.by.personId)) return refuse({ code: 'decision.took-part' })
  const rule = RULES[command.type] as Rule<CaseCommand> // safe: the table pairs each type with its own rule
  return rule(state, command, occasion, number, past)
}

/** Which number a command consumes: read first, carried in the event, guarded by a unique key in the same commit. */
export function needsNumber(
  command: CaseCommand,
  state: CaseState,
  onPaper: boolean,
): Readonly<{ unitId: string; kind: NumberKind }> | null {
  if (command.type === 'RegisterCase') return { unitId: command.bureau.unitId, kind: 'case' }
  if (command.type === 'SendTransfer' && state) return { unitId: state.bureau.unitId, kind: 'letter' }
  const stage = STAGE_IDS.map(stageRow).find(({ act }) => act === command.type)
  if (stage?.number && state) return { unitId: state.bureau.unitId, kind: stage.number }
  // A paper receipt bears the number of the body that wrote it; ours would leave a gap in its register.
  const track = command.type === 'SignReceipt' && !onPaper ? state?.tracks[command.trackId] : undefined
  return track ? { unitId: track.to.unitId, kind: 'receipt' } : null
}

/** `needsNumber` read back: the number that an event took. `before`: the case before it. */
export function numberOf({ event, occasion }: Happened<CaseEvent>, before: CaseState): TakenNumber | null {
  if (event.type === 'CaseRegistered') return taken(event.bureau.unitId, 'case', event.caseNo)
  if (event.type === 'TransferSent' && before) return taken(before.bureau.unitId, 'letter', event.snapshot.letterNo)
  if (event.type === 'ProceedingOpened' && before) {
    const { number } = stageRow(event.stage)
    return number && taken(before.bureau.unitId, number, event.no)
  }
  if (event.type !== 'ReceiptSigned' || occasion.onPaper) return null
  const track = before?.tracks[event.trackId]
  return track ? taken(track.to.unitId, 'receipt', event.receiptNo) : null
}
function taken(unitId: string, kind: NumberKind, text: string): TakenNumber | null {
  const number = numberIn(text)
  return number && { unitId, kind, ...number }
}
