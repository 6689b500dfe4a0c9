import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Reader, CaseWriter } from '#lib/ports/case-store'
import type { Effects } from '#lib/usecases/ask'
import { keptStreams } from '#lib/usecases/folded'

/** A store with this machine's own chance and patience. */
export const effectsOf = (store: Reader & CaseWriter): Effects => ({
  read: store,
  write: store,
  newSalt: () => randomBytes(16).toString('hex'),
  newId: randomUUID,
  chance: Math.random,
  wait,
  kept: keptStreams(),
})
