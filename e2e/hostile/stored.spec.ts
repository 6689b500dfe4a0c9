/** Somebody, or the disk, has changed a byte of a stored file under a running portal: it goes out to nobody, everybody concerned knows, and nothing else stops. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import type { SentFile } from '#lib/domain/transfer/events'
import { sentFiles, type SentTrack } from '#lib/domain/transfer/state'
import { messagesOf } from '#lib/i18n/messages'
import type { Portal } from '../setup/server.ts'
import { expect, t } from '../people.ts'
import { rows } from '../faults/visitor.ts'
import { send } from './draw.ts'
import { oughtNow } from './expected.ts'
import { formsIn } from './forms.ts'
import { signInByForm, type Visitor } from './http.ts'
import { test } from './own.ts'
import { readWorld, type World } from './world.ts'

const MEBI = 2 ** 20
const LARGE = 12 * MEBI + 5
const en = messagesOf('en')

test('a stored file with a flipped bit goes out to nobody, is told of, and is unlocked when the byte is back (found J6)', async ({
  own,
  demoPassword,
}) => {
  test.setTimeout(300_000) // the check comes round once a minute
  const { state, track, handler, officer } = matterIn(readWorld(own))
  const [chen, hao, auditor] = await Promise.all(
    [handler, officer, 'shenji'].map((login) => signInByForm(own.address, login, demoPassword)),
  )
  if (!chen || !hao || !auditor) throw new Error('all three sign in')
  const large = await supplies(own, chen, demoPassword, state, track)
  const [small, ...others] = sentFiles(track)
  if (!small || others.length === 0) throw new Error('more than one file was sent')
  const fromBureau = (file: SentFile) => `/api/cases/${state.caseId}/evidence/${file.itemId}`
  const fromBody = (file: SentFile) => `/api/transfers/${track.trackId}/files/${file.itemId}`
  const bothGet = (file: SentFile, accept?: string) =>
    Promise.all([downloads(own, chen, fromBureau(file), accept), downloads(own, hao, fromBody(file), accept)])
  for (const file of [small, large])
    for (const got of await bothGet(file)) expect([got.status, got.isWhole, got.sha256]).toEqual([200, true, file.sha256])

  for (const file of [small, large]) flip(own, file)

  for (const { status, body } of await bothGet(small, 'text/html')) {
    expect(status, 'a small file, before its first byte').toBe(409)
    expect(body).toContain(t.evidence.lockedTitle)
    expect(body).not.toContain(small.sha256)
  }
  for (const { status, isWhole, bytes } of await bothGet(large)) {
    expect([status, isWhole], 'a large file is cut').toEqual([200, false])
    expect(bytes, 'before its last block').toBeLessThanOrEqual(LARGE - (LARGE % MEBI))
  }
  for (const file of [small, large])
    for (const { status, body } of await bothGet(file))
      expect([status, body], 'to a program in both languages').toEqual([409, `${t.evidence.lockedText}\n${en.evidence.lockedText}\n`])
  const refused = `select count(*) as n from access_log where kind = 'download' and result = 'refused' and reason = 'evidence.locked'`
  await expect.poll(() => rows<{ n: number }>(own.dataDir, refused, 'access.db')[0]?.n, 'each is logged as refused (found J13)').toBe(6)
  expect(happened(own, 'FileFaultFound'), 'once for each, whoever read it').toEqual([state.caseId, state.caseId])

  for (const file of others)
    for (const got of await bothGet(file)) expect([got.status, got.sha256], 'the rest goes on').toEqual([200, file.sha256])
  const dossier = (await chen.asks(`/cases/${state.caseId}/evidence`)).body
  const list = (await hao.asks(`/transfers/${track.trackId}`)).body
  expect(dossier).toContain(t.evidence.lockedMany(2))
  expect(list).toContain(t.receiving.locked)
  for (const file of [small, large]) {
    expect(dossier, 'no link to what cannot be had').not.toContain(fromBureau(file))
    expect(list).not.toContain(fromBody(file))
  }
  for (const file of others) expect([dossier.includes(fromBureau(file)), list.includes(fromBody(file))]).toEqual([true, true])

  const noticesOf = async (who: Visitor) => (await who.asks('/notices?size=100')).body
  const fault = t.sentences['file-fault-found']({ is: 'changed' }).replace('一件材料', '')
  expect(await noticesOf(chen)).toContain(fault)
  expect(await noticesOf(hao), 'those who have it in hand').toContain(fault)
  const heard = await noticesOf(auditor)
  for (const file of [small, large])
    expect(heard).toContain(t.sentences['file-fault-found']({ is: 'changed', n: noOf(own, file), file: file.blobId }))
  expect(heard).toContain(state.caseNo)
  for (const word of [
    `/cases/${state.caseId}`,
    `/transfers/${track.trackId}`,
    state.basics.title,
    track.snapshot.title,
    small.name,
    large.name,
  ])
    expect(heard, 'and nothing of the case').not.toContain(word)

  for (const file of [small, large]) flip(own, file)
  await expect.poll(() => happened(own, 'FileFoundWhole').length, { timeout: 200_000, intervals: [1_000] }).toBe(2)
  for (const file of [small, large])
    for (const got of await bothGet(file)) expect([got.status, got.isWhole, got.sha256], 'unlocked').toEqual([200, true, file.sha256])
  expect((await chen.asks(`/cases/${state.caseId}/evidence`)).body).not.toContain(t.evidence.locked)
  for (const who of [chen, hao, auditor])
    expect(await noticesOf(who)).toContain(t.sentences['file-found-whole']({}).replace('一件材料', ''))
  expect(own.log(), 'nothing broke').not.toMatch(/\n\s+at /)
})

type Matter = Readonly<{ state: OpenCase; track: SentTrack; handler: string; officer: string }>
/** A letter that its body has signed for, with several files, and to which more can be sent. */
function matterIn({ cases, people }: World): Matter {
  for (const state of cases)
    for (const track of Object.values(state.tracks)) {
      const may = (act: string) => people.find(({ actor }) => oughtNow(actor, act, state, { trackId: track.trackId }))?.login
      const [handler, officer] = [may('SendSupplement'), may('ReadFiles')]
      if (handler && officer && 'receipt' in track && sentFiles(track).length > 1) return { state, track, handler, officer }
    }
  throw new Error('the demo world has a letter with files that was signed for')
}

