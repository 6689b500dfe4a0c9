/**
 * Every address of the route tree, and who finds something there: said in words of the policy table, never of people. A new page or
 * route without its line here fails the test, and so does a line whose page is gone. Long, because it is a table.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import { mayInOffice, type OfficeAction } from '#lib/domain/office/policy'
import { maySecondly } from '#lib/domain/office/second-table'
import type { Action } from '#lib/domain/policy/table'
import { tiesOf } from '#lib/domain/policy/ties'
import type { Actor } from '#lib/domain/result'
import { paperSeqs } from '#lib/domain/transfer/decide'
import { isDecided, isReceived, isSent, sentFiles, type TrackState, decisionOf } from '#lib/domain/transfer/state'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import { ought, oughtNow } from './expected.ts'
import { ROOT } from '../setup/browser.ts'

/** `some`: it hangs on more than the policy says; then only what is never theirs is looked at. */
export type Finds = 'yes' | 'never' | 'some'
type Place = Readonly<{ actor: Actor; state: OpenCase; track: TrackState | null; itemId: string; subjectId: string; seq: number }>
type Rule = (place: Place) => Finds
export type Method = 'GET' | 'POST' | 'PUT'
export type Door = Readonly<{ methods: readonly Method[]; query?: string; rule: Rule }>

const finds = (may: boolean): Finds => (may ? 'yes' : 'never')
const office =
  (action: OfficeAction): Rule =>
  ({ actor }) =>
    finds(actor.seats.some(({ post, unitKind }) => maySecondly(post, unitKind, action)))
const isAdmin = (actor: Actor): boolean => mayInOffice(actor, 'ReadOffice') !== null
const everybody: Rule = () => 'yes'
const reads = ({ actor, state }: Place): boolean => oughtNow(actor, 'ReadContent', state)
const ever = (place: Place, action: Action, onPaper = false): boolean =>
  ought(place.actor, action, place.state, { trackId: place.track?.trackId ?? null, onPaper }) !== 'never'
const content: Rule = (place) => finds(reads(place))
/** A page with one form: theirs to fill in, now or at another time. */
const form =
  (action: Action): Rule =>
  (place) =>
    finds(reads(place) && ever({ ...place, track: null }, action))
const ofTrack =
  (action: Action, onPaper = false): Rule =>
  (place) =>
    finds(reads(place) && ever(place, action, onPaper))
const sent: Rule = (place) =>
  finds(reads(place) && place.track !== null && isSent(place.track) && Object.hasOwn(place.state.tracks, place.track.trackId))
const receipts: Rule = (place) => finds(sent(place) === 'yes' && hasReceipt(place.track))
const hasReceipt = (track: TrackState | null): boolean => track !== null && isSent(track) && (track.legs.length > 0 || isReceived(track))
const arrived: Rule = (place) => finds(ever(place, 'ReadTrack'))
/** Not a body that was only copied: it has the letter alone. */
const arrivedWithMaterial: Rule = (place) => finds(ever(place, 'ReadTrack') && (isBody(place) || isFormer(place)))
const isFormer = ({ actor, state, track }: Place): boolean => tiesOf(actor, state, track).some(({ tie }) => tie === 'former-recipient')
const arrivedOrWithdrawn: Rule = (place) => finds(ever(place, 'ReadTrack') || ever(place, 'ReadTombstone'))
const isBody = ({ actor, state, track }: Place): boolean =>
  tiesOf(actor, state, track).some(({ tie }) => tie.startsWith('recipient-') && tie !== 'recipient-colleague')
const deed =
  (action: Action): Rule =>
  (place) =>
    finds(ever(place, 'ReadTrack') && isBody(place) && ever(place, action))
