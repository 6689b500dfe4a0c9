/**
 * Backup and restore as commands, between both engines, on the demo world; in the project that has a PostgreSQL server
 * (vitest.config.ts). Long, because making that world takes longer than all of this: one file, one world.
 */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#db/open-store'
import { connect } from '#db/postgres/connect'
import { openFile } from '#db/sqlite/open'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { COLUMNS_OF_0004 } from '#db/testing/older'
import { forgetfulDisk } from '#lib/adapters/disk.memory'
import { readZip, writeZip } from '#lib/adapters/zip'
import { scopesOf } from '#lib/domain/policy/scope'
import { beijingDay } from '#lib/domain/time'
import { deciderOf } from '#lib/usecases/streams'
import { addEvidence } from '#lib/usecases/add-evidence'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { caseDecider } from '#lib/usecases/case-decider'
import { findFileFault } from '#lib/usecases/find-file-fault'
import { actorOf } from '#lib/usecases/office/actor-of'
import { Manifest } from './archive.ts'
import { caseDesk } from '../session/case-desk.ts'
import { currentContainer } from '../boot/current-container.ts'
import { openContainer } from '../boot/container.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

type Where = Readonly<{ dataDir: string; databaseUrl?: string }>
type Engine = 'sqlite' | 'postgres'
type Said = Readonly<{ code: number | null; text: string }>

const run = mkdtempSync(join(tmpdir(), 'backup-'))
const newPath = (): string => join(run, randomUUID())
const newPlace = async (engine: Engine): Promise<Where> => ({
  dataDir: newPath(),
  ...(engine === 'postgres' && { databaseUrl: await freshPostgres('backup') }),
})
const env = ({ dataDir, databaseUrl }: Where) => ({
  port: 0,
  host: '',
  origin: undefined,
  mostSessions: 3,
  accessLogDays: 184,
  demo: true,
  dataDir,
  databaseUrl,
})

/** The commands as typed; most tests call what they call, because a process takes longer to start than to do this. */
const command = (name: 'backup' | 'restore', where: Where, ...args: string[]): Promise<Said> =>
  new Promise((done) => {
    const variables = { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '', INIT_CWD: run }
    const child = spawn(process.execPath, [`lib/server/backup/${name}.ts`, ...args], { env: variables })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('close', (code) => done({ code, text }))
  })
const backUp = async (where: Where): Promise<string> => {
  const file = newPath()
  await makeBackup(env(where), file, '2026-11-25T00:00:00.000Z')
  return file
}
const restore = (where: Where, file: string) => restoreBackup(env(where), file)
const restored = async (engine: Engine, file: string): Promise<Where> => {
  const where = await newPlace(engine)
  await restore(where, file)
  return where
}
/** Somebody's own hand on the database. */
async function by({ dataDir, databaseUrl }: Where, statement: string): Promise<void> {
  if (databaseUrl) {
    const server = await connect(databaseUrl)
    await server.query(statement)
    return server.end()
  }
  const { client } = openFile(dataDir)
  client.exec(statement)
  client.close()
}
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).toSorted() : [])

