/** What can be done on a track. Never mine: absent. Mine, not now: shown with the reason, as long as it may still come. */
import { randomUUID } from 'node:crypto'
import { LinkButton, NotNow, SubmitButton } from '#app/_ui/button'
import { Actions, Form } from '#app/_ui/form'
import { Icon } from '#app/_ui/icon'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { dutyRow } from '#lib/domain/procedure/duty'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { isStageAct, stageFault } from '#lib/domain/transfer/stage-faults'
import { isDecided, isReceived, isSent, type TrackState, decisionOf } from '#lib/domain/transfer/state'
import type { Action } from '#lib/domain/policy/table'
import { REASON_ACTS, reasonActsAt } from '#lib/schemas/reason-acts'
import { readForm } from '#lib/server/forms/forms'
import { owes } from '#lib/views/whose'
import { sentencesOf } from '#app/_form/sentences'
import { faultOf } from '#app/(desk)/_reason/places'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { paperActs } from '#app/(desk)/cases/_track/paper-acts'
import { signForDecisionAction } from '../actions.ts'

type Props = { page: CasePage; track: TrackState }

export function TrackActions({ page, track }: Props) {
  const { t, state, may } = page
  const { trackId } = track
  const at = `/cases/${state.caseId}/transfers/${trackId}`
  const acts = paperActs(page, track)
  return (
    <div className="card-body">
      <Actions>
        {may('SendTransfer', trackId).is === 'yes' && (
          <LinkButton kind="primary" href={`/cases/${state.caseId}/send/${trackId}/check`}>
            <Icon name="send" />
            {track.phase === 'planned' ? t.track.send : t.track.resend}
          </LinkButton>
        )}
        <SignFor page={page} track={track} />
        {may('SendSupplement', trackId).is === 'yes' && (
          <LinkButton kind={track.phase === 'supplementing' ? 'primary' : 'plain'} href={`${at}/supplement`}>
            <Icon name="plus" />
            {t.track.supplement}
          </LinkButton>
        )}
        {may('HandOver', trackId).is === 'yes' && !stageFault('HandOver', track, page.me.now) && (
          <LinkButton kind={isNext(page, track, 'HandOver') ? 'primary' : 'plain'} href={`${at}/hand-over`}>
            <Icon name="pencil" />
            {t.handOver.title}
          </LinkButton>
        )}
        {reasonActsAt('sent').map(
          (act) =>
            may(act, trackId).is === 'yes' &&
            !faultOf(act, track, page.me.now) && (
              <LinkButton
                key={act}
                kind={isStageAct(act) ? (isNext(page, track, act) ? 'primary' : 'plain') : 'danger'}
                href={`${at}/${REASON_ACTS[act].slug}`}
              >
                <Icon name={isStageAct(act) ? 'pencil' : 'undo'} />
                {t.reasonAct[act].title}
              </LinkButton>
            ),
        )}
        {acts.length > 0 && (
          <LinkButton href={`${at}/paper`}>
            <Icon name="pencil" />
            {t.track.paper}
          </LinkButton>
        )}
        {isSent(track) && (
          <LinkButton href={`${at}/letter`}>
            <Icon name="printer" />
            {t.track.letter}
          </LinkButton>
        )}
        {isSent(track) && (
          <LinkButton href={`${at}/report`}>
            <Icon name="printer" />
            {t.track.report}
          </LinkButton>
        )}
        {isSent(track) && (
          <LinkButton href={`${at}/file-list`}>
            <Icon name="printer" />
            {t.track.fileList}
          </LinkButton>
        )}
        {isReceived(track) && (
          <LinkButton href={`${at}/receipt`}>
            <Icon name="printer" />
            {t.track.receipt}
          </LinkButton>
        )}
        <Later page={page} track={track} />
      </Actions>
    </div>
  )
}

/** Owed by me, by just this act. */
const isNext = ({ me, duties }: CasePage, { trackId }: TrackState, act: Action): boolean =>
  duties.some((duty) => duty.trackId === trackId && dutyRow(duty.code).act === act && owes(me.actor, duty))

async function SignFor({ page: { me, t, state, may }, track }: Props) {
  if (!isDecided(track) || decisionOf(track).signedFor || may('SignForDecision', track.trackId).is !== 'yes') return null
  const { errors } = await readForm(me, `sign-for:${track.trackId}`, {})
  return (
    <Form action={signForDecisionAction.bind(null, state.caseId, track.trackId)} formKey={randomUUID()} plain>
      <SubmitButton kind="primary">
        <Icon name="stamp" />
        {t.track.signFor}
      </SubmitButton>
      {sentencesOf(t, errors).list.map(({ text }) => (
        <span key={text} className="err" role="alert">
          {text}
        </span>
      ))}
      <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
    </Form>
  )
}

/** Theirs, but not in this phase. */
function Later({ page: { t, may }, track: { trackId, phase } }: Props) {
  const isSigned = trackPhase(phase).tab === 'examining'
  return (
    <>
      {phase === 'sent' && may('SendSupplement', trackId).is === 'not-now' && (
        <NotNow reason={t.track.notReceivedYet}>{t.track.supplement}</NotNow>
      )}
      {reasonActsAt('sent').map((act) => {
        const { title, notNow } = t.reasonAct[act]
        return (
          isSigned &&
          notNow &&
          may(act, trackId).is === 'not-now' && (
            <NotNow key={act} reason={notNow}>
              {title}
            </NotNow>
          )
        )
      })}
    </>
  )
}
