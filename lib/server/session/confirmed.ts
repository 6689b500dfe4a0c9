/** Acts that ask for the password, by the grade in the policy (docs/ux.md §3). The policy answers first: whom an act is not for is told nothing, and no try of theirs is counted. */
import { mayDo } from '#lib/domain/policy/can'
import type { Action } from '#lib/domain/policy/table'
import { refuse, type Result } from '#lib/domain/result'
import { isSameRequest as isSameForm } from '#lib/usecases/deed-of'
import { readOpenCase } from '#lib/usecases/read-case'
import type { Unconfirmed } from '../forms/forms.ts'
import type { SignedIn } from './signed-in.ts'

/** `onPaper`: recorded from the paper of a body that works on paper. */
type Act = Readonly<{ caseId: string; trackId?: string; action: Action; onPaper?: boolean }>
type Given = Readonly<{ password: string; formKey: string }>

export async function confirmed<T>(
  me: Pick<SignedIn, 'actor' | 'read' | 'reauth' | 'said'>,
  { caseId, trackId, action, onPaper = false }: Act,
  { password, formKey }: Given,
  deed: () => Promise<Result<T>>,
): Promise<Result<T> | Unconfirmed> {
  const state = await readOpenCase(me.read, caseId)
  // A second press gets the first answer, also where the first one gave the matter out of their hands. Another form does not.
  const first = await me.read.readIdempotencyKey(me.actor.personId, formKey)
  const isRepeat = first !== null && isSameForm(first, { stream: 'case', streamId: caseId, type: action, formKey, said: me.said })
  const isTheirs = isRepeat || (state !== null && mayDo(me.actor, action, state, { trackId: trackId ?? null, onPaper }).is !== 'never')
  if (!isTheirs) return refuse({ code: 'policy.denied' })
  const problems = await me.reauth(password, caseId, action, onPaper)
  return problems ? { ok: false, problems } : deed()
}
