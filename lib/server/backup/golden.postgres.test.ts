/**
 * The golden ledger (docs/contributing.md §2): a backup drawn by the program of commit b86e016, with every type of event there was. Whatever
 * becomes of this program, that portal must open: it restores into both engines, verifies, and folds to the rows that were sealed
 * with it. It is never drawn anew; what folds differently one day says so by a new number, and then this test names what differs.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#db/open-store'
import { databaseAsOf } from '#db/testing/as-of'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { readSchema } from '#db/schema-check'
import type { Difference } from '#db/verify'
import { readZip } from '#lib/adapters/zip'
import { differencesIn } from './differences.ts'
import { openContainer } from '../boot/container.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const GOLDEN = join(import.meta.dirname, '../../../db/testing/golden-b86e016.zip')
const CASE = `AbsenceJustified AmountsRecorded BasicsRecorded CaseFiled CaseNotFiled CaseRegistered DecisionSignedFor EvidenceAdded
EvidenceVoided ExaminationOpened HandlersAssigned ItemsRecorded OpinionGiven PaperDisputed ReceiptSigned ReportConfirmed ReportReturned
ReportSubmitted ReportWithdrawn ReportWritten SilenceAlarmed SubjectRecorded SubjectStruck SupplementAsked SupplementSent TransferApproved
TransferPassedOn TransferRefused TransferReturned TransferSent TransferWithdrawn Urged`
const OFFICE = `DirectoryRecorded LinkIssued PersonLeft PersonRegistered PersonRenamed PostEnded PostGranted UnitRecorded UnitRegistered
UnitRenamed`
/** What a restore may change: whoever was signed in then is not now. */
const NOT_HELD = new Set(['session', 'one_time_link'])
/** What later numbers fold otherwise (ROWS_VERSION), column by column: all else is as it was, and these are a fresh fold, as `verify` says. */
const FOLDED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  duty: ['clock', 'due_strict_at', 'due_tolerant_at', 'due_at', 'sort_at'], // 2: internal times and rights
  case_row: ['sheet'], // 3: rounds, and in their tracks proceedings and decisions
  track_row: ['sheet'],
}
/** Duties that there were not then: what came back is owed to be dealt with (7). */
const OWED_SINCE: readonly unknown[] = ['plan-anew']

type Row = Readonly<Record<string, string | number>>
let run = ''
let golden: Map<string, Row[]>
beforeAll(async () => {
  run = mkdtempSync(join(tmpdir(), 'golden-'))
  golden = await tablesOf(GOLDEN)
})
afterAll(() => rmSync(run, { recursive: true }))

async function tablesOf(file: string): Promise<Map<string, Row[]>> {
  const zip = await readZip(file)
  const found = new Map<string, Row[]>()
  for (const name of zip.parts.keys()) {
    const table = /^tables\/(.+)\.jsonl$/.exec(name)?.[1]
    if (!table) continue
    const text = Buffer.concat(await (await zip.open(name)).toArray()).toString()
    found.set(
      table,
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row),
    ) // safe: a table's rows
  }
  zip.close()
  return found
}
/** Rows with the columns they had then, in an order of their own. */
const held = (rows: readonly Row[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((name) => [name, row[name]]))).toSorted()

const ENGINES = ['sqlite', 'postgres'] as const
type Where = Readonly<{ dataDir: string; databaseUrl: string | undefined }>
let places = 0
const placeOf = async (engine: (typeof ENGINES)[number]): Promise<Where> => ({
  dataDir: join(run, `place-${places++}`),
  databaseUrl: engine === 'postgres' ? await freshPostgres('golden') : undefined,
})

/** Not restored: the folder and the database of that day, sessions and links included. */
const MIGRATIONS = 5
async function layOut(where: Where): Promise<void> {
  const zip = await readZip(GOLDEN)
  for (const name of zip.parts.keys()) {
    const blobId = /^blobs\/(.+)$/.exec(name)?.[1]
    const path = join(where.dataDir, blobId ? `blobs/${blobId.slice(0, 2)}/${blobId}` : name)
    if (!blobId && name !== 'secrets.json') continue
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, Buffer.concat(await (await zip.open(name)).toArray()), { mode: 0o600 })
  }
  zip.close()
  await databaseAsOf(MIGRATIONS, golden, where)
}

async function differencesOf(where: Where): Promise<Difference[]> {
  const store = await openStore(where)
  const found: Difference[] = []
  for await (const one of differencesIn(where, await readSchema(where), async () => store)) found.push(one)
  await store.close()
  return found
}

describe('the golden ledger of b86e016', () => {
  it('holds every type of event that this program had then', () => {
    const types = new Set(golden.get('event')?.map(({ leaf }) => (JSON.parse(String(leaf)) as { type: string }).type)) // safe: a leaf
    expect([...types].toSorted()).toEqual([...CASE.split(/\s/), ...OFFICE.split(/\s/)].toSorted())
  })

  it.each(ENGINES)(
    'restores into %s, verifies, and has the rows that were sealed with it, but for what is folded otherwise since',
    async (engine) => {
      const dataDir = join(run, engine)
      const where = { dataDir, databaseUrl: engine === 'postgres' ? await freshPostgres('golden') : undefined }
      const copy = join(run, `${engine}.zip`)
      cpSync(GOLDEN, copy)
      await restoreBackup(where, copy) // verifies: folds every stream and compares every row and file
      const second = join(run, `${engine}-again.zip`)
      await makeBackup(where, second, '2026-11-30T08:00:00.000Z')
      const now = await tablesOf(second)
      // What an upgrade adds to the ledger: the digests of the passwords that no event spoke of (found J7).
      const counted = now.get('event')?.pop()
      expect(JSON.parse(String(counted?.['leaf']))).toMatchObject({ stream: 'office', type: 'CredentialsCounted' })
      for (const [table, rows] of golden) {
        if (NOT_HELD.has(table)) continue
        const columns = Object.keys(rows[0] ?? {}).filter((name) => !FOLDED_OTHERWISE[table]?.includes(name))
        const then = (now.get(table) ?? []).filter(({ code }) => table !== 'duty' || !OWED_SINCE.includes(code))
        expect(held(then, columns), table).toEqual(held(rows, columns))
      }
    },
  )

  it.each(ENGINES)(
    'as it lay there on %s, starts under this program and verifies clean; so does its backup, restored on either engine',
    async (engine) => {
      const where = await placeOf(engine)
      await layOut(where)
      const container = await openContainer({
        port: 0,
        host: '',
        origin: undefined,
        mostSessions: 3,
        accessLogDays: 184,
        demo: true,
        ...where,
      })
      await container.catchUp()
      await container.close()
      expect(await differencesOf(where)).toEqual([])
      const backup = join(run, `${engine}-upgraded.zip`)
      const { migrations, rows } = await makeBackup(where, backup, '2026-11-30T08:00:00.000Z')
      expect(migrations).toBeGreaterThan(MIGRATIONS)
      for (const [table, { length }] of golden) expect(rows[table], table).toBeGreaterThanOrEqual(length)
      for (const other of ENGINES) {
        const place = await placeOf(other)
        await restoreBackup(place, backup)
        expect(await differencesOf(place)).toEqual([])
      }
    },
    60_000,
  )
})
