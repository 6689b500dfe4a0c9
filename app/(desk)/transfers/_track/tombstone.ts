/** A letter that was taken back, for those who had it: what its page begins with. Null where there is none for this reader; then the page goes on as ever. */
import type { Metadata } from 'next'
import { cache } from 'react'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { reads } from '#lib/server/session/access-notes'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'
import { readNames } from '#lib/usecases/directory'
import { readTombstoneAs, type Tombstone } from '#lib/usecases/read-case'
import type { TransferProps } from './open.ts'

export type OpenedTombstone = Tombstone & Readonly<{ me: SignedIn; t: Messages; unit: string }>

export async function openTombstone(params: TransferProps['params']): Promise<OpenedTombstone | null> {
  const { trackId } = await params
  const stone = await readTombstoneFor(trackId)
  if (stone) reads(stone.me.actor, null, { what: 'track', caseId: stone.caseId, trackId })
  return stone
}

export async function tombstoneMetadata(params: TransferProps['params']): Promise<Metadata | null> {
  const stone = await readTombstoneFor((await params).trackId)
  return stone && { title: stone.t.app.title(`${stone.t.material.letter} ${stone.letterNo}`) }
}

/** Once a request: the page and its title ask for the same. */
const readTombstoneFor = cache(async (trackId: string): Promise<OpenedTombstone | null> => {
  const me = await signedIn()
  const stone = await readTombstoneAs(me.read, me.actor, trackId)
  if (!stone) return null
  const names = await readNames(me.read, me.lang === 'en')
  return { ...stone, me, t: messagesOf(me.lang), unit: names.unit(stone.unitId) }
})
