/** Forms of a transfer track: sending, receiving, deciding; and the same acts recorded from paper. */
import { z } from 'zod'
import type { Action } from '#lib/domain/policy/table'
import type { Day } from '#lib/domain/result'
import { REASON_ACTS, reasonActs, type ReasonAct } from './reason-acts.ts'
import { choice, day, formKey, id, lines, sameNoAs, several, text, ticked, wallTime } from './fields.ts'

const password = z.string().default('')
export const ConfirmTransferInput = (caseNo: string) =>
  z.strictObject({ ...formKey, caseNo: sameNoAs(caseNo), password, agree: ticked('agree.required') })

export const SignReceiptInput = z.strictObject({ ...formKey, remarks: lines(500), password })
export const OpenExaminationInput = z.strictObject(formKey)
/** One thing wanted a line. */
export const AskSupplementInput = z
  .strictObject({ ...formKey, wanted: lines(4_000, 'supplement.items') })
  .transform(({ wanted, ...rest }) => ({
    ...rest,
    wanted: wanted
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }))
export const SendSupplementInput = z.strictObject({ ...formKey, itemIds: several(), note: lines(2_000), password })
export const PassOnInput = z
  .strictObject({ ...formKey, target: z.union([id, z.literal('')]).default(''), reason: lines(1_000, 'field.required'), password })
  .refine(({ target }) => target !== '', { path: ['target'], error: 'target.required' })
/** The decision's document comes as a file beside these fields. */
export const DecisionInput = (today: Day) =>
  z
    .strictObject({
      ...formKey,
      outcome: choice(['file', 'decline']),
      decisionNo: text(60, { required: 'field.required' }),
      decidedOn: day(today),
      charge: text(60),
      reasons: lines(4_000),
      password,
    })
    // Also where other fields are wrong: whoever declines is told of everything at once.
    .refine(({ outcome, reasons }) => outcome !== 'decline' || reasons !== '', {
      path: ['reasons'],
      error: 'not-filing.required',
      when: ({ value }) => typeof value === 'object' && value !== null,
    })
export type DecisionInput = z.infer<ReturnType<typeof DecisionInput>>
export const SignForDecisionInput = z.strictObject(formKey)
export const DisputePaperInput = z.strictObject({ ...formKey, reason: lines(1_000, 'field.required') })

/** What a paper says of itself (D23): date and hour on it, number, who signed. The scan comes as a file beside these fields. */
export const OnPaperInput = (today: Day) =>
  z.object({
    onPaperDay: day(today),
    onPaperTime: wallTime,
    paperNo: text(60, { required: 'field.required' }),
    actedBy: text(50, { required: 'person.required' }),
  })
export type OnPaperInput = z.infer<ReturnType<typeof OnPaperInput>>
export const OWN_PAPER_ACTS = ['receipt', 'examination', 'supplement', 'pass-on', 'return', 'decision'] as const
export type OwnPaperAct = (typeof OWN_PAPER_ACTS)[number]
/** Acts of their rows (reason-acts.ts) that a paper can tell of, by their own names. */
const rowPaperActs: readonly ReasonAct[] = reasonActs.filter((act) => REASON_ACTS[act].onPaper !== undefined)
export type PaperAct = OwnPaperAct | ReasonAct
export const PAPER_ACTS: readonly PaperAct[] = [...OWN_PAPER_ACTS, ...rowPaperActs]
export const isOwnPaperAct = (act: PaperAct): act is OwnPaperAct => OWN_PAPER_ACTS.some((own) => own === act)
/** What each is in the policy; a decision asks the same of whoever records it, filed or not. */
const OWN_PAPER_DEEDS = {
  receipt: 'SignReceipt',
  examination: 'OpenExamination',
  supplement: 'AskSupplement',
  'pass-on': 'PassOn',
  return: 'ReturnTransfer',
  decision: 'FileCase',
} as const satisfies Record<OwnPaperAct, Action>
export const paperDeed = (act: PaperAct): Action => (isOwnPaperAct(act) ? OWN_PAPER_DEEDS[act] : act)
