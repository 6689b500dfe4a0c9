/** Where the parts of a case are, and where a duty is dealt with. */
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import type { Messages } from '#lib/i18n/messages'
import { dutyRow, type DutyCode } from '#lib/domain/procedure/duty'
import { reasonActs } from '#lib/schemas/reason-acts'
import type { Duty, Section } from '#lib/views/rows'

export const partOf = (caseId: string, section: Section): string => ['/cases', caseId, section].filter((part) => part !== '').join('/')

export type Go = Readonly<{ href: string; label: string }>

/** The next thing to do for it, in the words of the button. */
export function goOf({ code, trackId }: Duty, state: OpenCase, t: Messages): Go {
  const at = `/cases/${state.caseId}`
  if (code === 'submit-report') return reportGo(state, at, t)
  const { atBureau, doneAt = atBureau } = dutyRow(code)
  const word = WORD[code]
  const act = reasonActs.find((known) => known === dutyRow(code).act)
  return { href: at + doneAt.replace(':track', trackId), label: word === null && act ? t.reasonAct[act].title : t.goTo[word ?? 'open'] }
}
/** What a body does under /transfers the bureau can open: it is not this page's reader. Null: by the title of its act. */
const WORD: Readonly<Record<Exclude<DutyCode, 'submit-report'>, keyof Messages['goTo'] | null>> = {
  'confirm-report': 'confirm',
  'give-opinion': 'review',
  decide: 'decide',
  send: 'send',
  'write-opinion': 'open',
  supplement: 'supplement',
  'plan-anew': null,
  'sign-for-decision': 'signFor',
  'hand-over': 'handOver',
  'confirm-hand-over': 'open',
  reconsider: null,
  'sign-reconsideration': null,
  'answer-reconsideration': 'open',
  'propose-supervision': null,
  'sign-supervision': null,
  'ask-reasons': 'open',
  'explain-reasons': 'open',
  'judge-reasons': 'open',
  'file-as-ordered': 'open',
  'sign-receipt': 'open',
  'open-examination': 'open',
  examine: 'open',
}

function reportGo(state: OpenCase, at: string, t: Messages): Go {
  if (Object.keys(state.subjects).length === 0) return { href: `${at}/subjects/new`, label: t.goTo.subjects }
  if (state.lines.length === 0) return { href: `${at}/subjects/amounts`, label: t.goTo.amounts }
  if (!reportOf(state)) return { href: `${at}/report`, label: t.goTo.report }
  return { href: `${at}/report`, label: t.goTo.submit }
}
