/**
 * What the access log hears (found J13): pages and routes note what their request is about (access-notes.ts), and once it is answered a row
 * says what became of it: read, denied, refused. No page waits for that; a download does, for its row, before its first byte.
 */
import type { RequestListener } from 'node:http'
import type { AccessEntry } from '#lib/domain/access'
import type { Instant } from '#lib/domain/result'
import type { AccessLog } from '#lib/ports/access-log'
import type { Reader } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import { isId } from '#lib/schemas/fields'
import { currentRequest } from '../boot/faults.ts'
import type { Gathering } from './gather-access.ts'

type About = Pick<AccessEntry, 'personId' | 'unitId' | 'post' | 'what' | 'caseId' | 'trackId' | 'objectId'>
/** `form`: somebody sends one; that is a row only where it is denied or refused. */
export type Note = About &
  Readonly<{
    kind: 'read' | 'download' | 'act'
    is: 'ok' | 'form' | 'denied' | 'refused'
    reason: string
    /** Read by who received it: the event with which it came to them. */
    arrivedSeq: number | null
  }>
export type Access = Readonly<{
  /** What this request is about, and how it stands; what is not said stays as it was noted before. */
  note: (more: Partial<Note>) => void
  /** At once, for what is no page: a sign-in. */
  add: (entry: Omit<AccessEntry, 'at' | 'requestId'>) => void
  /** The noted download, written before its first byte; it goes on where nothing can be written. */
  beforeFirstByte: () => Promise<void>
  /** Rows of other nodes come within a second; of this one all that was answered. */
  upToDate: () => Promise<void>
  log: AccessLog
}>
const NOTHING: Note = {
  personId: '',
  unitId: '',
  post: '',
  what: '',
  caseId: '',
  trackId: '',
  objectId: '',
  kind: 'read',
  is: 'form',
  reason: '',
  arrivedSeq: null,
}

type Given = Readonly<{
  log: AccessLog
  gathered: Pick<Gathering, 'add' | 'flush'>
  read: Pick<Reader, 'readCaseRow' | 'readTrackRow'>
  desk: Pick<DeskStore, 'saveOpened'>
  clockNow: () => Instant
}>
type Recording = Readonly<{
  /** Stands around Next, inside `inRequest` (faults.ts). */
  recording: (handle: RequestListener) => RequestListener
  /** Once what was answered is told. */
  written: () => Promise<void>
}>
export function accessOf({ log, gathered, read, desk, clockNow }: Given): Access & Recording {
  const addNoted = (note: Note, result: AccessEntry['result'], requestId: string): void => {
    const { is: _is, arrivedSeq: _seq, ...said } = note
    gathered.add({ ...said, result, at: clockNow(), requestId })
  }
  const opened = firstOnly(async ({ personId, unitId, post, caseId, trackId, arrivedSeq }: Note) => {
    if (arrivedSeq !== null && post !== '')
      await desk.saveOpened({ caseId, trackId, seq: arrivedSeq, noticeId: '', personId, unitId, post, at: clockNow() })
  })
  const record = async (note: Note, method: string, status: number, requestId: string): Promise<void> => {
    if (method === 'HEAD') return
    const isAct = method !== 'GET'
    if (note.is === 'ok') {
      if (status !== 200) return
      addNoted(note, 'ok', requestId)
      await opened(note)
    } else if (note.is !== 'form' || (isAct && status === 404)) {
      const known = await placed(read, note)
      // Of an address that leads to nothing there is nothing to tell; of a form that names nothing, that it was sent.
      if (!known && !isAct) return
      const written = known ?? { ...note, what: '', caseId: '', trackId: '', objectId: '' }
      addNoted(isAct ? { ...written, kind: 'act' } : written, note.is === 'refused' ? 'refused' : 'denied', requestId)
    }
  }
  const under = new Set<Promise<void>>()
  const recordLater = (...answered: Parameters<typeof record>): void => {
    // What cannot be looked up now stands in the server's own log.
    const done = record(...answered)
      .catch(() => {})
      .finally(() => under.delete(done))
    under.add(done)
  }
  const written = async (): Promise<void> => void (await Promise.all(under))
  return {
    log,
    add: (entry) => gathered.add({ ...entry, at: clockNow(), requestId: currentRequest()?.id ?? '' }),
    note: (more) => {
      const request = currentRequest()
      if (request) request.note = { ...NOTHING, ...request.note, ...more }
    },
    beforeFirstByte: async () => {
      const request = currentRequest()
      if (!request?.note) return
      addNoted(request.note, 'ok', request.id)
      request.note = null
      await gathered.flush()
    },
    recording: (handle) => (req, res) => {
      const request = currentRequest()
      res.once('close', () => request?.note && recordLater(request.note, req.method ?? '', res.statusCode, request.id))
      handle(req, res)
    },
    written,
    upToDate: async () => {
      await written()
      await gathered.flush()
    },
  }
}

/** With the case and the track that the ids are of; null where they are of nothing. A form says one id, which may be of either. */
async function placed(read: Given['read'], note: Note): Promise<Note | null> {
  const { what, caseId, trackId } = note
  if (what === 'office') return note
  const track = isId(trackId) ? await read.readTrackRow(trackId) : null
  if (track) return { ...note, what: what || 'track', caseId: track.caseId }
  const row = isId(caseId) ? await read.readCaseRow(caseId) : null
  return row && { ...note, what: what || 'case', trackId: '' }
}

/** Once for each person and arrival, as far as this process remembers; where it failed, again the next time. */
function firstOnly(save: (note: Note) => Promise<void>): (note: Note) => Promise<void> {
  const known = new Set<string>()
  return async (note) => {
    const key = JSON.stringify([note.trackId, note.arrivedSeq, note.personId])
    if (note.arrivedSeq === null || known.has(key)) return
    await save(note)
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(key)
  }
}
const MOST_KNOWN = 20_000
