/** An act of its row (lib/schemas/reason-acts.ts) with a file in its form, so a route handler: bytes first, then the event. */
import { notFound } from 'next/navigation'
import { REASON_ACTS, reasonActAt } from '#lib/schemas/reason-acts'
import { sends } from '#lib/server/session/access-notes'
import { confirmed } from '#lib/server/session/confirmed'
import { readDocumentForm, readTypedOnly } from '#lib/server/forms/document-form'
import { answer, hasProblems, keep, NO_PROBLEMS, problemsOf, together, type Problems } from '#lib/server/forms/forms'
import { ranOut, signedIn, currentPerson, withForm } from '#lib/server/session/signed-in'
import { readTrackAs } from '#lib/usecases/read-case'

type Props = { params: Promise<{ trackId: string; act: string }> }

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { trackId, act: slug } = await params
  const action = reasonActAt('received', slug) ?? notFound()
  const { form, done, document: wants, input } = REASON_ACTS[action]
  const to = `/transfers/${trackId}`
  const at = { form: `${form}:${trackId}`, backTo: `${to}/${slug}`, to, done } as const
  const me = (await currentPerson()) ?? (await signedIn(at.form, (await ranOut()) ? await readTypedOnly(request) : undefined, at.backTo))
  sends(me.actor, at.form)
  const found = await readTrackAs(me.read, me.actor, trackId)
  if (!wants || !found || found.may(action).is === 'never') notFound()
  const { caseId } = found.sealed

  const { values, document, problems } = await readDocumentForm(me, request, 'document')
  const typed = input({ caseId, trackId }, me.today, document).safeParse(values)
  const wrong = together(
    typed.success ? NO_PROBLEMS : problemsOf(typed.error, values),
    wants === 'optional' ? withoutMissing(problems) : problems,
  )
  if (!typed.success || hasProblems(wrong)) return keep(me, at.form, values, wrong, at.backTo)
  const { command, ...given } = typed.data
  const bound = withForm(me, at.form, { ...values, document: document?.sha256 ?? '' })
  const deed = () => bound.ask('case')(caseId, command, given.formKey)
  return answer(me, await confirmed(bound, { caseId, trackId, action }, given, deed), { ...at, values })
}

/** No file is as good as one where it may be left out; a file that broke off is not. */
const withoutMissing = ({ fields, refusal }: Problems): Problems => ({
  refusal,
  fields: Object.fromEntries(Object.entries(fields).filter(([, [first]]) => first?.code !== 'document.required')),
})
