import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

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
}>

/** Everything that may be set from outside, in one place. An empty variable is an absent one. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const read = Variables.safeParse(set)
  if (read.success) return read.data
  const wrong = Object.entries(z.flattenError(read.error).fieldErrors).map(([name, why]) => `${name}: ${why.join(', ')}`)
  throw new CannotStart(`设置有误，没有启动。 Not started, a setting is wrong: ${wrong.join('; ')}`)
}

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
    SESSIONS: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'is a number from 1 to 999')
      .transform(Number)
      .optional(),
  })
  .transform((v): Environment => ({
    port: v.PORT,
    host: v.HOST,
    origin: v.ORIGIN,
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    demo: v.DEMO,
    patienceMs: v.PATIENCE_S,
    mostSessions: v.SESSIONS ?? (v.DEMO ? 50 : 3), // a demo is tried by many under one name
  }))

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}
