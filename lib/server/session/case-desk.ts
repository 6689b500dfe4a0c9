import { randomUUID } from 'node:crypto'
import { beijingDay } from '#lib/domain/time'
import type { CaseDesk } from '#lib/usecases/desk'
import { lockFile } from '../boot/lock-file.ts'
import type { SignedIn } from './signed-in.ts'

/** What a use-case about a case gets from the person who is signed in. */
export const caseDesk = ({ actor, ask, read, blobs, now }: Pick<SignedIn, 'actor' | 'ask' | 'read' | 'blobs' | 'now'>): CaseDesk => ({
  actor,
  ask: ask('case'),
  read,
  blobs,
  lockFile,
  now,
  today: beijingDay(now),
  newId: () => randomUUID(),
})
