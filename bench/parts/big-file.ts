/** One large file, and its way into a case: by PUT as scripts send it, and as a form without scripts. */
import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addHours, beijingDay } from '#lib/domain/time'
import { CACHE } from '../place.ts'
import type { Portal } from '../portal.ts'

const MEGA = 1_000_000
export const FILE = join(CACHE, 'upload.bin')

/** No two alike, or the portal would point out the copy. */
export function makeFile(megabytes: number): void {
  const file = openSync(FILE, 'w')
  const block = randomBytes(MEGA)
  for (let n = 0; n < megabytes; n++) writeSync(file, block)
  closeSync(file)
}

const entry = () => ({
  formKey: randomUUID(),
  folder: 'main-07',
  asIs: '原始数据',
  kind: 'E05',
  source: '',
  collectedBy: '',
  collectedOn: beijingDay(addHours(new Date().toISOString(), -24)),
})

export async function put(portal: Portal, caseId: string, cookie: string): Promise<void> {
  const about = encodeURIComponent(JSON.stringify({ name: '大文件.bin', ...entry() }))
  const headers = { cookie, 'x-entry': about, 'content-length': sizeOfFile() }
  const { status, body } = await portal.ask(`/api/cases/${caseId}/evidence`, { method: 'PUT', headers, body: readFile() })
  if (status !== 200) throw new Error(`PUT answered ${status}: ${body.toString()}`)
}

export async function post(portal: Portal, caseId: string, cookie: string): Promise<void> {
  const mark = `bench-${randomUUID()}`
  const fields = Object.entries(entry()).map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${mark}\r\ncontent-disposition: form-data; name="files"; filename="file.bin"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const [head, tail] = [Buffer.from(fields.join('') + file), Buffer.from(`\r\n--${mark}--\r\n`)]
  const headers = {
    cookie,
    'content-type': `multipart/form-data; boundary=${mark}`,
    'content-length': head.length + sizeOfFile() + tail.length,
  }
  const body = Readable.from(whole(head, tail))
  const { status, headers: answered } = await portal.ask(`/api/cases/${caseId}/evidence`, { method: 'POST', headers, body })
  if (status !== 303 || !answered.location?.includes('done')) throw new Error(`the form answered ${status} ${answered.location}`)
}
async function* whole(head: Buffer, tail: Buffer) {
  yield head
  yield* readFile()
  yield tail
}
const readFile = () => createReadStream(FILE, { highWaterMark: 2 ** 18 })
const sizeOfFile = () => statSync(FILE).size
