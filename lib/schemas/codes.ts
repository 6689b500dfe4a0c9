/** What can be wrong with a field. Total: lib/i18n/field-errors.ts has a sentence for each, in both languages. */
import type { CreditFault, IdentityFault, MobileFault } from '#lib/domain/identity'
import type { MoneyFault } from '#lib/domain/money'
import type { DayFault, NameFault } from '#lib/domain/names'

export const OWN_CODES = [
  'field.required', 'field.too-long', 'field.choice', 'field.unknown', 'field.repeated', 'field.form-broken', 'field.number',
  'day.later-than-today', 'day.order', 'time.format', 'file.required', 'file.too-large', 'file.empty', 'file.name-empty', 'file.broken-off', 'file.no-space',
  'source.required', 'fund.required', 'handlers.two', 'conduct.required', 'title.required', 'person.required',
  'opinion.choice', 'opinion.reason', 'opinion.note', 'agree.required', 'case-no.differs', 'password.required', 'password.wrong', 'password.short', 'password.differs', 'password.common', 'password.blocked', 'password.plain', 'password.login', 'login.format', 'division.format',
  'supplement.items', 'target.required', 'reasons.required', 'document.required', 'recipient.required', 'subjects.required', 'charges.required', 'session.expired',
] as const
export type FieldCode = (typeof OWN_CODES)[number] | IdentityFault | CreditFault | MobileFault | MoneyFault | DayFault | NameFault
