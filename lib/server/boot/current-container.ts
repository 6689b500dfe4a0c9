/**
 * What main.ts opened and every page uses. Next's bundle may not hold a second database or a second queue, so the one house
 * stands on `globalThis`; this file knows only its shape.
 */
import type { Instant } from '#lib/domain/result'
import type { BlobStore } from '#lib/ports/blob-store'
import type { DeskStore } from '#lib/ports/desk-store'
import type { JobStore } from '#lib/ports/job-store'
import type { askAs, askWith, Effects } from '#lib/usecases/ask'
import type { Access } from '../session/access.ts'
import type { KnownCookies } from '../edge/crowd.ts'
import type { Environment } from './environment.ts'
import type { currentBytes, currentFault, faultOf } from './faults.ts'
import type { hashPassword, isPassword, newCode } from '../session/passwords.ts'

/** How patient the server at the door is, is nothing to the house. */
export type ContainerEnvironment = Omit<Environment, 'patienceMs' | 'trustedProxies'>

export type Container = Readonly<{
  effects: Effects
  desk: DeskStore
  blobs: BlobStore
  jobs: JobStore
  /** Which of several processes on one database this is. */
  node: string
  /** Aborted when this process is about to end: what takes long stops where it is. */
  leaving: AbortSignal
  listNamedBlobs: () => Promise<ReadonlySet<string>>
  env: ContainerEnvironment
  clockNow: () => Instant
  /** The one queue per stream lives beside these functions (lib/usecases/ask.ts). */
  askAs: typeof askAs
  askWith: typeof askWith
  /** 256 bits of chance, for what must not be guessed. */
  newSecret: () => string
  /** What a store could not do in this request, where that is nobody's mistake. */
  currentFault: typeof currentFault
  /** The request's body as it comes from the socket. Next's own, a web stream, costs each chunk a copy. */
  currentBytes: typeof currentBytes
  faultOf: typeof faultOf
  /** Behind which cookies living sessions were found: what the server at the door may know of who comes. */
  known: KnownCookies
  access: Access
  passwords: Readonly<{ hash: typeof hashPassword; is: typeof isPassword; newCode: typeof newCode }>
}>

const KEY = Symbol.for('xianjie.house')
type Place = { [KEY]?: Container | undefined }

export function currentContainer(): Container {
  const container = (globalThis as Place)[KEY] // safe: only moveIn writes this symbol
  if (!container) throw new Error('the house is not open: lib/server/boot/main.ts opens it before Next')
  return container
}

export const moveIn = (container: Container | undefined): void => {
  ;(globalThis as Place)[KEY] = container // safe: as above
}
