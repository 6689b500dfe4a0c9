/** How long the two halves of a first sign-in are good, and how often a code may be tried. Sentences print these. */
export const LINK_HOURS = 24
export const CODE_HOURS = 24
export const CODE_TRIES = 5
