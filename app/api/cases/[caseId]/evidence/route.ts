/**
 * Bringing evidence in. PUT: one file as the body, its entry in a header (scripts). POST: a plain form with several files, parsed as a
 * stream (no scripts). Bytes first, then the event (D11). Who may not add is told before a byte is kept.
 */
import { mayDo } from '#lib/domain/policy/can'
import { messagesOf } from '#lib/i18n/messages'
import type { FieldCode } from '#lib/schemas/codes'
import { MAX_FILE_BYTES, UploadInput } from '#lib/schemas/evidence'
import { sends } from '#lib/server/session/access-notes'
import { currentContainer } from '#lib/server/boot/current-container'
import { dropForm, problemsOf, saveForm, withDone, type Values } from '#lib/server/forms/forms'
import { readMultipart } from '#lib/server/edge/multipart'
import { currentPerson, type SignedIn } from '#lib/server/session/signed-in'
import { readOpenCase } from '#lib/usecases/read-case'
import { entryOf, takeOne, type Outcome } from './take.ts'

type At = Readonly<{ params: Promise<{ caseId: string }> }>

export async function PUT(request: Request, { params }: At): Promise<Response> {
  const { caseId } = await params
  const me = await mayAdd(caseId)
  if (!(me && 'person' in me)) return me
  const entry = entryOf(request.headers.get('x-entry'))
  const input = UploadInput(me.today).safeParse(entry?.fields)
  const bytes = currentContainer().currentBytes()
  if (!entry || !input.success || !bytes)
    return Response.json({ ok: false, text: messagesOf(me.lang).field['field.form-broken']({}) }, { status: 400 })
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES)
    return Response.json({ ok: false, text: messagesOf(me.lang).field['file.too-large']({}) }, { status: 413 })
  const outcome = await takeOne(me, caseId, { name: entry.name, bytes }, input.data)
  if (outcome.ok) return Response.json({ ok: true })
  if (outcome.code === 'policy.denied') return new Response(null, { status: 404 }) // no longer theirs: as before the first byte
  return Response.json({ ok: false, text: sentence(me, outcome) }, { status: STATUS[outcome.code] ?? 422 })
}

export async function POST(request: Request, { params }: At): Promise<Response> {
  const { caseId } = await params
  const me = await mayAdd(caseId)
  if (!(me && 'person' in me)) return me
  const form = `evidence:${caseId}`
  const page = `/cases/${caseId}/evidence`
  const outcomes: (Outcome & { name: string })[] = []
  let nth = 0 // not how many have ended: the next file is read while the one before is still being stored
  let values: Values = {}
  const sent = await readMultipart(request, { files: 500, maxBytes: MAX_FILE_BYTES }, async (file, before) => {
    values = before
    const input = UploadInput(me.today).safeParse(before)
    // One event a file, and a key of its own for each: the form's, and its place in it.
    const formKey = input.success ? `${input.data.formKey.slice(0, 58)}-${nth++}` : ''
    const outcome: Outcome = input.success
      ? await takeOne(me, caseId, file, { ...input.data, formKey })
      : { ok: false, code: 'field.form-broken' }
    outcomes.push({ ...outcome, name: file.name })
  })
  const input = UploadInput(me.today).safeParse(sent?.fields ?? values)
  const to = `${page}?folder=${input.success ? input.data.folder : ''}`
  if (!input.success) return redirected(await saveForm(me, form, sent?.fields ?? values, problemsOf(input.error)), page)
  const failed = outcomes
    .filter((outcome) => !outcome.ok)
    .map((outcome) => ({ code: codeOf(outcome), about: { name: outcome.name, ...(!outcome.ok && outcome.about) } }))
  if (!sent) failed.push({ code: 'file.broken-off', about: { name: '' } })
  if (sent && outcomes.length === 0) failed.push({ code: 'file.required', about: { name: '' } })
  if (failed.length > 0)
    return redirected(await saveForm(me, form, sent?.fields ?? values, { fields: { files: failed }, refusal: null }), to)
  return redirected(await dropForm(me, form), withDone(to, 'evidence-added'))
}

const STATUS: Readonly<Record<string, number>> = { 'file.no-space': 507, 'session.ended': 401, 'deed.other-form': 409 }
const redirected = (_saved: void, to: string): Response => new Response(null, { status: 303, headers: { location: to } })
const codeOf = (outcome: Outcome): string => (outcome.ok ? '' : outcome.code)

/** The person, or the answer to somebody who may not: the same as for a case that is not there. */
async function mayAdd(caseId: string): Promise<SignedIn | Response> {
  const me = await currentPerson()
  if (!me) return new Response(null, { status: 401 })
  sends(me.actor, `evidence:${caseId}`)
  const state = await readOpenCase(me.read, caseId)
  if (!state || mayDo(me.actor, 'AddEvidence', state).is === 'never') return new Response(null, { status: 404 })
  return me
}

function sentence({ lang }: SignedIn, outcome: Outcome & { ok: false }): string {
  const t = messagesOf(lang)
  if (Object.hasOwn(t.field, outcome.code)) return t.field[outcome.code as FieldCode](outcome.about ?? {}) // safe: its own key
  return Object.hasOwn(t.refusal, outcome.code)
    ? t.refusal[outcome.code as keyof typeof t.refusal](outcome.about ?? {})
    : t.field['field.form-broken']({}) // safe: as above
}
