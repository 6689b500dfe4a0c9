/** argon2id by Node's own crypto, never the synchronous form: a burst of sign-ins would stop the server (docs/stack.md §17). */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Credential } from '#lib/ports/desk-store'

export type Hashed = Omit<Credential, 'personId' | 'setAt'>
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const // KiB; OWASP's first choice for argon2id
const DIGEST_BYTES = 32
const SALT_BYTES = 16

export async function hashPassword(password: string): Promise<Hashed> {
  const salt = randomBytes(SALT_BYTES)
  const digest = await digestOf(password, salt, COST)
  return { alg: 'argon2id', ...COST, salt: salt.toString('base64'), digest: digest.toString('base64') }
}

/** Without a credential the same work is done, and the answer is no. */
export async function isPassword(typed: string, credential: Credential | null): Promise<boolean> {
  const { salt, digest, ...cost } = credential ?? NOBODYS
  const found = await digestOf(typed, Buffer.from(salt, 'base64'), cost)
  const isSame = timingSafeEqual(found, Buffer.from(digest, 'base64'))
  return credential !== null && isSame
}

/** The six digits of a first sign-in, each as likely as any. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

const NOBODYS: Hashed = {
  alg: 'argon2id',
  ...COST,
  salt: randomBytes(SALT_BYTES).toString('base64'),
  digest: randomBytes(DIGEST_BYTES).toString('base64'),
}

type Cost = Pick<Credential, 'memory' | 'passes' | 'parallelism'>
const argon2Async = promisify(argon2)
/** One keyboard writes é as one sign, another as two: the same password. */
const digestOf = (password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> =>
  argon2Async('argon2id', { message: password.normalize('NFC'), nonce, parallelism, tagLength: DIGEST_BYTES, memory, passes })
