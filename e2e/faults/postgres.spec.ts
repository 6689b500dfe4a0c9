/**
 * The portal on PostgreSQL, in the middle of writes: the database goes and comes back, then the portal itself is killed. What was
 * answered is there, whoever was not served hears so, and nobody has to start anything anew.
 */
import { join } from 'node:path'
import { expect, test, type APIResponse } from '@playwright/test'
import pg from 'pg'
import { en, zh } from '#lib/i18n/fault'
import { send } from '../hostile/draw.ts'
import { formsIn } from '../hostile/forms.ts'
import { signInByForm } from '../hostile/http.ts'
import { openPortal } from '../setup/server.ts'
import { casesOfChen, openPostgres, type Postgres } from './postgres.ts'
import { emptyFolder, killWhileSeeding, restoredWorld, verified } from './seeding.ts'
import { newFile, rows, signIn, visitor, type Visitor } from './visitor.ts'

const PASSWORD = 'demo-2026-yanshi'
const AT_ONCE = 30
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 2)
const CLIENTS = 8
/** `kept`: what was answered; `quiet` and `back`: ms until all were served, before and after. */
type Struck = Readonly<{ how: string; strike: () => Promise<void>; kept: string[]; quiet: number[]; back: number[] }>
const median = (ms: readonly number[]): number => ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)] ?? Number.NaN
const BECAUSE = `${zh.fault.because['fault.no-database']} ${en.fault.because['fault.no-database']}`

/** Half of them files, half drafts; `onAnswer` hears how many are through. Whoever is cut off counts as not answered. */
async function writesAtOnce(chen: Visitor, caseId: string, round: string, onAnswer: (nth: number) => void) {
  const kept = { files: new Array<string>(), drafts: new Array<string>() }
  const refused: APIResponse[] = []
  let through = 0
  const hear = (answer: APIResponse, keep: () => unknown): void => {
    if (answer.status() !== 200) return void refused.push(answer)
    keep()
    onAnswer(++through)
  }
  const write = async (nth: number): Promise<void> => {
    if (nth % 2 === 0) {
      const { answer, sha256 } = await chen.sends(caseId, 20_000)
      return hear(answer, () => kept.files.push(sha256))
    }
    const form = `fault:${round}-${nth}`
    hear(await chen.saves(form, round), () => kept.drafts.push(form))
  }
  await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, nth) => write(nth)))
  return { ...kept, refused }
}
const storedIn = async ({ asks }: Postgres) => ({
  files: (await asks<{ sha256: string }>('select sha256 from evidence')).map(({ sha256 }) => sha256),
  drafts: (await asks<{ form: string }>('select form from draft')).map(({ form }) => form),
})
async function expectUnavailable(answer: APIResponse): Promise<void> {
  expect(answer.status()).toBe(503)
  expect(answer.headers()['retry-after']).toBe('10')
  expect(await answer.json()).toEqual({ ok: false, text: BECAUSE })
}

test('on PostgreSQL, which goes and comes back, and killed under writes, the portal loses nothing that it answered', async () => {
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url }
  const dataDir = restoredWorld(more)
  let portal = await openPortal(dataDir, more)
  try {
    const [caseId = ''] = await casesOfChen(database)
    const cookies = await signIn(portal, 'chenmin', PASSWORD)
    const chen = await visitor(portal, cookies)

    let goes: Promise<void> | undefined
    const restarted = await writesAtOnce(chen, caseId, 'restart', (nth) => {
      if (nth === 5) goes = database.down()
    })
    await goes
    for (const answer of restarted.refused) await expectUnavailable(answer)
    await expectUnavailable(await chen.saves('fault:gone', 'gone'))
    await expectUnavailable((await chen.sends(caseId)).answer)
    const page = await chen.opens('/work')
    expect(page.status()).toBe(503)
    expect(await page.text()).toContain(zh.fault.because['fault.no-database'])
    await database.up()
    // A connection that died while it was idle may say so once more, to whoever takes it next.
    await expect.poll(async () => (await chen.saves('fault:back', 'back')).status(), { timeout: 30_000 }).toBe(200)

    let dies: Promise<void> | undefined
    const killed = await writesAtOnce(chen, caseId, 'kill', (nth) => {
      if (nth === 5) dies = portal.kill()
    })
    await dies
    await chen.leaves()
    portal = await openPortal(dataDir, more)

    const { files, drafts } = await storedIn(database)
    expect(files).toEqual(expect.arrayContaining([...restarted.files, ...killed.files]))
    expect(drafts).toEqual(expect.arrayContaining([...restarted.drafts, ...killed.drafts, 'fault:back']))
    expect(drafts).not.toContain('fault:gone')
    expect(verified(dataDir, more)).toMatch(/^0 /)
  } finally {
    await portal.stop()
    await database.stop()
  }
})

