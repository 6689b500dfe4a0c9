/**
 * What every page about a track begins with on the receiving side: who is here, as what, and the case as the sealed snapshot tells
 * it (D13). A copied body reads letter and decisions, a former one its own legs; nobody anything of another track. Else 404 (D14).
 */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { OpenCase } from '#lib/domain/case/state'
import { mayDo } from '#lib/domain/policy/can'
import { tiesOf } from '#lib/domain/policy/ties'
import type { UnitRef } from '#lib/domain/result'
import { ownPartOf } from '#lib/domain/transfer/own-part'
import type { SentTrack } from '#lib/domain/transfer/state'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { readNames } from '#lib/usecases/directory'
import { readTrackAs } from '#lib/usecases/read-case'
import { sentencesOf } from '../../../_form/sentences.ts'
import type { CasePageData } from '../../cases/_case/open.ts'
import type { Query } from '../../cases/_case/props.ts'
import type { Reader } from '../../_track/facts.tsx'

export type View = 'body' | 'former' | 'copied'
export type TransferProps = Readonly<{ params: Promise<{ trackId: string }>; searchParams: Promise<Query> }>
/** `state` and `track` hold what this reader may know, and no more; `passedTo` where it went after a former body. */
export type TransferPageData = CasePageData &
  Readonly<{ track: SentTrack; view: View; passedTo: UnitRef | null; reader: Reader; at: string }>

export async function openTransferPage(params: TransferProps['params']): Promise<TransferPageData> {
  return (await readTransferPage((await params).trackId)) ?? notFound()
}

/** Pages of the body where the case is: its forms and its receipt. */
export async function openOwnTransfer(params: TransferProps['params']): Promise<TransferPageData> {
  const page = await openTransferPage(params)
  return page.view === 'body' ? page : notFound()
}

export async function transferMetadata(params: TransferProps['params'], name: (t: Messages) => string, form?: string): Promise<Metadata> {
  const page = await readTransferPage((await params).trackId)
  if (!page) return {} // the page itself answers 404
  const { me, t, track } = page
  const isWrong = form !== undefined && sentencesOf(t, (await readForm(me, form, {})).errors).list.length > 0 // what was restored is no error
  return { title: (isWrong ? t.form.errPrefix : '') + t.app.title(`${name(t)} ${track.snapshot.letterNo}`) }
}

/** Once a request: the page and its title ask for the same. */
const readTransferPage = cache(async (trackId: string): Promise<TransferPageData | null> => {
  const me = await signedIn()
  const found = await readTrackAs(me.read, me.actor, trackId)
  if (!found) return null
  const ties = tiesOf(me.actor, found.state, found.track).map(({ tie }) => tie)
  const view: View = ties.some((tie) => tie.startsWith('recipient-') && tie !== 'recipient-colleague')
    ? 'body'
    : ties.includes('former-recipient')
      ? 'former'
      : 'copied'
  const { track, passedTo } =
    view === 'former' ? ownPartOf(found.track, new Set(me.actor.seats.map(({ unitId }) => unitId))) : { track: found.track, passedTo: null }
  const [names, duties] = await Promise.all([readNames(me.read, me.lang === 'en'), me.read.listDutiesOf(found.state.caseId)])
  const t = messagesOf(me.lang)
  return {
    me,
    t,
    names,
    track,
    view,
    passedTo,
    state: asSealed(found.state, track),
    duties: view === 'body' ? duties.filter((duty) => duty.trackId === trackId) : [],
    may: (action, onTrack = trackId, onPaper = false) => mayDo(me.actor, action, found.state, { trackId: onTrack, onPaper }),
    reader: { t, lang: me.lang, trackId, person: names.person, unit: names.of },
    at: `/transfers/${trackId}`,
  }
})

/** The case as it was sealed for this track: its people, amounts and items; no evidence, no report, no other track (D7). */
function asSealed(state: OpenCase, track: SentTrack): OpenCase {
  const { subjects, lines, assessments, items } = track.snapshot
  const people = subjects.map(({ subjectId, ...subject }) => [subjectId, { ...subject, seq: 0 }] as const)
  return {
    ...state,
    subjects: Object.fromEntries(people),
    lines,
    assessments,
    items,
    evidence: {},
    report: null,
    opinion: null,
    tracks: { [track.trackId]: track },
  }
}