const arrivedReceipt: Rule = (place) => {
  if (!ever(place, 'ReadTrack')) return 'never'
  if (isBody(place) && oughtNow(place.actor, 'SignReceipt', place.state, { trackId: place.track?.trackId ?? null })) return 'yes'
  return hasReceipt(place.track) ? 'some' : 'never'
}
const paper: Rule = (place) => {
  const { track, seq } = place
  if (!reads(place) && !ever(place, 'ReadTrack')) return 'never'
  return reads(place) && track && isDecided(track) && decisionOf(track).seq === seq ? 'yes' : 'some'
}
const item: Rule = (place) => {
  const folder = place.state.evidence[place.itemId]?.folder
  return finds(folder !== undefined && reads(place) && (!folder.startsWith('inner') || oughtNow(place.actor, 'ReadInner', place.state)))
}
const sentItem: Rule = ({ actor, state, track, itemId }) =>
  finds(
    track !== null &&
      isSent(track) &&
      sentFiles(track).some((file) => file.itemId === itemId) &&
      oughtNow(actor, 'ReadFiles', state, { trackId: track.trackId }),
  )

const page = (rule: Rule, query?: string): Door => ({ methods: ['GET'], rule, ...(query !== undefined && { query }) })
const posted = (rule: Rule, ...methods: Method[]): Door => ({ methods, rule })
const hasDesk = ({ actor }: Place): boolean => actor.seats.length > 0 && !isAdmin(actor)
const ofKinds =
  (...kinds: readonly string[]): Rule =>
  (place) =>
    finds(
      hasDesk(place) &&
        place.actor.seats.some(
          ({ unitKind, post }) => kinds.includes(unitKind) || (unitKind === 'justice' && post === 'overseer' && kinds.includes('bureau')),
        ),
    )

/** Recorded from paper in this body's name, and not disputed yet. */
const openPapers = (track: TrackState | null): readonly number[] =>
  track && isSent(track) ? paperSeqs(track).filter((seq) => !track.disputes.some(({ about }) => about === seq)) : []

/** What the acts of their rows ask of whoever opens their page, or sends a file with them. */
const ofRows = (): Readonly<Record<string, Door>> =>
  Object.fromEntries(
    reasonActs.flatMap((act): [string, Door][] => {
      const { place, slug, document } = REASON_ACTS[act]
      if (place === 'report') return [[`/cases/[caseId]/report/${slug}`, page(form(act))]]
      if (place === 'sent') return [[`/cases/[caseId]/transfers/[trackId]/${slug}`, page(ofTrack(act))]]
      // The policy says whose it is: the body's, or the procuratorate's that watches over it.
      const theirs: Rule = (where) => finds(ever(where, 'ReadTrack') && ever(where, act))
      return [
        [`/transfers/[trackId]/${slug}`, page(theirs)],
        [`/api/transfers/[trackId]/acts/${slug}`, posted(document ? theirs : () => 'never', 'POST')],
      ]
    }),
  )

