/** npm run verify: folds the whole ledger anew, holds all that is stored and what the database is made of against it, and the access log against its chain, names what differs; exit 1 on any. Changes nothing but the note of it for the operator. */
import { createHmac, randomBytes } from 'node:crypto'
import { openAccessLog } from '#db/access/open-access'
import type { Unprovable } from '#db/held'
import { migrationsOf, refuseNewer } from '#db/migrations'
import { type Moment, openMoment } from '#db/moment'
import { openStore } from '#db/open-store'
import { readSchema, type Schema } from '#db/schema-check'
import { isUncounted } from '#lib/usecases/count-credentials'
import { ACCESS_LOG_SEEN, checkAccessLog } from '#lib/usecases/keep-access-log'
import { ROWS_VERSION } from '#lib/usecases/refold'
import { rowsVersionOf } from '#lib/usecases/refold-rows'
import { sentenceFor } from '../boot/startup-error.ts'
import { differencesIn } from './differences.ts'
import { readEnvironment } from '../boot/environment.ts'
import { noteVerify } from '../boot/operation.ts'

/** Said once, whatever was found: this much nobody should take from the other lines. */
const UNPROVABLE: Readonly<Record<Unprovable, readonly [zh: string, en: string]>> = {
  'form-keys': ['表单的键（只核对所指的操作是否本人所为）', 'keys of forms, but that each points to a deed of its person'],
  'sessions-gone': ['被删去的登录', 'sessions that were taken away'],
  'link-use': ['一次性链接是否用过、验证码试过几次', 'whether a link was used, and how often a code was tried'],
  'house-notes': ['上次备份、核对的时间', 'when it was last backed up and verified'],
  'read-marks': ['已读标记', 'read marks'],
  drafts: ['草稿', 'drafts'],
  'failed-sign-ins': ['登录失败次数', 'failed sign-ins'],
  'job-notes': ['后台任务的记录', 'what runs by itself, and when'],
  openings: ['函件、通知首次打开的时间', 'when a letter or a notice was first opened'],
}

const KEY = randomBytes(32)
let place = { port: 0, host: '', dataDir: '' }
process.exitCode = 1
try {
  const environment = (place = readEnvironment(process.env))
  const moment = openMoment(environment)
  const read = async () => (await moment).read // rejects where a table is gone, which is named then
  try {
    const schema = await readSchema(environment)
    const upgrade = await mustUpgrade(environment, schema, read)
    if (upgrade) console.log(upgrade)
    else await compareAll(environment, schema, read)
  } finally {
    await moment.then(({ end }) => end()).catch(() => {})
  }
} catch (error) {
  console.error(sentenceFor(error, place) ?? error)
}

type Where = Readonly<{ dataDir: string; databaseUrl: string | undefined }>
type Read = () => Promise<Moment['read']>

async function compareAll(where: Where, schema: Schema, read: Read): Promise<void> {
  let found = 0
  for await (const { where: table, key, field, stored, expected } of differencesIn(where, schema, read)) {
    found++
    console.log(`${table} ${plain(key)} ${field}: ${hinted(stored)} ≠ ${hinted(expected)}`)
  }
  for (const n of await brokenInLog(where, read)) {
    found++
    console.log(`access_log ${n || 'end'} digest: broken ≠ whole`)
  }
  const [zh, en] = [0, 1].map((language) => Object.values(UNPROVABLE).map((words) => words[language]))
  console.log(`台账没有记载、无法核对的：${zh?.join('、')}。 Not in the ledger and not provable: ${en?.join(', ')}.`)
  await note(where, found).catch(console.error) // found what was found, also where nothing can be written
  if (found > 0) return console.log(`${found} 处不一致。 ${found} differences.`)
  console.log(`全部一致。 All ${(await (await read()).listStreams()).length} streams, their rows and files are as sealed.`)
  process.exitCode = 0
}

/** What an older program has left would differ in each row: that is no hand, and the next start brings it up to date. */
async function mustUpgrade(where: Where, { migrations }: Schema, read: Read): Promise<string | null> {
  const older =
    '数据尚未升级到本版本：先启动一次平台完成升级，再核对。 The data is of an older version: start the portal once, which upgrades it, then verify.'
  const { known } = migrationsOf(where.databaseUrl ? 'pg' : 'sqlite')
  refuseNewer(migrations, known)
  if (migrations < known) return older
  try {
    const store = await read()
    const version = await rowsVersionOf(store)
    if (version !== ROWS_VERSION)
      return `数据由另一版本生成（编号 ${version}，本版本为 ${ROWS_VERSION}）：先启动一次平台完成升级，再核对。 The stored rows are of version ${version}, this program's of ${ROWS_VERSION}: start the portal once, which upgrades them, then verify.`
    return (await isUncounted(store)) ? older : null
  } catch {
    return null // what cannot be read is named among the differences
  }
}

async function brokenInLog(where: Where, read: Read): Promise<readonly number[]> {
  const log = await openAccessLog(where)
  return await checkAccessLog(log, await (await read()).readFact(ACCESS_LOG_SEEN)).finally(log.close)
}

async function note(where: Where, found: number): Promise<void> {
  const store = await openStore(where)
  await noteVerify(store, new Date().toISOString(), found).finally(store.close)
}

/** Our own words; of every other value enough to tell two apart, for a name or a title is no business of who keeps the server: nor can it be guessed. */
function hinted(text: string): string {
  if (/^(|broken|whole|rows|no event|there|unreadable)$/.test(text)) return text || '–'
  return `${text.length} 字符 characters, ${createHmac('sha256', KEY).update(text).digest('hex').slice(0, 12)}`
}
/** Keys are ids and places of ours. What a hand has put there in other letters may be a name. */
function plain(key: string): string {
  return /^[\w ./:@〔〕()-]*$/.test(key) ? key : `‹${hinted(key)}›`
}
