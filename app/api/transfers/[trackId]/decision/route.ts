/** The filing decision with its paper. A form with a file, so a route handler: bytes first, then the event. */
import { notFound } from 'next/navigation'
import { DecisionInput } from '#lib/schemas/transfer'
import { sends } from '#lib/server/session/access-notes'
import { caseDesk } from '#lib/server/session/case-desk'
import { confirmed } from '#lib/server/session/confirmed'
import { readDocumentForm, readTypedOnly } from '#lib/server/forms/document-form'
import { answer, hasProblems, keep, NO_PROBLEMS, problemsOf, together } from '#lib/server/forms/forms'
import { ranOut, signedIn, currentPerson, withForm } from '#lib/server/session/signed-in'
import { readTrackAs } from '#lib/usecases/read-case'
import { decideFiling } from '#lib/usecases/receive-transfer'

type Props = { params: Promise<{ trackId: string }> }

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { trackId } = await params
  const to = `/transfers/${trackId}`
  const page = `${to}/decision`
  const at = { form: `decision:${trackId}`, backTo: page, to, done: 'decision-made' } as const
  const me = (await currentPerson()) ?? (await signedIn(at.form, (await ranOut()) ? await readTypedOnly(request) : undefined, at.backTo))
  sends(me.actor, at.form)
  const found = await readTrackAs(me.read, me.actor, trackId)
  if (!found || found.may('FileCase').is === 'never') notFound()
  const { caseId } = found.sealed

  const { values: sent, document, problems } = await readDocumentForm(me, request, 'document')
  const { step, ...values } = sent
  const input = DecisionInput(me.today).safeParse(values)
  const typed = input.success ? NO_PROBLEMS : problemsOf(input.error, values)
  // A decision cannot be undone: it is seen whole before its paper and the password are asked for (found B5).
  if (step === 'preview') return keep(me, at.form, values, typed, hasProblems(typed) ? page : `${page}?step=confirm`)
  const wrong = together(typed, problems)
  const backTo = step === 'confirm' && input.success ? `${page}?step=confirm` : page
  if (!input.success || !document || hasProblems(wrong)) return keep(me, at.form, values, wrong, backTo)
  const { formKey, password, outcome, decisionNo, decidedOn, charge, reasons } = input.data
  const decision = { outcome, decisionNo, decidedOn, charge, reasons, document }
  const bound = withForm(me, at.form, { ...values, document: document.sha256 })
  const act = { caseId, trackId, ...DECISIONS[outcome] }
  const deed = () => decideFiling(caseDesk(bound), { caseId, trackId, formKey }, decision)
  return answer(me, await confirmed(bound, act, { password, formKey }, deed), { ...at, backTo, values })
}
const DECISIONS = { file: { action: 'FileCase' }, decline: { action: 'DeclineFiling' } } as const
