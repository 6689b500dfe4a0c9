/** What the form says, as the deed it records: the paper itself, and what the act needs besides. */
import type { z } from 'zod'
import type { Day, FileRef } from '#lib/domain/result'
import { instantAt } from '#lib/domain/time'
import { scanDigest } from '#lib/domain/transfer/scan'
import {
  AskSupplementInput,
  DecisionInput,
  OnPaperInput,
  OpenExaminationInput,
  PassOnInput,
  SignReceiptInput,
  isOwnPaperAct,
  type OwnPaperAct,
  type PaperAct,
} from '#lib/schemas/transfer'
import { REASON_ACTS, type ReasonAct } from '#lib/schemas/reason-acts'
import { hasProblems, NO_PROBLEMS, problemsOf, together, type Problems, type Values } from '#lib/server/forms/forms'
import type { CaseDesk, CaseDone } from '#lib/usecases/desk'
import { askSupplement, decideFiling, openExamination, passOn, signReceipt, type Paper } from '#lib/usecases/receive-transfer'

type Where = Readonly<{ caseId: string; trackId: string }>
type Recording = (desk: CaseDesk) => CaseDone
type Read = Readonly<{ ok: true; formKey: string; record: Recording }> | Readonly<{ ok: false; problems: Problems }>
type At = Where & Readonly<{ formKey: string; paper: Paper }>
/** An act's own schema, and the use-case it goes to. */
type Deed = (rest: Values, today: Day, document: FileRef, where: Where) => Parsed
type Parsed = Readonly<{ problems: Problems; act: ((desk: CaseDesk, at: At) => CaseDone) | null; formKey: string }>

export function readPaper(act: PaperAct, values: Values, document: FileRef | null, missing: Problems, today: Day, where: Where): Read {
  const { act: _act, password: _password, onPaperDay, onPaperTime, paperNo, actedBy, ...rest } = values
  const typed = Object.fromEntries(Object.entries({ onPaperDay, onPaperTime, paperNo, actedBy }).filter(([, value]) => value !== undefined))
  const input = OnPaperInput(today).safeParse(typed)
  // A decision's number and day are those of its paper: asked once.
  const own = act === 'decision' ? { ...rest, decisionNo: paperNo ?? '', decidedOn: onPaperDay ?? '' } : rest
  const {
    problems,
    act: deed,
    formKey,
  } = isOwnPaperAct(act)
    ? DEEDS[act](own, today, document ?? NOTHING, where)
    : ofRow(act, { ...rest, ...saidByPaper(act, paperNo, onPaperDay) }, today, document, where)
  const all = together(
    input.success ? NO_PROBLEMS : problemsOf(input.error, values),
    act === 'decision'
      ? withoutTwice(problems, ['decisionNo', 'decidedOn'])
      : isOwnPaperAct(act)
        ? problems
        : withoutTwice(problems, Object.keys(saidByPaper(act, '', ''))),
    missing,
  )
  if (!input.success || !deed || !document || hasProblems(all)) return { ok: false, problems: all }
  const { data } = input
  const paper: Paper = {
    happenedAt: instantAt(data.onPaperDay, data.onPaperTime),
    onPaper: { actedBy: data.actedBy, paperNo: data.paperNo, blobDigest: scanDigest(document) },
  }
  return { ok: true, formKey, record: (desk) => deed(desk, { ...where, formKey, paper }) }
}

const NOTHING: FileRef = { blobId: '', name: '', size: 0, sha256: '', sm3: '' }

const DEEDS: Readonly<Record<OwnPaperAct, Deed>> = {
  receipt: (rest) =>
    parsed(
      SignReceiptInput,
      rest,
      ({ remarks }) =>
        (desk, at) =>
          signReceipt(desk, at, remarks),
    ),
  examination: (rest) => parsed(OpenExaminationInput, rest, () => openExamination),
  supplement: (rest) =>
    parsed(
      AskSupplementInput,
      rest,
      ({ wanted }) =>
        (desk, at) =>
          askSupplement(desk, at, wanted),
    ),
  'pass-on': (rest) => parsed(PassOnInput, rest, (input) => (desk, at) => passOn(desk, at, input)),
  return: (rest, today, document, where) => ofRow('ReturnTransfer', rest, today, document, where),
  decision: (rest, today, document) =>
    parsed(
      DecisionInput(today),
      rest,
      ({ outcome, decisionNo, decidedOn, charge, reasons }) =>
        (desk, at) =>
          decideFiling(desk, at, { outcome, decisionNo, decidedOn, charge, reasons, document }),
    ),
}

/** An act of its row: what the paper says of itself is asked once. */
const ofRow = (act: ReasonAct, rest: Values, today: Day, document: FileRef | null, where: Where): Parsed =>
  parsed(
    REASON_ACTS[act].input(where, today, document),
    rest,
    ({ command }) =>
      ({ ask }, { caseId, formKey, paper }) =>
        ask(caseId, command, formKey, paper),
  )
function saidByPaper(act: ReasonAct, no: Values[string] | undefined, on: Values[string] | undefined): Values {
  const { onPaper } = REASON_ACTS[act]
  return { ...(onPaper?.no && { [onPaper.no]: no ?? '' }), ...(onPaper?.day && { [onPaper.day]: on ?? '' }) }
}

function parsed<Out extends { formKey: string }>(
  schema: z.ZodType<Out>,
  rest: Values,
  deed: (input: Out) => NonNullable<Parsed['act']>,
): Parsed {
  const input = schema.safeParse(rest)
  if (!input.success) return { problems: problemsOf(input.error, rest), act: null, formKey: '' }
  return { problems: NO_PROBLEMS, act: deed(input.data), formKey: input.data.formKey }
}

const withoutTwice = ({ fields, refusal }: Problems, twice: readonly string[]): Problems => ({
  refusal,
  fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !twice.includes(name))),
})
