import { headers } from 'next/headers'
import { here } from './here.ts'

/** The address people type: the configured one, or the Host of this request, which the server in front has checked. */
export const originHere = async (): Promise<string> => here().env.origin ?? `http://${(await headers()).get('host') ?? 'localhost'}`
