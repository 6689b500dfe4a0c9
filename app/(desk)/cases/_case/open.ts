/** What every page of a case begins with: who is here, the case as they may read it, and what they may do. Missing and forbidden are one 404 (D14). */
import { OWN_DUTIES } from '#lib/domain/procedure/duty'
import type { Metadata } from 'next'
import { cache } from 'react'
import type { OpenCase } from '#lib/domain/case/state'
import { caseStream } from '#lib/domain/stream'
import type { Duty } from '#lib/views/rows'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { denied, reads } from '#lib/server/session/access-notes'
import { hasProblems, readForm } from '#lib/server/forms/forms'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'
import { readNames, type Names } from '#lib/usecases/directory'
import { readCaseAs, type CaseRead } from '#lib/usecases/read-case'

type Around = Readonly<{ me: SignedIn; t: Messages; duties: readonly Duty[]; names: Names }>
/** `may`: never: leave it out. not-now: show it disabled, with the reason. yes: offer it. */
export type CasePage = Around & Extract<CaseRead, { reads: 'content' }>
/** What a superior or an overseer is shown: the same frame, around no more than where the case stands. */
export type StatusPage = Around & Extract<CaseRead, { reads: 'status' }>
export type AnyCasePage = CasePage | StatusPage

export async function openCasePage(params: Promise<{ caseId: string }>): Promise<CasePage> {
  const page = await openAnyCasePage(params)
  return page.reads === 'content' ? page : denied()
}
export async function openAnyCasePage(params: Promise<{ caseId: string }>): Promise<AnyCasePage> {
  const { actor } = await signedIn()
  const { caseId } = await params
  const page = await readCasePage(caseId)
  if (!page) denied(actor, { what: 'case', caseId })
  const answer = page.may(page.reads === 'content' ? 'ReadContent' : 'ReadCase')
  reads(actor, answer.is === 'yes' ? answer.by : null, { what: 'case', caseId })
  return page
}

/** The title of a page of a case: 人员与金额 青人社案〔2026〕26号. `form` is the one on it: with errors the title says so first (docs/ux.md §3). */
export async function caseMetadata(
  params: Promise<{ caseId: string }>,
  name: (t: Messages, state: OpenCase) => string,
  { form }: { form?: string } = {},
): Promise<Metadata> {
  const page = await readCasePage((await params).caseId)
  if (page?.reads !== 'content') return {} // the page itself answers 404
  const isWrong = form !== undefined && hasProblems((await readForm(page.me, form, {})).errors)
  return titled(page, name(page.t, page.state), isWrong)
}
/** Of the page that also those see who may know only where the case stands. */
export async function overviewMetadata(params: Promise<{ caseId: string }>): Promise<Metadata> {
  const page = await readCasePage((await params).caseId)
  return page ? titled(page, page.t.case.tabOverview) : {}
}
const titled = ({ t, state }: AnyCasePage, name: string, isWrong = false): Metadata => ({
  title: (isWrong ? t.form.errPrefix : '') + t.app.title(`${name} ${state.caseNo}`),
})

/** Once a request: the page and its title ask for the same. */
const readCasePage = cache(async (caseId: string): Promise<AnyCasePage | null> => {
  const me = await signedIn()
  const found = await readCaseAs(me.read, me.actor, caseId)
  if (!found) return null
  const [names, duties] = await Promise.all([readNames(me.read, me.lang === 'en'), me.read.listDutiesOf(caseStream(caseId))])
  // What a body owes to itself alone is not the sender's to see.
  const around = { me, t: messagesOf(me.lang), duties: duties.filter(({ code }) => !OWN_DUTIES.includes(code)), names }
  return { ...found, ...around }
})
