/** What follows the signature: the page of that form, or nothing. */
export const THEN = ['supplement', 'pass-on', 'return'] as const
export type Then = (typeof THEN)[number]
export const nextOf = (asked: string): Then | null => THEN.find((known) => known === asked) ?? null
