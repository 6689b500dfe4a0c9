/** Who opened the letter and its notices, one line for each: of the other side unit and post, of one's own the person. Nothing where nobody did. */
import { formatInstant } from '#lib/i18n/dates'
import type { Names } from '#lib/usecases/directory'
import type { Opening } from '#lib/usecases/opened'
import { Part } from './course.tsx'
import type { Reader } from './facts.tsx'

export function OpenedBy({ openings, names, reader: { t, lang } }: { openings: readonly Opening[]; names: Names; reader: Reader }) {
  const when = (at: string): string => formatInstant(at, lang)
  return (
    <Part title={t.track.opened}>
      {openings.map(({ unitId, post, personId, letterAt, noticeAt, notices }) => (
        <li key={unitId + post + personId}>
          <b>
            {personId === null
              ? t.track.openedBy(names.unit(unitId), t.post[post])
              : t.track.openedBy(names.person(personId), t.post[post])}
          </b>
          {t.track.colon}
          {[letterAt && t.track.openedLetter(when(letterAt)), noticeAt && t.track.openedNotices(notices, when(noticeAt))]
            .filter(Boolean)
            .join(t.track.join)}
        </li>
      ))}
    </Part>
  )
}
