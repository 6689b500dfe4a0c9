/** What every page of a case begins with: who is here, the case as they may read it, and what they may do. Missing and forbidden are one 404 (D14). */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { OpenCase } from '#lib/domain/case/state'
import { mayDo, type Answer } from '#lib/domain/policy/can'
import type { Action, Reading } from '#lib/domain/policy/table'
import type { Duty } from '#lib/views/rows'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { hasProblems, readForm } from '#lib/server/forms'
import { signedIn, type SignedIn } from '#lib/server/signed-in'
import { readNames } from '#lib/usecases/directory'
import { readCaseAs } from '#lib/usecases/read-case'

export type CasePageData = Readonly<{
  me: SignedIn
  t: Messages
  state: OpenCase
  duties: readonly Duty[]
  names: Awaited<ReturnType<typeof readNames>>
  /** never: leave it out. not-now: show it disabled, with the reason. yes: offer it. */
  may: (action: Action, trackId?: string | null, onPaper?: boolean) => Answer
}>

export async function openCasePage(params: Promise<{ caseId: string }>, reading: Reading = 'ReadContent'): Promise<CasePageData> {
  return (await readCasePage((await params).caseId, reading)) ?? notFound()
}

/** The title of a page of a case: 人员与金额 青人社案〔2026〕26号. `form` is the one on it: with errors the title says so first (ux.md §3). */
export async function caseMetadata(
  params: Promise<{ caseId: string }>,
  name: (t: Messages, state: OpenCase) => string,
  { form, reading = 'ReadContent' }: { form?: string; reading?: Reading } = {},
): Promise<Metadata> {
  const page = await readCasePage((await params).caseId, reading)
  if (!page) return {} // the page itself answers 404
  const isWrong = form !== undefined && hasProblems((await readForm(page.me, form, {})).errors)
  return { title: (isWrong ? page.t.form.errPrefix : '') + page.t.app.title(`${name(page.t, page.state)} ${page.state.caseNo}`) }
}

/** Once a request: the page and its title ask for the same. */
const readCasePage = cache(async (caseId: string, reading: Reading): Promise<CasePageData | null> => {
  const me = await signedIn()
  const state = await readCaseAs(me.read, me.actor, caseId, reading)
  if (!state) return null
  const [names, duties] = await Promise.all([readNames(me.read, me.lang === 'en'), me.read.listDutiesOf(caseId)])
  return {
    me,
    t: messagesOf(me.lang),
    state,
    duties,
    names,
    may: (action, trackId = null, onPaper = false) => mayDo(me.actor, action, state, { trackId, onPaper }),
  }
})
