import { Fragment } from 'react'
import { Tag } from '#app/_ui/tag'
import type { Status } from '#app/(desk)/_parts/status'

/** As many as a case says: with several tracks each has its own. */
export const Tags = ({ statuses }: { statuses: readonly Status[] }) =>
  statuses.map(({ kind, word }) => (
    <Fragment key={word}>
      <Tag kind={kind}>{word}</Tag>{' '}
    </Fragment>
  ))
