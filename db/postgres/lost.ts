/** The driver's words for a connection that is gone or never came about. It gives most of them no code. */
const LOST = new RegExp(
  [
    '^Connection terminated',
    'is not queryable$',
    '^Query read timeout$',
    '^timeout (expired$|exceeded when trying to connect$)',
    '^There was an error establishing an SSL connection$',
    '^Cannot use a pool after calling end on the pool$',
  ].join('|'),
)
const DESTROYED = /^ERR_STREAM_(DESTROYED|WRITE_AFTER_END)$/

/** The same error, with the code `CONNECTION_LOST` where that is what happened. */
export function coded<T>(error: T): T {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  return (code === '' && LOST.test(error.message)) || DESTROYED.test(code) ? Object.assign(error, { code: 'CONNECTION_LOST' }) : error
}
