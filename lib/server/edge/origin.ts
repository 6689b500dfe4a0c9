import { headers } from 'next/headers'
import { currentContainer } from '../boot/current-container.ts'

/** The address people type: the configured one, or the Host of this request, which the server in front has checked. */
export const currentOrigin = async (): Promise<string> =>
  currentContainer().env.origin ?? `http://${(await headers()).get('host') ?? 'localhost'}`
