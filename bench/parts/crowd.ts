/** A busy hour in one minute: sixteen people list while one writes, one uploads and one opens the largest case. */
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PEOPLE } from '#db/seed/office'
import { addHours, beijingDay } from '#lib/domain/time'
import { type Figure, median, ms, quantile } from '../figures.ts'
import { HANDLER, worldOf } from '../generate/world.ts'
import { openPortal, type Portal } from '../portal.ts'
import { sizeOf } from './pages.ts'

const MANY = 16
/** Somebody looks at a list before asking for the next; all of them do not press at once. */
const LOOKS_MS = 1_000
const UPLOAD_BYTES = 50_000_000

export async function crowd(isQuick: boolean): Promise<Figure[]> {
  const seconds = isQuick ? 6 : 25
  const { dataDir, largestId, openId, cases } = await worldOf(sizeOf(isQuick).large)
  const began = Date.now()
  const portal = await openPortal(dataDir)
  const people = PEOPLE.filter(({ unitId, to }) => to === null && unitId.endsWith('-hrss')).slice(0, MANY)
  const cookies: string[] = []
  for (const { login } of people) cookies.push(await portal.signIn(login))
  const handler = await portal.signIn(HANDLER)
  const list = (cookie: string) => timed(portal, '/work', cookie)
  for (const cookie of cookies) await list(cookie) // warm

  const alone = await during(
    seconds,
    cookies.slice(0, 1).map((cookie) => () => list(cookie)),
  )
  const many = await during(
    seconds,
    cookies.map((cookie) => () => list(cookie)),
  )
  // Four people beside one who asks for much, against the four alone: nobody's list may hang on what somebody else asks.
  const few = cookies.slice(0, 4).map((cookie) => () => list(cookie))
  await during(seconds / 2, few) // what the start left to do is done
  const four = await during(seconds, few)
  const besides: Figure[] = []
  for (const [who, login, path] of GREEDY) {
    const greedy = await portal.signIn(login)
    await timed(portal, path, greedy)
    const { listed } = await during(seconds, few, [() => timed(portal, path, greedy)], 0)
    besides.push(beside(`four people beside one who ${who}, p95 of a worklist`, listed, four.listed))
  }
  await portal.read()
  const others = [
    () => put(portal, openId, handler, randomBytes(1_000)),
    () => put(portal, openId, handler, randomBytes(UPLOAD_BYTES)),
    () => timed(portal, `/cases/${largestId}/evidence`, handler),
  ]
  const all = await during(
    seconds,
    cookies.map((cookie) => () => list(cookie)),
    others,
  )
  const { lagP99, lagMax } = await portal.read()
  await portal.stop()
  removeSince(join(dataDir, 'blobs'), began)
  const what = (who: string) => `${who}, p95 of a worklist at ${cases} cases`
  const [one, sixteen, busy] = [alone.listed, many.listed, all.listed].map((times) => quantile(times, 0.95))
  if (!one || !sixteen || !busy) throw new Error('nobody listed')
  const [write, send, open] = all.others.map((times) => ms(median(times)))
  const note = `write ${write}, 50 MB ${send}, largest case ${open} (median)`
  return [
    ...besides,
    {
      part: 'crowd',
      what: what(`${MANY} people`),
      measured: ms(sixteen),
      control: `${ms(one)} one alone`,
      ratio: sixteen / one,
      aim: null,
    },
    {
      part: 'crowd',
      what: what(`${MANY} people beside a writer, an uploader, the largest case`),
      measured: ms(busy),
      control: `${ms(one)} one alone`,
      ratio: busy / one,
      aim: null,
    },
    {
      part: 'crowd',
      what: 'the same against the sixteen alone',
      measured: ms(busy),
      control: ms(sixteen),
      ratio: busy / sixteen,
      aim: null,
    },
    { part: 'crowd', what: note, measured: `lag p99 ${ms(lagP99)}`, control: `at most ${ms(lagMax)}`, ratio: null, aim: null },
  ]
}

/** Without a look in between. */
const GREEDY = [
  ['filters by a word that many hold', HANDLER, '/cases?text=%E5%85%BB%E8%80%81'],
  ['filters by a word that nobody holds', HANDLER, '/cases?text=%E9%B3%9C%E9%B1%BC'],
  ['filters by a clock', 'wangjianping', '/cases?heat=amber'],
  ['pages deep', HANDLER, '/cases?key=2026-06-01T00%3A00%3A00.000Z&after=a'],
  ['lists a body’s transfers', 'haoqiang', '/transfers'],
] as const
function beside(what: string, listed: readonly number[], alone: readonly number[]): Figure {
  const [with_, without] = [quantile(listed, 0.95), quantile(alone, 0.95)]
  return { part: 'crowd', what, measured: ms(with_), control: `${ms(without)} alone`, ratio: with_ / without, aim: 2 }
}

type Job = () => Promise<number>
/** Each job again and again, with a look in between, until the time is over. */
async function during(
  seconds: number,
  lists: readonly Job[],
  others: readonly Job[] = [],
  restMs = LOOKS_MS,
): Promise<{ listed: number[]; others: number[][] }> {
  const until = performance.now() + seconds * 1_000
  const repeat = async (job: Job, rest = LOOKS_MS): Promise<number[]> => {
    const times: number[] = []
    await wait(Math.random() * LOOKS_MS)
    while (performance.now() < until) {
      times.push(await job())
      await wait(rest * (0.5 + Math.random()))
    }
    return times
  }
  const [listed, rest] = await Promise.all([
    Promise.all(lists.map((job) => repeat(job))),
    Promise.all(others.map((job) => repeat(job, restMs))),
  ])
  return { listed: listed.flat(), others: rest }
}

async function timed(portal: Portal, path: string, cookie: string): Promise<number> {
  const answer = await portal.ask(path, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer.ms
}

async function put(portal: Portal, caseId: string, cookie: string, bytes: Buffer): Promise<number> {
  const collectedOn = beijingDay(addHours(new Date().toISOString(), -24))
  const entry = {
    name: '补充.bin',
    formKey: randomUUID(),
    folder: 'main-07',
    asIs: '原始数据',
    kind: 'E05',
    source: '',
    collectedBy: '',
    collectedOn,
  }
  const headers = { cookie, 'x-entry': encodeURIComponent(JSON.stringify(entry)), 'content-length': bytes.length }
  const { status, ms: took, body } = await portal.ask(`/api/cases/${caseId}/evidence`, { method: 'PUT', headers, body: bytes })
  if (status !== 200) throw new Error(`PUT answered ${status}: ${body.toString()}`)
  return took
}

/** The world is kept for the next run; the bytes that this one uploaded are not. */
function removeSince(folder: string, began: number): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(join(folder, name))
    if (found.isFile() && found.mtimeMs >= began) rmSync(join(folder, name))
  }
}
