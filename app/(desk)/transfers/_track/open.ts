/**
 * What every page about a track begins with on the receiving side: who is here, as what, and the case as the sealed snapshot tells
 * it (D13). A copied body reads letter and decisions, a former one its own legs; nobody anything of another track. Else 404 (D14).
 */
import { caseStream } from '#lib/domain/stream'
import type { Metadata } from 'next'
import { cache } from 'react'
import { sitsIn } from '#lib/domain/policy/seats'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { denied, reads } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'
import { readNames, type Names } from '#lib/usecases/directory'
import { readTrackAs, type TrackRead } from '#lib/usecases/read-case'
import type { Duty } from '#lib/views/rows'
import type { SealedCase } from '#lib/views/sealed-case'
import { sentencesOf } from '#app/_form/sentences'
import type { Query } from '#app/(desk)/_parts/props'
import type { Reader } from '#app/(desk)/_track/facts.tsx'

export type TransferProps = Readonly<{ params: Promise<{ trackId: string }>; searchParams: Promise<Query> }>
/** `state`: what this reader may know, and no more; what is asked of it most stands beside it. `may`: never, not-now or yes, on this track. */
export type TransferPage = Pick<TrackRead, 'may'> &
  Pick<SealedCase, 'track' | 'view' | 'passedTo'> &
  Readonly<{ me: SignedIn; t: Messages; names: Names; state: SealedCase; duties: readonly Duty[]; reader: Reader; at: string }>

export async function openTransferPage(params: TransferProps['params']): Promise<TransferPage> {
  const { actor } = await signedIn()
  const { trackId } = await params
  const page = await readTransferPage(trackId)
  if (!page) denied(actor, { what: 'track', trackId })
  const answer = page.may('ReadTrack')
  const { caseId } = page.state
  reads(actor, answer.is === 'yes' ? answer.by : null, { what: 'track', caseId, trackId }, arrivedWith(page))
  return page
}

/** The event with which it came to this reader: the sending, or its passing on by the body before. */
function arrivedWith({ track: { sent, legs }, view }: TransferPage): number {
  const forwarding = view === 'copied' ? undefined : legs.at(view === 'former' ? -2 : -1)
  return forwarding?.passedOn.seq ?? sent.seq
}

/** Pages of the body where the case is: its forms and its receipt. */
export async function openOwnTransfer(params: TransferProps['params']): Promise<TransferPage> {
  const page = await openTransferPage(params)
  return page.view === 'body' ? page : denied()
}

export async function transferMetadata(
  params: TransferProps['params'],
  name: (t: Messages, track: TransferPage['track']) => string,
  form?: string,
): Promise<Metadata> {
  const page = await readTransferPage((await params).trackId)
  if (!page) return {} // the page itself answers 404
  const { me, t, track } = page
  const isWrong = form !== undefined && sentencesOf(t, (await readForm(me, form, {})).errors).list.length > 0 // what was restored is no error
  return { title: (isWrong ? t.form.errPrefix : '') + t.app.title(`${name(t, track)} ${track.snapshot.letterNo}`) }
}

/** Once a request: the page and its title ask for the same. */
const readTransferPage = cache(async (trackId: string): Promise<TransferPage | null> => {
  const me = await signedIn()
  const found = await readTrackAs(me.read, me.actor, trackId)
  if (!found) return null
  const { sealed, may } = found
  const { caseId, track, view, passedTo } = sealed
  const [names, duties] = await Promise.all([readNames(me.read, me.lang === 'en'), me.read.listDutiesOf(caseStream(caseId))])
  const t = messagesOf(me.lang)
  return {
    me,
    t,
    names,
    track,
    view,
    passedTo,
    state: sealed,
    duties: duties.filter((duty) => duty.trackId === trackId && (view === 'body' || (view === 'copied' && sitsIn(me.actor, duty.unitId)))),
    may,
    reader: { t, lang: me.lang, trackId, person: names.person, unit: names.of, locked: sealed.locked },
    at: `/transfers/${trackId}`,
  }
})
