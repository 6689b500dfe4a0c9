import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StartupError } from './startup-error.ts'

export type Environment = Readonly<{
  port: number
  host: string
  /** The address people type, where a TLS proxy stands in front. Never read from a header. */
  origin: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  demo: boolean
  /** How long somebody who is sending may be silent. */
  patienceMs: number
  /** How many sessions of one person may live at once. */
  mostSessions: number
  /** Whose word for who asked counts: addresses and networks of proxies. */
  trustedProxies: readonly string[]
  /** How many days a row of the access log stays. */
  accessLogDays: number
}>

/** Everything that may be set from outside, in one place. An empty variable is an absent one. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const read = Variables.safeParse(set)
  if (read.success) return read.data
  const wrong = Object.entries(z.flattenError(read.error).fieldErrors).map(([name, why]) => `${name}: ${why.join(', ')}`)
  throw new StartupError(`设置有误，没有启动。 Not started, a setting is wrong: ${wrong.join('; ')}`)
}

/** Network logs are kept for six months at least (Cybersecurity Law art. 23 (3), until 2025 art. 21 (3)): no half-year has more days. */
const LEAST_LOG_DAYS = 184
const THREE_YEARS = 1_096
const THIS_MACHINE = ['127.0.0.0/8', '::1']
const port = 'a number from 0 to 65535'
const origin = 'scheme, host and port only, such as https://portal.example.gov'

const Variables = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, port)
      .transform(Number)
      .refine((n) => n < 65_536, port)
      .default(3000),
    HOST: z.string().default('127.0.0.1'),
    ORIGIN: z.string().refine(isOrigin, origin).optional(),
    DATA_DIR: z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'begins with postgres://')
      .optional(),
    DEMO: z
      .enum(['0', '1'], 'is 1 or 0')
      .default('0')
      .transform((flag) => flag === '1'),
    PATIENCE_S: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'is a number of seconds from 1 to 999')
      .default('60')
      .transform((seconds) => Number(seconds) * 1_000),
    TRUSTED_PROXIES: z
      .string()
      .default(THIS_MACHINE.join(','))
      .transform((text) => text.split(',').map((one) => one.trim()))
      .refine((all) => all.every(isProxy), 'is a list of addresses or networks, such as 10.0.0.5,10.1.0.0/24'),
    SESSIONS: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'is a number from 1 to 999')
      .transform(Number)
      .optional(),
    ACCESS_LOG_DAYS: z
      .string()
      .regex(/^\d{1,5}$/, 'is a number of days')
      .transform(Number)
      .refine((days) => days >= LEAST_LOG_DAYS, `is at least ${LEAST_LOG_DAYS}: six months`)
      .default(THREE_YEARS),
  })
  .transform((v): Environment => ({
    trustedProxies: v.TRUSTED_PROXIES,
    port: v.PORT,
    host: v.HOST,
    origin: v.ORIGIN,
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    demo: v.DEMO,
    patienceMs: v.PATIENCE_S,
    accessLogDays: v.ACCESS_LOG_DAYS,
    mostSessions: v.SESSIONS ?? (v.DEMO ? 50 : 3), // a demo is tried by many under one name
  }))

function isProxy(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most))
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}
