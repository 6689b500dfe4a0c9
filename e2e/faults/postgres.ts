/** A real PostgreSQL beside the portal, in a process of its own. It speaks as db/testing/postgres-process.ts does. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

export type Postgres = Readonly<{
  url: string
  /** Ends every connection and answers nobody. */ down: () => Promise<void>
  /** At the same address as before. */ up: () => Promise<void>
  stop: () => Promise<void>
}>

export async function openPostgres(): Promise<Postgres> {
  const child = fork(new URL('../../db/testing/postgres-process.ts', import.meta.url), { execArgv: [] })
  await heard(child)
  child.send({ create: 'portal' })
  const { url } = (await heard(child)) as { url: string } // safe: what it answers to `create`
  const order = async (word: 'down' | 'up'): Promise<void> => {
    child.send(word)
    await heard(child)
  }
  const stop = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.disconnect()
    await gone
  }
  return { url, down: () => order('down'), up: () => order('up'), stop }
}

async function heard(child: ChildProcess): Promise<unknown> {
  const over = new AbortController()
  const fell = once(child, 'exit', over).then(() => Promise.reject(new Error('PostgreSQL did not start')))
  fell.catch(() => {}) // nobody waits for it once there is an answer
  try {
    return (await Promise.race([once(child, 'message', over), fell]))[0]
  } finally {
    over.abort()
  }
}