test(`PostgreSQL restarted, all its backends terminated, and one, ${ROUNDS} times each under ${CLIENTS} clients: the portal lives and nothing answered is lost or doubled (found J16)`, async () => {
  test.setTimeout(120_000 + ROUNDS * 60_000)
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url }
  const dataDir = restoredWorld(more)
  const portal = await openPortal(dataDir, more)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', PASSWORD))
  const [caseId = ''] = await casesOfChen(database)
  const strikes: readonly [string, () => Promise<void>][] = [
    ['restart', () => database.down().then(database.up)],
    ['all terminated', () => database.terminates('all')],
    ['one terminated', () => database.terminates('one')],
  ]
  const struck = strikes.map(([how, strike]): Struck => ({ how, strike, kept: [], quiet: [], back: [] }))
  let now = struck[0]
  try {
    let waitedFor = new Set<number>()
    let allServed = (): void => {}
    let isOver = false
    /** What was cut off is sent again as it was. A portal that ended hangs up, and that is an error. */
    const untilAnswered = async (client: number, ask: () => Promise<APIResponse>): Promise<void> => {
      for (;;) {
        const since = waitedFor
        const answer = await ask()
        if (answer.status() === 200) {
          if (since.delete(client) && since.size === 0) allServed()
          return
        }
        expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '10'])
        expect(await answer.text()).toContain(zh.fault.because['fault.no-database'])
      }
    }
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let nth = 0; !isOver; nth++) {
        if (client === 0) await untilAnswered(client, () => chen.opens('/work'))
        else if (client % 2 === 0) {
          const file = newFile(5_000)
          await untilAnswered(client, () => chen.brings(caseId, file))
          now?.kept.push(file.sha256)
        } else {
          const form = `fault:${client}-${nth}`
          await untilAnswered(client, () => chen.saves(form, form))
          now?.kept.push(form)
        }
      }
    })
    /** Each with something asked for after now. */
    const untilAllAreServed = async (): Promise<number> => {
      const began = performance.now()
      const served = new Promise<void>((done) => (allServed = done))
      waitedFor = new Set(clients.keys())
      await Promise.race([served, Promise.all(clients)]) // a client who fails fails the test
      return Math.round(performance.now() - began)
    }
    for (let round = 0; round < ROUNDS; round++)
      for (now of struck) {
        now.quiet.push(await untilAllAreServed())
        await now.strike()
        now.back.push(await untilAllAreServed())
      }
    isOver = true
    await Promise.all(clients)
    const { files, drafts } = await storedIn(database)
    const times = Map.groupBy([...files, ...drafts], (name) => name)
    const timesOf = (name: string): number => times.get(name)?.length ?? 0
    console.table(
      struck.map(({ how, kept, quiet, back }) => ({
        how,
        rounds: back.length,
        'ms until all were served: before, median': median(quiet),
        'after, median': median(back),
        worst: Math.max(...back),
        acknowledged: kept.length,
        lost: kept.filter((name) => timesOf(name) === 0).length,
        doubled: kept.filter((name) => timesOf(name) > 1).length,
      })),
    )
    expect(struck.flatMap(({ kept }) => kept).filter((name) => timesOf(name) !== 1)).toEqual([])
    expect(verified(dataDir, more)).toMatch(/^0 /)
  } finally {
    await chen.leaves()
    await portal.stop()
    await database.stop()
  }
})

test('while somebody else’s transaction holds the next number of a bureau, who wants it is told so, and everybody else is served (found J17)', async () => {
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url }
  const portal = await openPortal(restoredWorld(more), more)
  const holder = new pg.Client(database.url)
  await holder.connect()
  const [chen, hao] = [await signInByForm(portal.address, 'chenmin', PASSWORD), await signInByForm(portal.address, 'haoqiang', PASSWORD)]
  const files = await visitor(portal, await signIn(portal, 'chenmin', PASSWORD))
  const filling = { password: '', caseNo: '', today: new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format() }
  const toRegister = async () => {
    const page = await chen.asks('/cases/register')
    const form = formsIn(page.body, filling).find(({ fields }) => fields.some(([name]) => name === 'conduct'))
    const fields = form?.fields.filter(([name]) => name !== 'handlers') ?? []
    return () => send(chen, '/cases/register', [...fields, ['handlers', 'p-chenmin'], ['handlers', 'p-zhoukai']])
  }
  try {
    const [caseId = ''] = await casesOfChen(database)
    const forms = await Promise.all(Array.from({ length: 10 }, toRegister)) // more than may write at once
    await holder.query(`begin; insert into number select unit_id, kind, year, max(serial) + 1 from number where unit_id in
      (select unit_id from post where person_id = 'p-chenmin') group by unit_id, kind, year`)
    const held = forms.map((register) => register())
    for (const path of ['/work', '/transfers', '/notices']) expect((await hao.asks(path)).status).toBe(200)
    for (const path of ['/work', '/cases']) expect((await chen.asks(path)).status).toBe(200)
    expect((await files.sends(caseId)).answer.status()).toBe(200)
    for (const answer of await Promise.all(held)) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '10'])
      expect(answer.body).toContain(zh.fault.because['fault.busy'])
    }
    await holder.query('rollback')
    expect((await forms[0]?.())?.headers.location).toContain('done=case-registered')
  } finally {
    await holder.end()
    await files.leaves()
    await portal.stop()
    await database.stop()
  }
})

test('on PostgreSQL too, a start that is killed while it seeds is made whole by the next', async () => {
  test.skip(process.env['FAULT_ROUNDS'] === undefined, 'takes most of a minute: `npm run faults` does it')
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url }
  const casesThere = async (): Promise<number> => (await database.asks('select case_id from case_row')).length
  const whole = rows<{ n: number }>(join(process.env['E2E_RUN'] ?? '', 'seed'), 'select count(*) as n from case_row')[0]?.n ?? 0
  const dataDir = emptyFolder()
  try {
    expect(await killWhileSeeding(dataDir, more)).toMatch(/Cases 10 of \d+\n$/)
    expect(await casesThere()).toBeLessThan(whole)
    const portal = await openPortal(dataDir, more)
    await portal.stop()
    expect(portal.log()).toContain('The demo world was left unfinished')
    expect(await casesThere()).toBe(whole)
    expect(verified(dataDir, more)).toMatch(/^0 /)
  } finally {
    await database.stop()
  }
})
