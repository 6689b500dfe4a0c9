/** Records from paper what a body did (D23). A form with a scan, so a route handler: bytes first, then the event. */
import { notFound } from 'next/navigation'
import { mayDo } from '#lib/domain/policy/can'
import { PAPER_ACTS, paperDeed, type PaperAct } from '#lib/schemas/transfer'
import { sends } from '#lib/server/session/access-notes'
import { caseDesk } from '#lib/server/session/case-desk'
import { confirmed } from '#lib/server/session/confirmed'
import { readDocumentForm, readTypedOnly } from '#lib/server/forms/document-form'
import { answer, keep } from '#lib/server/forms/forms'
import { ranOut, signedIn, currentPerson, withForm } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { readPaper } from './read-paper.ts'

type Props = { params: Promise<{ caseId: string; trackId: string }> }

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { caseId, trackId } = await params
  const to = `/cases/${caseId}/transfers`
  const me = await currentPerson()
  if (!me) return comeBack((await ranOut()) ? await readTypedOnly(request) : new FormData(), `${to}/${trackId}/paper`, trackId)
  sends(me.actor, `paper:${trackId}`)
  const state = await readContentAs(me.read, me.actor, caseId)
  // Whoever may never do this is told nothing, and nothing of theirs is stored.
  const mayEver = (act: PaperAct) => state !== null && mayDo(me.actor, paperDeed(act), state, { trackId, onPaper: true }).is !== 'never'
  if (!state || !PAPER_ACTS.some(mayEver)) notFound()

  const { values, document, problems } = await readDocumentForm(me, request, 'document')
  const act = PAPER_ACTS.find((known) => known === values['act']) ?? notFound()
  const at = { form: `paper-${act}:${trackId}`, values, backTo: `${to}/${trackId}/paper?act=${act}`, to, done: 'paper-recorded' } as const
  const paper = readPaper(act, values, document, problems, me.today, { caseId, trackId })
  if (!paper.ok) return keep(me, at.form, at.values, paper.problems, at.backTo)
  const bound = withForm(me, at.form, { ...values, document: document?.sha256 ?? '' })
  const password = typeof values['password'] === 'string' ? values['password'] : ''
  const deed = () => paper.record(caseDesk(bound))
  const recording = { caseId, trackId, action: paperDeed(act), onPaper: true }
  return answer(me, await confirmed(bound, recording, { password, formKey: paper.formKey }, deed), at)
}

async function comeBack(typed: FormData, page: string, trackId: string): Promise<never> {
  const act = PAPER_ACTS.find((known) => known === typed.get('act')) ?? ''
  await signedIn(`paper-${act}:${trackId}`, typed, `${page}?act=${act}`)
  notFound() // signedIn has sent whoever is not here to the sign-in page
}