export const DOORS: Readonly<Record<string, Door>> = {
  ...ofRows(),
  '/': page(everybody),
  '/work': page(everybody),
  '/notices': page(everybody),
  '/account': page(everybody),
  '/law': page(everybody),
  '/fault': page(() => 'never'), // lib/server/edge/error-pages.ts leads there, and nobody else
  '/sign-in': page(everybody),
  '/welcome/[token]': page(everybody),
  '/admin': page(office('ReadOffice')),
  '/admin/access': page(office('ReadAccessLog')),
  '/admin/people': page(office('ReadOffice')),
  '/admin/people/register': page(office('RegisterPerson')),
  '/admin/people/[personId]': page(office('ReadOffice')),
  '/admin/units': page(office('ReadOffice')),
  '/admin/units/register': page(office('RegisterUnit')),
  '/admin/units/[unitId]': page(office('ReadOffice')),
  '/cases': page(ofKinds('bureau')),
  '/cases/register': page(({ actor }) => finds(oughtNow(actor, 'RegisterCase', null))),
  '/cases/[caseId]': page(({ actor, state }) => finds(oughtNow(actor, 'ReadCase', state))),
  '/cases/[caseId]/basics': page(form('RecordBasics')),
  '/cases/[caseId]/handlers': page(form('AssignHandlers')),
  '/cases/[caseId]/subjects': page(content),
  '/cases/[caseId]/subjects/new': page(form('RecordSubject'), '?kind=person'),
  '/cases/[caseId]/subjects/amounts': page(form('RecordAmounts')),
  '/cases/[caseId]/subjects/items': page(form('RecordItems')),
  '/cases/[caseId]/subjects/[subjectId]': page(form('RecordSubject')),
  '/cases/[caseId]/evidence': page(content),
  '/cases/[caseId]/evidence/void/[itemId]': page(form('VoidEvidence')),
  '/cases/[caseId]/report': page(content),
  '/cases/[caseId]/report/write': page(form('WriteReport')),
  '/cases/[caseId]/report/submit': page(form('SubmitReport')),
  '/cases/[caseId]/decision': page(content),
  '/cases/[caseId]/transfers': page(content),
  '/cases/[caseId]/timeline': page(content),
  '/cases/[caseId]/print': page(content),
  '/cases/[caseId]/send/[trackId]/check': page(ofTrack('SendTransfer')),
  '/cases/[caseId]/send/[trackId]/confirm': page(ofTrack('SendTransfer')),
  '/cases/[caseId]/transfers/[trackId]/letter': page(sent),
  '/cases/[caseId]/transfers/[trackId]/report': page(sent),
  '/cases/[caseId]/transfers/[trackId]/file-list': page(sent),
  '/cases/[caseId]/transfers/[trackId]/receipt': page(receipts),
  '/cases/[caseId]/transfers/[trackId]/hand-over': page(ofTrack('HandOver')),
  '/cases/[caseId]/transfers/[trackId]/stages/[seq]': page((place) => (sent(place) === 'yes' ? 'some' : 'never')),
  '/cases/[caseId]/transfers/[trackId]/supplement': page(ofTrack('SendSupplement')),
  '/cases/[caseId]/transfers/[trackId]/paper': page(ofTrack('SignReceipt', true)),
  '/transfers': page(ofKinds('procuratorate', 'police', 'commission')),
  '/transfers/[trackId]': page(arrivedOrWithdrawn),
  '/transfers/[trackId]/letter': page(arrived),
  '/transfers/[trackId]/report': page(arrivedWithMaterial),
  '/transfers/[trackId]/receipt': page(arrivedReceipt),
  '/transfers/[trackId]/supplement': page(deed('AskSupplement')),
  '/transfers/[trackId]/pass-on': page(deed('PassOn')),
  '/transfers/[trackId]/stages/[seq]': page((place) => (ever(place, 'ReadTrack') ? 'some' : 'never')),
  '/transfers/[trackId]/decision': page(deed('FileCase')),
  '/transfers/[trackId]/dispute': page(
    (place) => finds(deed('DisputePaper')(place) === 'yes' && openPapers(place.track).includes(place.seq)),
    '?seq=[seq]',
  ),

  '/sign-out': posted(everybody, 'POST'),
  '/api/auth/[...nextauth]': page(() => 'never'), // the two that are ours are what signs the visitors of this test in
  '/api/drafts': posted(everybody, 'POST'),
  '/api/notices/unread': page(everybody),
  '/api/session/stay': posted(everybody, 'POST'),
  '/api/cases/[caseId]/evidence': posted(
    (place) => finds(oughtNow(place.actor, 'ReadCase', place.state) && ever({ ...place, track: null }, 'AddEvidence')),
    'POST',
    'PUT',
  ),
  '/api/cases/[caseId]/evidence/[itemId]': page(item),
  '/api/cases/[caseId]/tracks/[trackId]/paper': posted(ofTrack('SignReceipt', true), 'POST'),
  '/api/transfers/[trackId]/decision': posted((place) => finds(ever(place, 'ReadTrack') && ever(place, 'FileCase')), 'POST'),
  '/api/transfers/[trackId]/files/[itemId]': page(sentItem),
  '/api/transfers/[trackId]/papers/[seq]': page(paper),
}

