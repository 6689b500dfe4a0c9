/** What can be wrong with a field. Total: lib/i18n/field-errors.ts has a sentence for each, in both languages. */
import type { CreditFault, IdentityFault, MobileFault } from '#lib/domain/identity'
import type { MoneyFault } from '#lib/domain/money'
import type { DayFault, NameFault } from '#lib/domain/names'
import type { REASON_ACTS, ReasonAct } from './reason-acts.ts'

export const OWN_CODES = [
  'field.required',
  'field.too-long',
  'field.choice',
  'field.unknown',
  'field.repeated',
  'field.form-broken',
  'field.number',
  'form.too-large',
  'draft.too-large',
  'day.later-than-today',
  'day.order',
  'time.format',
  'file.required',
  'file.too-large',
  'file.empty',
  'file.name-empty',
  'file.broken-off',
  'file.no-space',
  'source.required',
  'fund.required',
  'handlers.two',
  'handlers.many',
  'conduct.required',
  'title.required',
  'person.required',
  'opinion.choice',
  'opinion.reason',
  'opinion.note',
  'agree.required',
  'case-no.differs',
  'password.required',
  'password.wrong',
  'password.short',
  'password.differs',
  'password.common',
  'password.blocked',
  'password.plain',
  'password.login',
  'login.format',
  'code.format',
  'code.wrong',
  'division.format',
  'supplement.items',
  'target.required',
  'reasons.required',
  'not-filing.required',
  'document.required',
  'document.type',
  'recipient.required',
  'subjects.required',
  'charges.required',
  'session.expired',
] as const
export type FieldCode = (typeof OWN_CODES)[number] | IdentityFault | CreditFault | MobileFault | MoneyFault | DayFault | NameFault

/** What was just done, as the next page's address says it (`?done=`). Total: lib/i18n/done.ts has a sentence for each but those of a page’s own and of acts that are rows. */
export type DoneCode = SaidByTable | SaidByPage | (typeof REASON_ACTS)[ReasonAct]['done']
export type SaidByTable =
  | 'signed-out'
  | 'password-set'
  | 'password-changed'
  | 'settings-saved'
  | 'unit-registered'
  | 'unit-renamed'
  | 'unit-recorded'
  | 'directory-recorded'
  | 'person-registered'
  | 'person-renamed'
  | 'leaving-recorded'
  | 'link-issued'
  | 'code-issued'
  | 'post-granted'
  | 'post-proposed'
  | 'post-confirmed'
  | 'post-declined'
  | 'post-ended'
  | 'case-registered'
  | 'basics-recorded'
  | 'handlers-assigned'
  | 'subject-recorded'
  | 'subject-struck'
  | 'amounts-recorded'
  | 'amounts-settled'
  | 'items-recorded'
  | 'evidence-added'
  | 'evidence-voided'
  | 'urged'
  | 'report-written'
  | 'report-confirmed'
  | 'report-submitted'
  | 'opinion-given'
  | 'transfer-approved'
  | 'transfer-refused'
  | 'report-returned'
  | 'supplement-sent'
  | 'decision-signed-for'
  | 'paper-recorded'
  | 'sent-already'
  | 'absence-justified'
  | 'examination-opened'
  | 'supplement-asked'
  | 'passed-on'
  | 'paper-disputed'
  | 'sender-urged'
  | 'handed-over'
/** Their sentences need what the page knows: a number, a name, a day. */
type SaidByPage = 'transfer-sent' | 'receipt-signed' | 'decision-made' | 'notices-read'
