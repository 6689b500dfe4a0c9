/** What follows the signature: the page of that form, or nothing. */
import { REASON_ACTS, reasonActAt, reasonActsAt } from '#lib/schemas/reason-acts'
import type { Messages } from '#lib/i18n/messages'

const THEN = [
  'supplement',
  'pass-on',
  ...reasonActsAt('received').flatMap((act) => ('signsFirst' in REASON_ACTS[act] ? REASON_ACTS[act].slug : [])),
]
export const nextOf = (asked: string): string | null => THEN.find((known) => known === asked) ?? null

/** The title of the form that signs, and the name of what comes after. */
export function titlesOf(
  { receiptForm: rcpt, receiving: recv, reasonAct }: Messages,
  then: string | null,
): Readonly<{ title: string; next: string | null }> {
  if (then === null) return { title: rcpt.sign, next: null }
  if (then === 'supplement') return { title: rcpt.incomplete, next: recv.ask }
  const act = reasonActAt('received', then)
  return act
    ? { title: reasonAct[act].signsFirst?.button ?? rcpt.sign, next: reasonAct[act].title }
    : { title: rcpt.wrongBody, next: recv.passOn }
}
