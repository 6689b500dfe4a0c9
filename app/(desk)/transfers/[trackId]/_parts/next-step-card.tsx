/** The one thing that is next on this track, who owes it, by which text, until when; and the button where it is mine. */
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { ClockMark } from '#app/_ui/clock-mark'
import { Form } from '#app/_ui/form'
import { NextStep } from '#app/_ui/next-step'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { isRight } from '#lib/domain/law/soft-times'
import { sitsIn } from '#lib/domain/policy/seats'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import { readForm } from '#lib/server/forms/forms'
import type { Duty } from '#lib/views/rows'
import { byUrgency } from '#lib/views/urgency'
import { owes } from '#lib/views/whose'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import { HowCounted } from '#app/(desk)/_parts/how-counted.tsx'
import { DUTIES } from '#lib/domain/procedure/duty'
import { sentencesOf } from '#app/_form/sentences'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'
import { Basis } from '#app/(desk)/law/basis.tsx'
import { openExaminationAction, urgeSenderAction } from '../actions.ts'

/** `bare`: on the page of the very deed, which has its own button. */
export function NextStepCard({ page, bare = false }: { page: TransferPage; bare?: boolean }) {
  const { me, t, duties } = page
  const inTurn = byUrgency(duties)
  const duty = inTurn.find((one) => isMine(page, one)) ?? inTurn.find((one) => mayDo(page, one)) ?? inTurn[0]
  if (!duty) return <NextStep label={t.clock.next} what={t.receiving.nothing} basisLabel={t.clock.basis} basis={t.receiving.noClock} />
  const clock = clockOf(duty, me.now, me.lang, t)
  return (
    <NextStep
      state={clock?.state}
      label={isMine(page, duty) ? t.clock.nextByYou : t.clock.waitingFor(whoOwes(page, duty))}
      what={t.duty[duty.code]}
      basisLabel={t.clock.basis}
      basis={<Basis duty={duty} lang={me.lang} t={t} />}
      clock={
        <>
          {clock ? <ClockMark {...clock} /> : <b>{duty.clock === '' ? t.clock.none : t.clock.promptly}</b>}
          <HowCounted duty={duty} lang={me.lang} t={t} />
        </>
      }
    >
      {!bare && <Go page={page} duty={duty} />}
    </NextStep>
  )
}

const isMine = (page: TransferPage, duty: Duty): boolean => owes(page.me.actor, duty) && mayDo(page, duty)
/** The liaison may sign as well as the intake whose duty it is: the button is theirs, the duty is not. */
function mayDo({ me: { actor }, may }: TransferPage, { code, unitId }: Duty): boolean {
  const deed = DUTIES[code].act
  return sitsIn(actor, unitId) && deed !== null && may(deed).is === 'yes'
}

/** By the sender; a right of theirs is no debt. */
const isOwedToUs = ({ me: { actor } }: TransferPage, { unitId, clock }: Duty): boolean => !isRight(clock) && !sitsIn(actor, unitId)

/** One's own house by the post, the sender by its name. */
const whoOwes = ({ me, t, names }: TransferPage, { unitId, post }: Duty): string =>
  sitsIn(me.actor, unitId) ? t.post[post] : names.unit(unitId)

function Go({ page, duty }: { page: TransferPage; duty: Duty }) {
  const { t, at, may } = page
  if (!mayDo(page, duty)) return isOwedToUs(page, duty) && may('Urge').is === 'yes' ? <Urge page={page} duty={duty} /> : null
  if (duty.code === 'sign-receipt')
    return (
      <LinkButton kind="primary" size="large" href={`${at}/receipt`}>
        {t.receiptForm.sign}
      </LinkButton>
    )
  if (duty.code === 'open-examination') return <OpenExamination page={page} />
  if (duty.code === 'examine')
    return (
      <LinkButton kind="primary" size="large" href={`${at}/decision`}>
        {t.receiving.decide}
      </LinkButton>
    )
  const act = reasonActs.find((known) => known === DUTIES[duty.code].act)
  return act ? (
    <LinkButton kind="primary" size="large" href={`${at}/${REASON_ACTS[act].slug}`}>
      {t.reasonAct[act].title}
    </LinkButton>
  ) : null
}

async function OpenExamination({ page: { me, t, track } }: { page: TransferPage }) {
  const { errors } = await readForm(me, `examination:${track.trackId}`, {})
  return (
    <Form action={openExaminationAction.bind(null, track.trackId)} formKey={me.newId()} plain>
      <SubmitButton kind="primary" size="large">
        {t.receiving.open}
      </SubmitButton>
      {sentencesOf(t, errors).list.map(({ text }) => (
        <p key={text} className="err" role="alert">
          {text}
        </p>
      ))}
      <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
    </Form>
  )
}

function Urge({ page: { me, t, track }, duty }: { page: TransferPage; duty: Duty }) {
  const hidden = { trackId: track.trackId, toUnitId: duty.unitId, toPost: duty.post, text: '' }
  return (
    <Form action={urgeSenderAction.bind(null, track.trackId)} formKey={me.newId()} hidden={hidden} plain>
      <SubmitButton>{t.clock.urge}</SubmitButton>
    </Form>
  )
}
