import { randomUUID } from 'node:crypto'
import type { Query } from '#app/(desk)/_parts/props'

/**
 * The way back to a form, down to a place on its page. Without scripts a browser would otherwise keep the last place it jumped
 * to; with them Next takes a redirect that differs in its hash alone for a jump, and shows nothing new: so the address differs.
 */
export const retryAddress = (path: string, anchor = '#error-summary'): string => `${path}?again=${randomUUID().slice(0, 6)}${anchor}`
export const isRetry = (query: Query): boolean => query['again'] !== undefined
