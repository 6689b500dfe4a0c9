/** Where a duty is dealt with, and which deed it asks for. */
import type { OpenCase } from '#lib/domain/case/state'
import type { Action } from '#lib/domain/policy/table'
import type { Messages } from '#lib/i18n/messages'
import type { Duty, DutyCode, Section } from '#lib/views/rows'

export const partOf = (caseId: string, section: Section): string => ['/cases', caseId, section].filter((part) => part !== '').join('/')

/** The deed by which a duty is done. Null: it is done outside the portal so far. */
export const DEED_OF: Readonly<Record<DutyCode, Action | null>> = {
  'submit-report': 'SubmitReport',
  'confirm-report': 'ConfirmReport',
  'give-opinion': 'GiveOpinion',
  decide: 'ApproveTransfer',
  send: 'SendTransfer',
  'sign-receipt': 'SignReceipt',
  'open-examination': 'OpenExamination',
  examine: 'FileCase',
  supplement: 'SendSupplement',
  'sign-for-decision': 'SignForDecision',
  'hand-over': null,
  reconsider: null,
}

export type Go = Readonly<{ href: string; label: string }>

/** The next thing to do for it, in the words of the button. */
export function goOf(duty: Duty, state: OpenCase, t: Messages): Go {
  const at = `/cases/${state.caseId}`
  switch (duty.code) {
    case 'submit-report':
      return reportGo(state, at, t)
    case 'confirm-report':
      return { href: `${at}/report`, label: t.cgo.confirm }
    case 'give-opinion':
      return { href: `${at}/decision`, label: t.cgo.review }
    case 'decide':
      return { href: `${at}/decision`, label: t.cgo.decide }
    case 'send':
      return { href: `${at}/send/${duty.trackId}/check`, label: t.cgo.send }
    case 'supplement':
      return { href: `${at}/transfers/${duty.trackId}/supplement`, label: t.cgo.supplement }
    case 'sign-for-decision':
      return { href: `${at}/transfers`, label: t.cgo.signFor }
    case 'hand-over':
    case 'reconsider':
      return { href: `${at}/transfers`, label: t.cgo.see }
    case 'sign-receipt':
    case 'open-examination':
    case 'examine':
      return { href: `${at}/transfers`, label: t.cgo.open } // a body does these under /transfers, which is not this page's reader
  }
}

function reportGo(state: OpenCase, at: string, t: Messages): Go {
  if (Object.keys(state.subjects).length === 0) return { href: `${at}/subjects/new`, label: t.cgo.subjects }
  if (state.lines.length === 0) return { href: `${at}/subjects/amounts`, label: t.cgo.amounts }
  if (!state.report) return { href: `${at}/report`, label: t.cgo.report }
  return { href: `${at}/report`, label: t.cgo.submit }
}