/** Everything a backup holds, but for when and whence: what must be the same after any way through both engines. */
async function contentsOf(file: string): Promise<Record<string, string>> {
  const zip = await readZip(file)
  const found: Record<string, string> = {}
  for (const name of zip.parts.keys()) {
    if (name === 'manifest.json') continue
    const text = Buffer.concat(await (await zip.open(name)).toArray()).toString('latin1')
    found[name] = name.endsWith('.jsonl') ? text.split('\n').map(sortedKeys).toSorted().join('\n') : text
  }
  zip.close()
  return found
}
const sortedKeys = (line: string): string => {
  const entries = line === '' ? [] : Object.entries(JSON.parse(line) as object) // safe: a row
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

let world: Where
let backup = ''
beforeAll(async () => {
  world = await newPlace('sqlite')
  await (await openContainer(env(world))).close()
  const secrets = { nextAuth: 'n'.repeat(64), serverActions: Buffer.alloc(32).toString('base64') }
  writeFileSync(join(world.dataDir, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 })
  backup = await backUp(world)
}, 120_000)
afterAll(() => rmSync(run, { recursive: true }))

describe('a backup', () => {
  it('of either engine restores into either, row by row and byte by byte', async () => {
    const contents = await contentsOf(backup)
    expect(Object.keys(contents).filter((name) => name.startsWith('blobs/')).length).toBeGreaterThan(10)
    const same = async (where: Where): Promise<string> => {
      const reopened = await backUp(where)
      expect(await contentsOf(reopened)).toEqual(contents)
      return reopened
    }
    await same(await restored('sqlite', backup))
    const ofServer = await same(await restored('postgres', backup))
    await same(await restored('sqlite', ofServer))
    await same(await restored('postgres', ofServer))
  }, 120_000)

  it('is for its owner alone, replaces no file, and leaves none where it fails', async () => {
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    const before = readFileSync(backup)
    expect(await command('backup', world, backup)).toMatchObject({ code: 1, text: expect.stringContaining('已存在') })
    expect(readFileSync(backup).equals(before)).toBe(true)
    const torn = { dataDir: newPath() }
    cpSync(world.dataDir, torn.dataDir, { recursive: true })
    const [lost] = filesIn(join(torn.dataDir, 'blobs')).filter((name) => name.length > 32)
    rmSync(join(torn.dataDir, 'blobs', lost ?? ''))
    const all = filesIn(run)
    await expect(backUp(torn)).rejects.toThrow(/is missing/)
    expect(filesIn(run)).toEqual(all)
  }, 60_000)

  it.each(['changed', 'missing'] as const)(
    'is made and restored while a stored file stands locked as %s, which it is then, too (found J6)',
    async (is) => {
      const where = await restored('sqlite', backup)
      const container = await openContainer(env(where))
      const { effects, clockNow, askAs } = currentContainer()
      const [row] = await effects.read.listEvidence((await effects.read.nextStream('case', '')) ?? '')
      const { caseId = '', blobId = '' } = row ?? {}
      const path = join(where.dataDir, 'blobs', blobId.slice(0, 2), blobId)
      if (is === 'missing') rmSync(path)
      else writeFileSync(path, 'other bytes')
      const found = await findFileFault(askAs(effects, caseDecider, CLOCK, { now: clockNow() }), caseId, blobId, is)
      expect(found.ok).toBe(true)
      await container.close()
      const file = await backUp(where)
      for (const engine of ['sqlite', 'postgres'] as const) {
        const reopened = await openStore(await restored(engine, file))
        expect(await reopened.listFaulty()).toEqual([caseId])
        await reopened.close()
      }
    },
    120_000,
  )

  it('that was killed leaves nothing behind when the next one is made, and nobody else’s is taken away (found J22)', async () => {
    const folder = newPath()
    mkdirSync(folder)
    const begun = watch(folder)
    const child = spawn(process.execPath, ['lib/server/backup/backup.ts', join(folder, 'killed.zip')], {
      env: { ...process.env, DATA_DIR: world.dataDir, DATABASE_URL: '' },
    })
    begun.once('change', () => child.kill('SIGKILL'))
    await once(child, 'exit')
    begun.close()
    expect(filesIn(folder)).toEqual([expect.stringMatching(/^killed\.zip\..*part-/)])
    const others = [`a.zip.xianjie-part-${hostname()}-${process.ppid}`, 'b.zip.xianjie-part-elsewhere-1', 'film.part-1', 'c.zip']
    const left = [`d.zip.xianjie-part-${hostname()}-${process.pid}`, 'e.zip.xianjie-part-elsewhere-1']
    for (const name of [...others, ...left]) writeFileSync(join(folder, name), '')
    utimesSync(join(folder, 'e.zip.xianjie-part-elsewhere-1'), 0, 0)
    await makeBackup(env(world), join(folder, 'next.zip'), new Date().toISOString())
    expect(filesIn(folder)).toEqual([...others, 'next.zip'].toSorted())
  }, 60_000)

  it.each<Engine>(['sqlite', 'postgres'])(
    'taken while %s is being written is of one moment',
    async (engine) => {
      const where = await restored(engine, backup)
      const container = await openContainer(env(where))
      const { effects, blobs, clockNow, askAs } = currentContainer()
      const now = clockNow()
      const actor = await actorOf(effects.read, 'p-chenmin', beijingDay(now))
      const desk = caseDesk({ actor, ask: (stream) => askAs(effects, deciderOf(stream), actor, { now }), read: effects.read, blobs, now })
      const order = { by: 'registeredAt', descending: false } as const
      const [row] = await effects.read.listCases(scopesOf(actor).cases, { phases: ['investigating'] }, order, { after: null, size: 1 })
      const caseId = row?.caseId ?? ''
      let [added, isOver] = [0, false]
      const write = async (): Promise<void> => {
        while (!isOver) {
          const taken = await blobs.take(Readable.from([Buffer.from(randomUUID())]), { maxBytes: 100 })
          if (!taken.ok) throw new Error(taken.code)
          const entry = {
            formKey: randomUUID(),
            folder: 'main-05',
            kind: '',
            source: '',
            collectedBy: '',
            collectedOn: desk.today,
            asIs: '',
          }
          const done = await addEvidence(desk, caseId, { name: 'a.txt', stored: taken.stored, content: 'txt' }, entry)
          if (!done.ok) throw new Error(done.refusal.code)
          added++
        }
      }
      const writers = [write(), write(), write()]
      const file = newPath()
      const said = await command('backup', where, file) // a process of its own, as beside a portal that serves
      isOver = true
      await Promise.all(writers)
      await container.close()
      expect(said).toMatchObject({ code: 0, text: expect.stringContaining('Backed up to') })
      expect(added).toBeGreaterThan(3)
      // The restore itself folds every stream anew and compares rows and files: a second moment in the backup would differ.
      await restored('sqlite', file)
    },
    120_000,
  )
})

describe('a start', () => {
  it.each<[string, Engine, (blobs: string) => void]>([
    ['no folder of them', 'sqlite', (blobs) => rmSync(blobs, { recursive: true })],
    [
      'an empty folder, as where a disk is not mounted',
      'postgres',
      (blobs) => {
        rmSync(blobs, { recursive: true })
        mkdirSync(blobs)
      },
    ],
  ])(
    'that finds files in the ledger and %s says so and does not serve (found J18, %s)',
    async (_how, engine, lose) => {
      const where = await restored(engine, backup)
      await (await openContainer(env(where))).close()
      lose(join(where.dataDir, 'blobs'))
      await expect(openContainer(env(where))).rejects.toThrow(/台账中有 \d{2,} 个文件.*restore the backup/)
    },
    60_000,
  )
  it('of a portal in which nothing was stored yet needs no folder of files', async () => {
    const dataDir = newPath()
    const open = () => openContainer({ ...env({ dataDir }), demo: false })
    await (await open()).close()
    await (await open()).close()
    expect(existsSync(join(dataDir, 'blobs'))).toBe(false)
  })
})

describe('a restore', () => {
  const rezip = async (change: (parts: Map<string, Buffer>) => void): Promise<string> => {
    const zip = await readZip(backup)
    const parts = new Map<string, Buffer>()
    for (const name of zip.parts.keys()) parts.set(name, Buffer.concat(await (await zip.open(name)).toArray()))
    zip.close()
    change(parts)
    const file = newPath()
    const all = async function* () {
      for (const [name, bytes] of parts) yield { name, bytes: Readable.from([bytes]), compress: false }
    }
    await writeZip(file, all())
    return file
  }
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  const changed = (parts: Map<string, Buffer>, name: string, how: (text: string) => string): void =>
    void parts.set(name, Buffer.from(how(parts.get(name)?.toString() ?? '')))

  it.each<[string, Engine, () => Promise<string>]>([
    [
      'one byte of a stored file changed',
      'sqlite',
      () =>
        rezip((parts) => {
          const name = [...parts.keys()].find((part) => part.startsWith('blobs/')) ?? ''
          const bytes = parts.get(name) ?? Buffer.alloc(1)
          bytes[0] = (bytes[0] ?? 0) ^ 1
        }),
    ],
    ['a row changed', 'postgres', () => rezip((parts) => changed(parts, 'tables/person.jsonl', (text) => text.replace('陈敏', '陈某')))],
    ['a part that nobody named', 'sqlite', () => rezip((parts) => void parts.set('blobs/passwd', Buffer.from('x')))],
    ['a part missing', 'postgres', () => rezip((parts) => void parts.delete('tables/session.jsonl'))],
    ['no manifest', 'sqlite', () => rezip((parts) => void parts.delete('manifest.json'))],
    [
      'its end cut off',
      'postgres',
      async () => {
        const file = newPath()
        cpSync(backup, file)
        truncateSync(file, statSync(file).size - 1000)
        return file
      },
    ],
    ['nothing of a zip', 'sqlite', async () => join(process.cwd(), 'package.json')],
  ])(
    'of a backup with %s leaves nothing in %s',
    async (_how, engine, make) => {
      const target = await newPlace(engine)
      const file = await make()
      await expect(restore(target, file)).rejects.toThrow(/没有恢复任何内容.*nothing was restored/)
      expect(filesIn(target.dataDir)).toEqual([])
      if (!target.databaseUrl) return
      const store = await openStore(target)
      expect([await store.listStreams(), await store.listPersons()]).toEqual([[], []])
      await store.close()
    },
    60_000,
  )

  /** Byte by byte as the backup, but for one bit. */
  const flipped = async (find: (bytes: Buffer) => number): Promise<string> => {
    const bytes = readFileSync(backup)
    const at = find(bytes)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const file = newPath()
    writeFileSync(file, bytes)
    return file
  }
  const cutTo = async (size: number): Promise<string> => {
    const file = newPath()
    writeFileSync(file, readFileSync(backup).subarray(0, size))
    return file
  }
  const manifestOf = (text: string, how: (manifest: Manifest) => object): string => JSON.stringify(how(Manifest.parse(JSON.parse(text))))
  const wrongDigest = (text: string): string =>
    manifestOf(text, (manifest) => ({
      ...manifest,
      parts: manifest.parts.map((part) => (part.name === 'secrets.json' ? { ...part, sha256: sha256(Buffer.from('')) } : part)),
    }))
  const newer = (text: string): string => manifestOf(text, (manifest) => ({ ...manifest, version: 2 }))
  const later = (text: string): string =>
    manifestOf(text, (manifest) => ({
      ...manifest,
      rows: { ...manifest.rows, later: 0 },
      parts: [...manifest.parts, { name: 'tables/later.jsonl', bytes: 0, sha256: sha256(Buffer.from('')) }],
    }))
  it.each<[how: string, words: string, make: () => Promise<string>]>([
    ['a part missing', '缺少的部分：tables/session.jsonl', () => rezip((parts) => void parts.delete('tables/session.jsonl'))],
    ['its secrets missing', 'missing parts: secrets.json', () => rezip((parts) => void parts.delete('secrets.json'))],
    ['no manifest', 'missing parts: manifest.json', () => rezip((parts) => void parts.delete('manifest.json'))],
    ['a part added', 'does not name: tables/passwd.jsonl', () => rezip((parts) => void parts.set('tables/passwd.jsonl', Buffer.from('x')))],
    [
      'a part added, of a name that writes on a terminal',
      '清单以外的部分：x??2J??',
      () => rezip((parts) => void parts.set('x\u001b[2J钱\n', Buffer.from('x'))),
    ],
    [
      'one bit of its manifest flipped',
      'damaged parts: manifest.json',
      () => flipped((bytes) => bytes.readUInt32LE(bytes.length - 6) - 100),
    ],
    [
      'a digest in its manifest changed',
      'not as its manifest says: secrets.json',
      () => rezip((parts) => changed(parts, 'manifest.json', wrongDigest)),
    ],
    ['a manifest of a later day', 'does not know: manifest.json', () => rezip((parts) => changed(parts, 'manifest.json', newer))],
    [
      'a table of a later day',
      'does not know: tables/later.jsonl',
      () =>
        rezip((parts) => {
          parts.set('tables/later.jsonl', Buffer.from(''))
          changed(parts, 'manifest.json', later)
        }),
    ],
    ['its end cut off', 'its end is missing', () => cutTo(statSync(backup).size - 1000)],
    ['half of it', '末尾缺失', () => cutTo(Math.floor(statSync(backup).size / 2))],
    ['nothing in it', 'no backup file', () => cutTo(0)],
    ['nothing of a zip', '不是备份文件', async () => join(process.cwd(), 'package.json')],
  ])(
    'of a backup with %s says what is wrong: %s (found J22)',
    async (_how, words, make) => {
      const target = await newPlace('sqlite')
      await expect(restore(target, await make())).rejects.toThrow(words)
      expect(filesIn(target.dataDir)).toEqual([])
    },
    60_000,
  )

  /** Other rows of one table, and a manifest that says so. */
  const resealed = (table: string, how: (text: string) => string, claimed: Partial<Manifest> = {}): Promise<string> =>
    rezip((parts) => {
      const part = `tables/${table}.jsonl`
      changed(parts, part, how)
      const bytes = parts.get(part) ?? Buffer.alloc(0)
      changed(parts, 'manifest.json', (text) => {
        const manifest = Manifest.parse(JSON.parse(text))
        const anew = manifest.parts.map((one) => (one.name === part ? { ...one, bytes: bytes.length, sha256: sha256(bytes) } : one))
        return JSON.stringify({ ...manifest, ...claimed, parts: anew })
      })
    })

  it('holds the ledger against its rows, also where every digest was made anew', async () => {
    const file = await resealed('person', (text) => text.replace('陈敏', '陈某'))
    for (const engine of ['sqlite', 'postgres'] as const) {
      const target = await newPlace(engine)
      await expect(restore(target, file)).rejects.toThrow('its own ledger in 1 places')
      expect(filesIn(target.dataDir)).toEqual([])
    }
  }, 60_000)

  it('fills in what a backup of an older version does not hold', async () => {
    const without = (line: string): string =>
      JSON.stringify(JSON.parse(line), (name, value: unknown) => (COLUMNS_OF_0004.includes(name) ? undefined : value))
    const older = (text: string): string => text.replace(/.+/g, without)
    const file = await resealed('duty', older, { migrations: 4 })
    for (const engine of ['sqlite', 'postgres'] as const)
      expect(await contentsOf(await backUp(await restored(engine, file)))).toEqual(await contentsOf(backup))
    await expect(restore(await newPlace('sqlite'), await resealed('duty', older))).rejects.toThrow('its own ledger')
  }, 60_000)

  it.each<Engine>(['sqlite', 'postgres'])(
    'ends every sign-in, one-time link and code of its time, and says so (found J25, %s)',
    async (engine) => {
      const where = await restored(engine, backup)
      const [at, later] = ['2026-11-25T00:00:00.000Z', '2099-01-01T00:00:00.000Z']
      const rows = {
        session: { session_id: 's', person_id: 'p-chenmin', started_at: at, touched_at: at, ended_at: '', reauth_at: '', reauth_for: '' },
        one_time_link: { digest: 'd', person_id: 'p-chenmin', made_at: at, expires_at: later, used_at: '' },
        link_code: { person_id: 'p-chenmin', digest: 'd', made_at: at, expires_at: later, tries: 0 },
      }
      for (const [table, row] of Object.entries(rows)) {
        const values = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : value))
        await by(where, `insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`)
      }
      const [file, reopened] = [await backUp(where), await newPlace(engine)]
      const signIns = async (of: string): Promise<(string | undefined)[]> => {
        const contents = await contentsOf(of)
        return Object.keys(rows).map((table) => contents[`tables/${table}.jsonl`])
      }
      for (const lines of await signIns(file)) expect(lines).toContain('p-chenmin')
      const said = await command('restore', reopened, file)
      for (const lines of await signIns(await backUp(reopened))) expect(lines).not.toContain('p-chenmin')
      expect(said).toMatchObject({ code: 0, text: expect.stringMatching(/登录已全部结束[^]*all sign-ins and one-time links/i) })
    },
    120_000,
  )

  it('overwrites no folder with secrets or files, and no database with a row', async () => {
    const target = await newPlace('postgres')
    expect(await command('restore', target, backup)).toMatchObject({ code: 0, text: expect.stringContaining('all as sealed') })
    expect(statSync(join(target.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    const before = filesIn(target.dataDir)
    expect(await command('restore', target, backup)).toMatchObject({ code: 1, text: expect.stringContaining('not overwritten') })
    expect(filesIn(target.dataDir)).toEqual(before)
    const beside = { ...target, dataDir: newPath() }
    await expect(restore(beside, backup)).rejects.toMatchObject({ code: 'db.not-empty' })
    expect(filesIn(beside.dataDir)).toEqual([])
    await expect(restore({ dataDir: world.dataDir }, backup)).rejects.toThrow('不会覆盖')
  }, 60_000)

  it.each<Engine>(['sqlite', 'postgres'])(
    'that has answered outlives a power cut: secrets and every file, in a data folder that was not there before (found J18, %s)',
    async (engine) => {
      const root = newPath()
      mkdirSync(root)
      const disk = forgetfulDisk(root)
      const place = await newPlace(engine)
      const where = { ...place, dataDir: join(root, 'srv/data') }
      await restoreBackup(env(where), backup, disk)
      const there = filesIn(root)
      expect(there.filter((name) => /blobs.[0-9a-f]{2}.[0-9a-f]{32}$/.test(name)).length).toBeGreaterThan(10)
      expect(disk.afterPowerCut()).toEqual(expect.arrayContaining(there))
    },
    60_000,
  )

  it('leaves the ledger closed: an event is never changed afterwards either', async () => {
    const { client } = openFile((await restored('sqlite', backup)).dataDir)
    for (const statement of [`update event set payload = 'x'`, 'delete from event']) expect(() => client.exec(statement)).toThrow(/never/)
    client.close()
    const server = await connect((await restored('postgres', backup)).databaseUrl ?? '')
    for (const statement of [`update event set payload = 'x'`, 'delete from event', 'truncate event'])
      await expect(server.query(statement)).rejects.toThrow(/never/)
    await server.end()
  }, 60_000)
})
