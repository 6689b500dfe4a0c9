export const addressOf = (personId: string): string => `/admin/people/${personId}`

/** The cookie that carries a one-time link to the page that shows it. */
export const SHOWN_LINK = 'one-time-link'
/** As above, a code. */
export const SHOWN_CODE = 'one-time-code'