/** What Next serves, from the files it serves it from: folders in brackets are groups, folders with `_` are private. */
export function routeTree(folder = 'app'): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((file) => String(file).split('\\').join('/'))
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map((file) => file.split('/').slice(0, -1))
    .filter((parts) => !parts.some((part) => part.startsWith('_')))
    .map((parts) => `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`)
    .flatMap((shape) => (shape.endsWith('/[act]') ? slugsAt(shape).map((slug) => shape.replace('[act]', slug)) : shape))
    .toSorted()
}

/** Acts that one page draws, each at its own address. */
const slugsAt = (shape: string): string[] =>
  Object.values(REASON_ACTS)
    .filter(({ place }) => place === (shape.includes('/report/') ? 'report' : shape.startsWith('/cases/') ? 'sent' : 'received'))
    .map(({ slug }) => slug)

export const NOBODYS = '00000000-0000-4000-8000-000000000000'
/** One place in the world; `at` fills the brackets of an address. */
export type Filled = Omit<Place, 'actor'> & Readonly<{ at: Readonly<Record<string, string>> }>

/** Every address of a case: with each of its tracks, one item of each volume, one of each track's files, one subject, and one track that is another case's. */
export function placesOf(
  shape: string,
  state: OpenCase,
  others: readonly OpenCase[],
  office: Readonly<{ personId: string; unitId: string }>,
): Filled[] {
  const tracks = shape.includes('[trackId]') ? [...Object.values(state.tracks), ...foreign(shape, state, others)] : [null]
  return tracks.flatMap((track) =>
    itemsFor(shape, state, track).flatMap((itemId) =>
      seqsFor(shape + (DOORS[shape]?.query ?? ''), track).map((seq): Filled => {
        const subjectId = Object.keys(state.subjects)[0] ?? NOBODYS
        const trackId = track?.trackId ?? ''
        const isOwn = trackId === '' || Object.hasOwn(state.tracks, trackId)
        return {
          state,
          track: track === null || isOwn ? track : { ...track, trackId: 'of-another-case' }, // so that the policy knows no such track of this case
          itemId,
          subjectId,
          seq,
          at: { caseId: state.caseId, trackId, itemId, subjectId, seq: String(seq), token: 'A'.repeat(43), ...office },
        }
      }),
    ),
  )
}
const foreign = (shape: string, state: OpenCase, others: readonly OpenCase[]): TrackState[] =>
  shape.includes('[caseId]')
    ? others
        .filter(({ caseId }) => caseId !== state.caseId)
        .flatMap(({ tracks }) => Object.values(tracks))
        .slice(0, 1)
    : []

function itemsFor(shape: string, { evidence }: OpenCase, track: TrackState | null): string[] {
  if (!shape.includes('[itemId]')) return ['']
  const items = Object.values(evidence)
  const volume = (name: string) => items.find(({ folder }) => folder.startsWith(name))?.itemId
  const files = track && isSent(track) ? sentFiles(track) : []
  const left = track && items.find(({ itemId }) => !files.some((file) => file.itemId === itemId))?.itemId
  return [...new Set([files[0]?.itemId, left, ...(track ? [] : [volume('main'), volume('inner')])].filter((id) => typeof id === 'string'))]
}
function seqsFor(shape: string, track: TrackState | null): number[] {
  if (!shape.includes('[seq]')) return [0]
  if (!track || !isSent(track)) return [1]
  return [...new Set([1, track.sent.seq, ...(isDecided(track) ? [decisionOf(track).seq] : []), ...paperSeqs(track)])]
}

export const addressOf = (shape: string, at: Readonly<Record<string, string>>): string =>
  shape.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) => at[name] ?? NOBODYS)
/** The same shape where nothing is; a number in a query is no id, and stays. */
export const nowhereOf = (shape: string, { seq = '' }: Readonly<Record<string, string>> = {}): string =>
  shape
    .replace('seq=[seq]', `seq=${seq}`)
    .replace('/stages/[seq]', `/stages/${seq}`)
    .replaceAll(/\[(?:\.\.\.)?\w+\]/g, NOBODYS)
