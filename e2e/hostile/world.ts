/** What the worker's portal has stored, read from its database: the folded cases and who everybody is, for the policy to be asked about. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { OpenCase } from '#lib/domain/case/state'
import { tiesOf } from '#lib/domain/policy/ties'
import type { Actor, Post, UnitKind } from '#lib/domain/result'
import { ADMINISTRATORS, PEOPLE, personIdOf } from '#db/seed/office'
import type { Portal } from '../setup/server.ts'

export type World = Readonly<{ cases: readonly OpenCase[]; people: readonly Known[]; unitIds: readonly string[] }>
export type Known = Readonly<{ login: string; actor: Actor }>

function reading<T>({ dataDir }: Portal, read: (file: Database.Database) => T): T {
  const file = new Database(join(dataDir, 'xianjie.db'), { fileMustExist: true, readonly: true })
  try {
    return read(file)
  } finally {
    file.close()
  }
}

export const readWorld = (portal: Portal): World =>
  reading(portal, (file) => {
    const rows = file.prepare('SELECT sheet FROM case_row ORDER BY registered_at').all() as { sheet: string }[] // safe: the columns asked for
    const units = file.prepare('SELECT unit_id, kind, division FROM unit').all() as { unit_id: string; kind: UnitKind; division: string }[] // safe: as above
    const posts = file.prepare("SELECT person_id, unit_id, post FROM post WHERE to_day = ''").all() as {
      person_id: string
      unit_id: string
      post: Post
    }[] // safe: as above
    const seatsOf = (personId: string): Actor['seats'] =>
      posts.flatMap(({ person_id, unit_id, post }) => {
        const unit = units.find((one) => one.unit_id === unit_id)
        return person_id === personId && unit ? [{ unitId: unit_id, unitKind: unit.kind, division: unit.division, post }] : []
      })
    const cases = rows.map(({ sheet }) => {
      const state = JSON.parse(sheet) as OpenCase // safe: written by lib/views/case-views.ts
      return { ...state, evidence: evidenceOf(file, state.caseId) }
    })
    const active = PEOPLE.filter(({ to }) => to === null) // who has left cannot come in at all
    const people = [...active, ...ADMINISTRATORS].map(({ login }) => {
      const personId = personIdOf(login)
      return { login, actor: { personId, seats: seatsOf(personId) } }
    })
    return { cases, people, unitIds: units.map(({ unit_id }) => unit_id) }
  })

function evidenceOf(file: Database.Database, caseId: string): OpenCase['evidence'] {
  const rows = file.prepare('SELECT item_id, seq, folder, name, voided_at FROM evidence WHERE case_id = ? ORDER BY seq').all(caseId)
  const items = (rows as { item_id: string; seq: number; folder: string; name: string; voided_at: string }[]).map((row) => [
    row.item_id,
    { itemId: row.item_id, seq: row.seq, folder: row.folder, name: row.name, voided: row.voided_at ? {} : null },
  ])
  return Object.fromEntries(items) as OpenCase['evidence'] // safe: the policy reads no more of an item
}

/** Everything that may not change: how many rows each table holds but those a visitor's own desk grows by, and the last event of each stream. */
export const stored = (portal: Portal): Readonly<Record<string, unknown>> =>
  reading(portal, (file) => {
    const count = (table: string, rest = ''): unknown => file.prepare(`SELECT count(*) AS n FROM "${table}" ${rest}`).get()
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all() as {
      name: string
    }[] // safe: the column asked for
    return {
      ...Object.fromEntries(tables.filter(({ name }) => !GROWING.has(name)).map(({ name }) => [name, count(name)])),
      entries: count('entry', "WHERE type <> 'SilenceAlarmed'"),
      notices: count('notice', "WHERE code <> 'silence-alarmed'"),
      heads: file.prepare("SELECT case_id, max(seq) AS seq FROM entry WHERE type <> 'SilenceAlarmed' GROUP BY case_id ORDER BY 1").all(),
      office: count('event', "WHERE stream = 'office'"),
      credentials: file.prepare('SELECT person_id, digest FROM credential ORDER BY 1').all(),
    }
  })
/** Who did what last, and whose password was tried: for the one who looks for the culprit. */
export const lastDeeds = (portal: Portal): readonly string[] =>
  reading(portal, (file) => {
    const entries = file.prepare('SELECT type, person_id AS who FROM entry ORDER BY recorded_at DESC LIMIT 3').all()
    const tries = file.prepare("SELECT 'a wrong password' AS type, key AS who FROM failures").all()
    return ([...entries, ...tries] as { type: string; who: string }[]).map(({ type, who }) => `${type} by ${who}`) // safe: the columns asked for
  })

export type Kept = Readonly<{ personId: string; form: string; values: string }>
export const draftsOf = (portal: Portal, form: string): readonly Kept[] =>
  reading(
    portal,
    (file) =>
      file.prepare('SELECT person_id AS personId, form, "values" FROM draft WHERE form LIKE ? ORDER BY saved_at').all(`${form}%`) as Kept[], // safe: the columns asked for
  )

/** A visitor's own desk, what they open, and what the clock alone adds to: it alarms once a minute where a decision was not signed for. */
const GROWING = new Set(['session', 'draft', 'notice_read', 'opened', 'event', 'entry', 'notice', 'duty'])

/** One person for each thing that anybody can be to this case: the same posts with the same ties need not be tried twice. `strangers`: who has no tie at all, one of each post and kind of body, of each kind of body, or one. */
export function oneOfEachKind({ people }: World, state: OpenCase, strangers: 'each' | 'all' | 'one' = 'all'): Known[] {
  const kinds = new Map<string, Known>()
  for (const known of people) {
    const tracks = [null, ...Object.values(state.tracks)]
    const ties = tracks.map((track) => tiesOf(known.actor, state, track).map(({ tie }) => tie))
    const isTied = ties.flat().some((tie) => !tie.endsWith('-admin'))
    const posts = known.actor.seats.map(({ unitKind, post }) => (isTied || strangers === 'each' ? [unitKind, post] : unitKind))
    const kind = isTied || strangers !== 'one' ? JSON.stringify([posts, ties]) : 'stranger'
    if (!kinds.has(kind)) kinds.set(kind, known)
  }
  return [...kinds.values()]
}
