/**
 * The demo world is made whole or not at all. It takes seconds, and a start that is broken off meanwhile leaves half an office which
 * no later start would mend, as the store is no longer empty. So a mark in the data folder says "unfinished", and the next start
 * takes away what is there and begins anew.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '#lib/adapters/disk'
import type { Environment } from './environment.ts'
import type { Container } from './current-container.ts'

type Where = Pick<Environment, 'dataDir' | 'databaseUrl'>
/** The demo world is above this room (docs/style.md §2): it knows the house, and the house only its names. */
const SEED: string = '#db/seed/seed'
const EMPTY: string = '#db/seed/empty-demo'
type Seed = Readonly<{ seedDemo: (container: Container) => Promise<void> }>
type Empty = Readonly<{ emptyDemo: (where: Where) => Promise<void> }>

export function isUnfinished(where: Where): boolean {
  const mark = markIn(where)
  return existsSync(mark) && readFileSync(mark, 'utf8') === placeOf(where)
}

/** While no store is open. What is no demo is refused by `emptyDemo`, and so is what somebody is using. */
export async function removeUnfinished(where: Where): Promise<void> {
  console.log('上次建立演示数据没有完成，重新建立。 The demo world was left unfinished; it is made anew.')
  const { emptyDemo }: Empty = await import(EMPTY)
  await emptyDemo(where)
}

export async function seedWhenEmpty(container: Container): Promise<void> {
  if ((await container.effects.read.listPersons()).length > 0) return
  const { seedDemo }: Seed = await import(SEED)
  const mark = markIn(container.env)
  // Before the first row, and on the disk before it: a power cut must not keep the row and lose the mark.
  writeFileSync(mark, placeOf(container.env), { mode: 0o600, flush: true })
  await syncFolder(container.env.dataDir)
  await seedDemo(container)
  rmSync(mark)
}

const markIn = ({ dataDir }: Where): string => join(dataDir, 'demo-unfinished')
/** Whoever then starts with another database must not lose that one. A digest, as an address may hold a password. */
const placeOf = ({ databaseUrl = '' }: Where): string => createHash('sha256').update(databaseUrl).digest('hex')
