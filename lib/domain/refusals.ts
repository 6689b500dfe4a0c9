/** Every way the rules say no. Total: lib/i18n has a sentence for each, in both languages, or does not compile. */
export const REFUSALS = [
  'policy.denied', 'policy.not-now', 'deed.busy', 'deed.before', 'deed.future', 'case.missing', 'case.stale',
  'case.exists', 'case.needs-two-handlers', 'case.handler-not-of-bureau', 'case.no-such-subject', 'case.subject-in-use', 'case.no-subject', 'case.no-amounts',
  'case.amount-of-nobody', 'case.amount-period', 'case.assessment-open', 'case.assessment-of-nobody', 'case.override-needs-note',
  'report.none', 'report.no-track', 'report.track-twice', 'report.track-empty', 'report.track-unknown-subject', 'report.track-unknown-item', 'report.inner-volume',
  'report.route-needs-reason', 'report.track-needs-own-text', 'report.absent-items', 'report.absent-expert', 'report.absent-other', 'report.incomplete',
  'report.own-confirmation', 'report.not-confirmed', 'report.already-confirmed', 'report.changed-since',
  'opinion.given', 'decision.needs-reason', 'decision.needs-note',
  'transfer.no-such-track', 'transfer.damaged', 'transfer.binding-broken', 'transfer.item-void', 'transfer.signed-already', 'transfer.same-unit', 'transfer.wrong-kind',
  'transfer.nothing-wanted', 'transfer.nothing-sent', 'transfer.item-sent-already', 'transfer.no-reasons', 'transfer.decided-before-receipt', 'transfer.signed-for', 'transfer.not-silent', 'transfer.no-such-paper', 'transfer.disputed-already',
  'evidence.no-such-item', 'evidence.void-already', 'evidence.wrong-folder', 'evidence.twice', 'evidence.duplicate', 'evidence.no-name',
  'office.unit-exists', 'office.no-such-unit', 'office.no-such-person', 'office.login-taken', 'office.incompatible', 'office.post-held', 'office.no-such-post', 'office.wrong-post', 'office.dates', 'office.own-post', 'office.superior-loop', 'office.left',
] as const
export type RefusalCode = (typeof REFUSALS)[number]