/** A file too large to be read before it is sent, in the dossier and then with the body. */
async function supplies(
  portal: Portal,
  who: Visitor,
  password: string,
  { caseId, caseNo }: OpenCase,
  { trackId }: SentTrack,
): Promise<SentFile> {
  const entry = {
    name: '录像.bin',
    formKey: randomUUID(),
    folder: 'main-07',
    asIs: '原始数据',
    kind: 'E08',
    source: '',
    collectedBy: '',
    collectedOn: '2026-01-05',
  }
  const headers = { 'content-type': 'application/octet-stream', 'x-entry': encodeURIComponent(JSON.stringify(entry)) }
  const put = await who.asks(`/api/cases/${caseId}/evidence`, { method: 'PUT', headers, body: randomBytes(LARGE) })
  expect([put.status, put.body]).toEqual([200, '{"ok":true}'])
  const [row] = rows<SentFile>(
    portal.dataDir,
    `select item_id as itemId, blob_id as blobId, name, size, sha256, sm3 from evidence where case_id = '${caseId}' and size = ${LARGE}`,
  )
  if (!row) throw new Error('it was stored')
  const path = `/cases/${caseId}/transfers/${trackId}/supplement`
  const form = formsIn((await who.asks(path)).body, { password, caseNo, today: '' }).find(({ fields }) =>
    fields.some(([name]) => name === 'itemIds'),
  )
  const sent = await send(who, path, [...(form?.fields ?? []).filter(([name]) => name !== 'itemIds'), ['itemIds', row.itemId]])
  expect([sent.status, String(sent.headers.location)]).toEqual([303, expect.stringContaining('done=')])
  return row
}

type Got = Readonly<{ status: number; isWhole: boolean; bytes: number; sha256: string; body: string }>
const downloads = (portal: Portal, { cookie }: Visitor, path: string, accept = '*/*'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request(`${portal.address}${path}`, { headers: { cookie, accept }, agent: false }, (answer) => {
      const hash = createHash('sha256')
      const chunks: Buffer[] = []
      answer.on('error', () => {}) // cut: told by `complete`
      answer.on('data', (chunk: Buffer) => void (hash.update(chunk), chunks.push(chunk)))
      answer.on('close', () => {
        const body = Buffer.concat(chunks)
        const { statusCode = 0, complete } = answer
        resolve({
          status: statusCode,
          isWhole: complete,
          bytes: body.length,
          sha256: hash.digest('hex'),
          body: statusCode === 200 ? '' : body.toString(),
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })

/** One bit of its last byte: twice, and it is as it was. */
function flip({ dataDir }: Portal, { blobId, size }: SentFile): void {
  const file = openSync(join(dataDir, 'blobs', blobId.slice(0, 2), blobId), 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, size - 1)
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, size - 1)
  closeSync(file)
}

const happened = ({ dataDir }: Portal, type: string): string[] =>
  rows<{ id: string }>(dataDir, `select case_id as id from entry where type = '${type}'`).map(({ id }) => id)
const noOf = ({ dataDir }: Portal, { itemId }: SentFile): number =>
  rows<{ n: number }>(
    dataDir,
    `select count(*) as n from evidence a join evidence b on a.case_id = b.case_id and a.seq <= b.seq where b.item_id = '${itemId}'`,
  )[0]?.n ?? 0
