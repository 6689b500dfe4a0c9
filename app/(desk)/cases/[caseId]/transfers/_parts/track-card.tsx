/** One track: where it stands, its facts, what is owed, what can be done. */
import { LinkButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { ClockMark } from '#app/_ui/clock-mark'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { draftOf, isFollowed } from '#lib/domain/transfer/stage-faults'
import { daysOfSilence } from '#lib/domain/transfer/silence'
import { isDecided, isReceived, isSent, type TrackState } from '#lib/domain/transfer/state'
import { chargeWord } from '#lib/i18n/law'
import { REASON_ACTS } from '#lib/schemas/reason-acts'
import { listOpenings } from '#lib/usecases/opened'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import { HowCounted } from '#app/(desk)/_parts/how-counted.tsx'
import { whoOwes } from '#app/(desk)/cases/_case/next-action.tsx'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { trackStatus } from '#app/(desk)/_parts/status'
import { readerOf } from '#app/(desk)/cases/_track/open'
import { Course } from '#app/(desk)/_track/course.tsx'
import { OpenedBy } from '#app/(desk)/_track/opened.tsx'
import { Draft, Stages } from '#app/(desk)/_track/stages.tsx'
import { courseItems, sentItems } from '#app/(desk)/_track/facts.tsx'
import { TrackActions } from './track-actions.tsx'

type Props = { page: CasePage; track: TrackState }

export async function TrackCard({ page, track }: Props) {
  const { t } = page
  const status = trackStatus(t, track.phase)
  const reader = readerOf(page, track.trackId)
  const openings = isSent(track) ? await listOpenings(page.me.desk, page.me.actor, { ...track, caseId: page.state.caseId }) : []
  const silent = isDecided(track) ? daysOfSilence(track, page.me.now) : null
  const draft = isReceived(track) ? draftOf(track) : null
  const items = isSent(track) ? [...sentItems(track, reader), ...courseItems(track, reader)] : plannedItems(page, track)
  return (
    <Card title={page.names.of(track.to)} tag={<Tag kind={status.kind}>{status.word}</Tag>} id={`track-${track.trackId}`} flush>
      <div className="card-body">
        <SummaryList items={items} two />
      </div>
      {isSent(track) && <Course track={track} reader={reader} />}
      {isSent(track) && <Stages track={track} reader={reader} papers={`/cases/${page.state.caseId}/transfers/${track.trackId}`} />}
      {silent !== null && (
        <div className="card-body">
          <p className="sec">{t.stage.silent(silent)}</p>
        </div>
      )}
      {draft && <Draft draft={draft} reader={reader} />}
      <OpenedBy openings={openings} names={page.names} reader={reader} />
      <Owed page={page} track={track} />
      {track.phase === 'returned' && !isFollowed(track) && page.may('OpenRound').is === 'yes' && (
        <div className="card-body">
          <p className="hint">
            {t.track.returnedNext}{' '}
            <LinkButton kind="link" href={`/cases/${page.state.caseId}/report/${REASON_ACTS.OpenRound.slug}`}>
              {t.reasonAct.OpenRound.title}
            </LinkButton>
          </p>
        </div>
      )}
      <TrackActions page={page} track={track} />
    </Card>
  )
}

/** What the head has approved and nobody has sent yet. */
function plannedItems({ me, t, state, names }: CasePage, { plan, copyTo }: TrackState): SummaryItem[] {
  const subjects = plan.subjectIds.flatMap((id) => state.subjects[id]?.name ?? [])
  return [
    { key: 'subjects', label: t.track.subjects, value: subjects.join(t.track.join) },
    { key: 'charges', label: t.track.charges, value: plan.charges.map((charge) => chargeWord(charge, me.lang)).join(t.track.join) },
    { key: 'files', label: t.track.files, value: t.send.filesDetail(plan.itemIds.length) },
    { key: 'copy', label: t.track.copyTo, value: copyTo ? names.of(copyTo) : t.send.noCopy },
  ]
}

function Owed({ page, track }: Props) {
  const { me, t, duties } = page
  const owed = duties.filter(({ trackId }) => trackId === track.trackId)
  if (owed.length === 0) return null
  return (
    <div className="card-body">
      <h3>{t.track.owed}</h3>
      <ul className="acts">
        {owed.map((duty) => {
          const clock = clockOf(duty, me.now, me.lang, t)
          return (
            <li key={duty.dutyId}>
              <div className="row">
                <b>{t.duty[duty.code]}</b>
                <span className="sec">{t.track.owedBy(whoOwes(page, duty))}</span>
                {clock ? (
                  <ClockMark {...clock} inline />
                ) : (
                  <span className="sec">{duty.clock === '' ? t.clock.none : t.clock.promptly}</span>
                )}
              </div>
              <HowCounted duty={duty} lang={me.lang} t={t} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
