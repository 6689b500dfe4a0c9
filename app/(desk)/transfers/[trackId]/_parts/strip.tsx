/** The one thing that is next on this track, who owes it, by which text, until when; and the button where it is mine. */
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { ClockMark } from '#app/_ui/clock-mark'
import { Form } from '#app/_ui/form'
import { NextStep } from '#app/_ui/next-step'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { sitsIn } from '#lib/domain/policy/seats'
import { readForm } from '#lib/server/forms'
import type { Duty } from '#lib/views/rows'
import { byUrgency } from '#lib/views/urgency'
import { owes } from '#lib/views/whose'
import { clockOf } from '../../../cases/_case/duty-clock.ts'
import { HowCounted } from '../../../cases/_case/how-counted.tsx'
import { DUTIES } from '#lib/domain/procedure/duty'
import { sentencesOf } from '../../../../_form/sentences.ts'
import type { TransferPageData } from '../../_track/open.ts'
import { Basis } from '../../../law/basis.tsx'
import { openExaminationAction, urgeSenderAction } from '../actions.ts'

/** `bare`: on the page of the very deed, which has its own button. */
export function Strip({ page, bare = false }: { page: TransferPageData; bare?: boolean }) {
  const { me, t, duties } = page
  const inTurn = byUrgency(duties)
  const duty = inTurn.find((one) => isMine(page, one)) ?? inTurn.find((one) => mayDo(page, one)) ?? inTurn[0]
  if (!duty) return <NextStep label={t.clock.next} what={t.recv.nothing} basisLabel={t.clock.basis} basis={t.recv.noClock} />
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

const isMine = (page: TransferPageData, duty: Duty): boolean => owes(page.me.actor, duty) && mayDo(page, duty)
/** The liaison may sign as well as the intake whose duty it is: the button is theirs, the duty is not. */
function mayDo({ me: { actor }, may }: TransferPageData, { code, unitId }: Duty): boolean {
  const deed = DUTIES[code].act
  return sitsIn(actor, unitId) && deed !== null && may(deed).is === 'yes'
}

/** By the sender; a right of theirs is no debt. */
const isOwedToUs = ({ me: { actor } }: TransferPageData, { unitId, code }: Duty): boolean => code !== 'reconsider' && !sitsIn(actor, unitId)

/** One's own house by the post, the sender by its name. */
const whoOwes = ({ me, t, names }: TransferPageData, { unitId, post }: Duty): string =>
  sitsIn(me.actor, unitId) ? t.post[post] : names.unit(unitId)

function Go({ page, duty }: { page: TransferPageData; duty: Duty }) {
  const { t, at, may } = page
  if (!mayDo(page, duty)) return isOwedToUs(page, duty) && may('Urge').is === 'yes' ? <Urge page={page} duty={duty} /> : null
  if (duty.code === 'sign-receipt')
    return (
      <LinkButton kind="primary" size="large" href={`${at}/receipt`}>
        {t.rcpt.sign}
      </LinkButton>
    )
  if (duty.code === 'open-examination') return <OpenExamination page={page} />
  return duty.code === 'examine' ? (
    <LinkButton kind="primary" size="large" href={`${at}/decision`}>
      {t.recv.decide}
    </LinkButton>
  ) : null
}

async function OpenExamination({ page: { me, t, track } }: { page: TransferPageData }) {
  const { errors } = await readForm(me, `examination:${track.trackId}`, {})
  return (
    <Form action={openExaminationAction.bind(null, track.trackId)} formKey={me.newId()} plain>
      <SubmitButton kind="primary" size="large">
        {t.recv.open}
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

function Urge({ page: { me, t, track }, duty }: { page: TransferPageData; duty: Duty }) {
  const hidden = { trackId: track.trackId, toUnitId: duty.unitId, toPost: duty.post, text: '' }
  return (
    <Form action={urgeSenderAction.bind(null, track.trackId)} formKey={me.newId()} hidden={hidden} plain>
      <SubmitButton>{t.clock.urge}</SubmitButton>
    </Form>
  )
}
