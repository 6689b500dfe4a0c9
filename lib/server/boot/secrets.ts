import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#lib/domain/json'
import { StartupError } from './startup-error.ts'

/** Made by `scripts/_shared.mjs` before the first build, so that they are the same in every later one. */
const Secrets = z.object({ nextAuth: z.string().min(32), serverActions: z.base64().length(44) })
export type Secrets = z.infer<typeof Secrets>

const fileIn = (dataDir: string): string => join(dataDir, 'secrets.json')

/** Where a node keeps no secret on its disk: both, or neither. They win over the file. */
const OUTSIDE = { nextAuth: 'SECRET_SESSIONS', serverActions: 'SECRET_ACTIONS' } as const
type Variables = Readonly<Record<string, string | undefined>>
function fromOutside(variables: Variables): Secrets | null {
  const [nextAuth, serverActions] = [variables[OUTSIDE.nextAuth], variables[OUTSIDE.serverActions]]
  if (!nextAuth && !serverActions) return null
  const read = Secrets.safeParse({ nextAuth, serverActions })
  if (read.success) return read.data
  throw new StartupError(
    `SECRET_SESSIONS 或 SECRET_ACTIONS 有误。 SECRET_SESSIONS is at least 32 characters and SECRET_ACTIONS 32 bytes in base64; set both or neither.`,
  )
}

/** By which sessions' rows are known to be ours (db/session-mac.ts): drawn from the secret that seals their cookies. Undefined before there are secrets, and so no sessions. */
export function sessionKeyIn(dataDir: string, variables: Variables = process.env): Uint8Array | undefined {
  if (!fromOutside(variables) && !existsSync(fileIn(dataDir))) return undefined
  return new Uint8Array(hkdfSync('sha256', readSecrets(dataDir, variables).nextAuth, '', 'xianjie session row', 32))
}

export function readSecrets(dataDir: string, variables: Variables = process.env): Secrets {
  const given = fromOutside(variables)
  if (given) return given
  const file = fileIn(dataDir)
  const how = `run \`npm run build\` with the same DATA_DIR, which makes it for you alone to read`
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (mode === undefined) throw new StartupError(`缺少密钥文件 ${file}。 The secrets are missing: ${how}.`)
  // Windows keeps no such bits; its folders are private to their owner.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new StartupError(`密钥文件 ${file} 他人可读。 Others can read the secrets: chmod 600 ${file}`)
  const read = Secrets.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!read.success) throw new StartupError(`密钥文件 ${file} 不完整。 The secrets are incomplete: ${how}.`)
  return read.data
}
