/** A letter that was taken back, for those who had it: what its page begins with. Null where there is none for this reader; then the page goes on as ever. */
import type { Metadata } from 'next'
import { cache } from 'react'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { signedIn, type SignedIn } from '#lib/server/signed-in'
import { readNames } from '#lib/usecases/directory'
import { readTombstoneAs, type Tombstone } from '#lib/usecases/read-case'
import type { TransferProps } from './open.ts'

export type TombstoneData = Tombstone & Readonly<{ me: SignedIn; t: Messages; unit: string }>

export const openTombstone = async (params: TransferProps['params']): Promise<TombstoneData | null> => readOnce((await params).trackId)

export async function tombstoneMetadata(params: TransferProps['params']): Promise<Metadata | null> {
  const stone = await openTombstone(params)
  return stone && { title: stone.t.app.title(`${stone.t.material.letter} ${stone.letterNo}`) }
}

/** Once a request: the page and its title ask for the same. */
const readOnce = cache(async (trackId: string): Promise<TombstoneData | null> => {
  const me = await signedIn()
  const stone = await readTombstoneAs(me.read, me.actor, trackId)
  if (!stone) return null
  const names = await readNames(me.read, me.lang === 'en')
  return { ...stone, me, t: messagesOf(me.lang), unit: names.unit(stone.unitId) }
})
