/** Every notice: which duties it calls for, and which part of the case it leads to. Total: a code without a row is no code. */
import type { DutyCode } from '#lib/domain/procedure/duty'
import type { Section } from './rows.ts'

type Row = Readonly<{ calls: readonly DutyCode[]; section: Section }> // `calls` []: it only informs
export const NOTICES = {
  'case-registered': { calls: ['submit-report'], section: '' },
  'handlers-assigned': { calls: [], section: '' },
  'evidence-voided': { calls: [], section: 'evidence' },
  'report-to-confirm': { calls: ['confirm-report'], section: 'report' },
  'report-confirmed': { calls: ['submit-report'], section: 'report' },
  'report-submitted': { calls: ['decide', 'give-opinion'], section: 'decision' },
  'opinion-given': { calls: ['decide'], section: 'decision' },
  'transfer-approved': { calls: ['send'], section: '' },
  'transfer-refused': { calls: [], section: 'decision' },
  'report-returned': { calls: ['submit-report'], section: 'report' },
  'round-opened': { calls: ['submit-report'], section: 'report' },
  'report-withdrawn': { calls: [], section: 'report' },
  urged: { calls: [], section: '' },
  'transfer-arrived': { calls: ['sign-receipt'], section: 'transfers' },
  'transfer-copied': { calls: [], section: 'transfers' },
  'transfer-sent': { calls: [], section: 'transfers' },
  'transfer-withdrawn': { calls: ['send'], section: 'transfers' },
  'receipt-signed': { calls: ['open-examination'], section: 'transfers' },
  'examination-opened': { calls: [], section: 'transfers' },
  'filing-opinion-given': { calls: ['examine'], section: 'transfers' },
  'supplement-asked': { calls: ['supplement'], section: 'transfers' },
  'supplement-sent': { calls: [], section: 'transfers' },
  'passed-on': { calls: [], section: 'transfers' },
  'passed-on-to-you': { calls: ['sign-receipt'], section: 'transfers' },
  'copy-moved': { calls: [], section: 'transfers' },
  'transfer-returned': { calls: ['plan-anew'], section: 'transfers' },
  'case-filed': { calls: ['sign-for-decision', 'hand-over', 'judge-reasons'], section: 'transfers' },
  'case-not-filed': { calls: ['sign-for-decision', 'reconsider'], section: 'transfers' },
  'decision-signed-for': { calls: [], section: 'transfers' },
  'paper-recorded': { calls: [], section: 'transfers' },
  'paper-disputed': { calls: [], section: 'transfers' },
  'stage-prepared': { calls: ['sign-reconsideration', 'sign-supervision'], section: 'transfers' },
  'stage-opened': {
    calls: ['answer-reconsideration', 'confirm-hand-over', 'ask-reasons', 'explain-reasons', 'file-as-ordered'],
    section: 'transfers',
  },
  'stage-answered': { calls: ['sign-for-decision', 'hand-over'], section: 'transfers' },
  'stage-reported': { calls: [], section: 'transfers' },
  'silence-alarmed': { calls: [], section: 'transfers' },
  // Of the office: they lead to one’s own account (decision 0025).
  'password-set': { calls: [], section: '' },
  'post-in-force': { calls: [], section: '' },
  'file-fault-found': { calls: [], section: 'evidence' },
  'file-found-whole': { calls: [], section: 'evidence' },
  'paper-fault-found': { calls: [], section: 'transfers' },
  'paper-found-whole': { calls: [], section: 'transfers' },
} as const satisfies Readonly<Record<string, Row>>
export type NoticeCode = keyof typeof NOTICES
