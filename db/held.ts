/**
 * How each table is held against the ledger. Total: a table without a line does not compile. Whoever adds one says here by what
 * `verify` would find it changed, or why nothing can.
 */
import { type Door, wasIssued } from '#lib/domain/office/door'
import type { RowKind } from '#lib/ports/row-kinds'
import { codeDigest, credentialDigest, linkDigest } from '#lib/ports/sealed-rows'
import type { Tables } from './schema.ts'
import type { SessionMac } from './session-mac.ts'

/** What all streams say together. Whoever finds something of it takes it out: what is left in the end is missing. */
export type Gathered = Readonly<{
  numbers: Set<string>
  /** Whose deed each event was, by `stream/streamId`; '' once a form key points to it. */
  by: Map<string, string[]>
  door: Omit<Door, 'credentials'> & Readonly<{ credentials: Map<string, string> }>
  /** What the portal's facts must say, by name. */
  facts: Map<string, string>
  macOf: SessionMac
}>
/** `field` '' where the whole row is missing or too much; values as text, '' where there is none. */
export type Fault = Readonly<{ field: string; stored: string; expected: string }>
/** What nothing in the ledger speaks of, and `verify` says so. */
export type Unprovable =
  | 'form-keys'
  | 'sessions-gone'
  | 'link-use'
  | 'house-notes'
  | 'read-marks'
  | 'drafts'
  | 'failed-sign-ins'
  | 'job-notes'
  | 'openings'

export type TableName = keyof Tables
type Row<T extends TableName> = Tables[T]['$inferSelect']
type Held<T extends TableName> =
  /** Folded anew with its stream and compared column by column (lib/ports/row-kinds.ts). */
  | Readonly<{ folded: RowKind }>
  | Readonly<{
      /** What makes a row the same row. */
      key: readonly (keyof Row<T> & string)[]
      /** By what it is named instead, where the key is nobody's to read. */
      shown?: readonly (keyof Row<T> & string)[]
      /** Held against what was gathered, row by row; `left`: what is missing then. */
      fault?: (row: Row<T>, all: Gathered) => Fault | null
      left?: (all: Gathered) => Iterable<string>
      unprovable?: Unprovable
    }>

const MORE: Fault = { field: '', stored: 'there', expected: '' }
const unless = (isSealed: boolean): Fault | null => (isSealed ? null : MORE)
export const HELD: { readonly [T in TableName]: Held<T> } = {
  event: { key: ['stream', 'streamId', 'seq'] }, // by its own chain, stream by stream
  caseRow: { folded: 'cases' },
  trackRow: { folded: 'tracks' },
  evidence: { folded: 'evidence' },
  entry: { folded: 'entries' },
  caseTie: { folded: 'caseTies' },
  trackTie: { folded: 'trackTies' },
  word: { folded: 'words' },
  duty: { folded: 'duties' },
  notice: { folded: 'notices' },
  unit: { folded: 'units' },
  unitName: { folded: 'unitNames' },
  person: { folded: 'persons' },
  post: { folded: 'posts' },
  directory: { folded: 'directory' },
  number: {
    key: ['unitId', 'kind', 'year', 'serial'],
    fault: ({ unitId, kind, year, serial }, { numbers }) => unless(numbers.delete([unitId, kind, year, serial].join('/'))),
    left: ({ numbers }) => numbers,
  },
  once: {
    key: ['personId', 'formKey'],
    fault: ({ stream, streamId, seq, personId }, { by }) => {
      const deeds = by.get(`${stream}/${streamId}`)
      const isTheirs = personId !== '' && deeds?.[seq - 1] === personId
      if (deeds && isTheirs) deeds[seq - 1] = ''
      return unless(isTheirs)
    },
    unprovable: 'form-keys',
  },
  credential: {
    key: ['personId'],
    fault: (row, { door: { credentials } }) => {
      const sealed = credentials.get(row.personId)
      credentials.delete(row.personId)
      if (sealed === undefined) return MORE
      const stored = credentialDigest(row)
      return stored === sealed ? null : { field: 'row', stored, expected: sealed }
    },
    left: ({ door }) => door.credentials.keys(),
  },
  session: {
    key: ['sessionId'],
    shown: ['personId', 'startedAt'],
    fault: (row, { macOf }) => (row.mac === macOf(row) ? null : { field: 'mac', stored: row.mac, expected: macOf(row) }),
    unprovable: 'sessions-gone',
  },
  oneTimeLink: { key: ['digest'], fault: (row, { door }) => unless(wasIssued(door.links, linkDigest(row), row)), unprovable: 'link-use' },
  linkCode: { key: ['personId'], fault: (row, { door }) => unless(wasIssued(door.codes, codeDigest(row), row)) },
  fact: {
    key: ['name'],
    fault: ({ name, value }, { facts }) => {
      const expected = facts.get(name)
      facts.delete(name)
      if (expected === undefined) return name === 'counted' ? MORE : null
      return expected === value ? null : { field: 'value', stored: value, expected }
    },
    left: ({ facts }) => facts.keys(),
    unprovable: 'house-notes',
  },
  noticeRead: { key: ['personId', 'noticeId'], unprovable: 'read-marks' },
  draft: { key: ['personId', 'form'], unprovable: 'drafts' },
  failures: { key: ['key'], unprovable: 'failed-sign-ins' },
  job: { key: ['name'], unprovable: 'job-notes' },
  opened: { key: ['caseId', 'trackId', 'seq', 'noticeId', 'personId'], unprovable: 'openings' },
}
