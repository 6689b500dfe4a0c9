/** Somebody at the portal without a browser: what a fault does to a request is seen best by its answer. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Portal } from '../setup/server.ts'

export type Visitor = Readonly<{
  /** A file of random bytes into the case; `sha256` is what must be found again where it was answered with 200. */
  sends: (caseId: string, bytes?: number) => Promise<Readonly<{ answer: APIResponse; sha256: string }>>
  /** The same as often as one likes: it may arrive once. */
  brings: (caseId: string, file: Upload) => Promise<APIResponse>
  saves: (form: string, text: string) => Promise<APIResponse>
  opens: (path: string) => Promise<APIResponse>
  leaves: () => Promise<void>
}>
type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>

export type Upload = Readonly<{ name: string; formKey: string; bytes: Buffer; sha256: string }>
export function newFile(size: number): Upload {
  const bytes = randomBytes(size)
  return { name: `${randomUUID()}.bin`, formKey: randomUUID(), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Fifty at once on two busy cores; what hangs is found by the test's own limit. */
const PATIENCE_MS = 90_000

/** Signed in once; the session outlives the process, so the cookies serve the next one too. */
export async function signIn({ address }: Portal, login: string, password: string): Promise<Cookies> {
  const context = await request.newContext({
    timeout: PATIENCE_MS,
    baseURL: address,
    extraHTTPHeaders: { origin: address, accept: 'text/html' },
  })
  const page = await (await context.get('/sign-in')).text()
  const csrfToken = /name="csrfToken"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await context.post('/api/auth/callback/credentials', { form: { csrfToken, callbackUrl: '/work', login, password } })
  if (!answer.url().endsWith('/work')) throw new Error(`no sign-in: ${answer.status()} ${answer.url()}`)
  const cookies = await context.storageState()
  await context.dispose()
  return cookies
}

export async function visitor({ address }: Portal, storageState: Cookies): Promise<Visitor> {
  const context = await request.newContext({ timeout: PATIENCE_MS, baseURL: address, storageState, extraHTTPHeaders: { origin: address } })
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const brings: Visitor['brings'] = (caseId, { name, formKey, bytes }) => {
    const entry = { name, formKey, folder: 'main-07', asIs: '原始数据', kind: 'E01', source: '', collectedBy: '', collectedOn: day }
    const headers = { 'x-entry': encodeURIComponent(JSON.stringify(entry)), 'content-type': 'application/octet-stream' }
    return context.put(`/api/cases/${caseId}/evidence`, { data: bytes, headers })
  }
  return {
    brings,
    sends: async (caseId, size = 100_000) => {
      const file = newFile(size)
      return { answer: await brings(caseId, file), sha256: file.sha256 }
    },
    saves: (form, text) => context.post('/api/drafts', { data: { form, version: null, fields: { text: [text] } } }),
    opens: (path) => context.get(path, { headers: { accept: 'text/html' } }),
    leaves: () => context.dispose(),
  }
}

/** The demo world in a folder of its own. */
export function freshWorld(): string {
  const run = process.env['E2E_RUN'] ?? ''
  const dataDir = join(run, `faults-${randomUUID()}`)
  cpSync(join(run, 'seed'), dataDir, { recursive: true })
  return dataDir
}

/** Looks into the file beside the portal. */
export function rows<T>(dataDir: string, query: string, name = 'xianjie.db'): readonly T[] {
  const file = new Database(join(dataDir, name), { fileMustExist: true })
  const found = file.prepare(query).all() as T[] // safe: as the caller has written the query
  file.close()
  return found
}
export function caseOf(dataDir: string, personId: string): string {
  const query = `select t.case_id as id from case_tie t join case_row c on c.case_id = t.case_id
    where t.person_id = '${personId}' and t.tie = 'handler' and c.phase = 'investigating' order by 1`
  return rows<{ id: string }>(dataDir, query)[0]?.id ?? ''
}
