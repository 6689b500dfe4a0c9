import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { Checklist } from '#app/_ui/checklist'
import { ErrorSummary } from '#app/_ui/error-summary'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { Tag } from '#app/_ui/tag'
import { isMaterial } from '#lib/domain/law/materials'
import { doneOf, readForm } from '#lib/server/forms/forms'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openSend, stepHref } from '../_parts/open-send.ts'
import { labelOf, SendFrame } from '../_parts/send-frame.tsx'
import { Summary } from '../_parts/summary.tsx'
import { absenceDefaults } from './absence.ts'
import { justifyAbsenceAction } from './actions.ts'
import { blockSentence, materialRows, procedureRows } from './rows.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.transfers.check, { form: `absence:${(await params).caseId}` })
}

/** Step 1: the five materials of Order 310 art. 6, two officers, the approval bound to exactly this, every digest taken again. */
export default async function CheckPage({ params, searchParams }: TrackProps) {
  const page = await openSend(params, 'check')
  const { me, t, state, track, checks } = page
  const { caseId } = state
  const form = await readForm(me, `absence:${caseId}`, absenceDefaults(state.absent))
  const said = sentencesOf(t, form.errors)
  const blocks = checks.filter(({ is }) => is === 'block')
  const wrong = [...blocks.map((check) => ({ id: `check-${check.id}`, text: blockSentence(page, check) })), ...said.list]
  const materials = checks.filter(({ id }) => isMaterial(id))
  const found = materials.filter(({ is }) => is === 'pass').length
  const isBlocked = materials.some(({ is }) => is === 'block')
  return (
    <SendFrame
      page={page}
      title={t.transfers.check}
      before={
        <>
          <DoneBanner t={t} done={doneOf(await searchParams)} address={stepHref(caseId, track.trackId, 'check')} />
          <ErrorSummary title={t.transfers.block(wrong.length)} errors={wrong} />
        </>
      }
    >
      <div className="split">
        <div className="stack">
          <Form key={form.key} action={justifyAbsenceAction.bind(null, caseId, track.trackId)} formKey={me.newId()}>
            <Card
              title={t.send.materials}
              tag={<Tag kind={found < materials.length ? 'bad' : 'ok'}>{t.send.found(found, materials.length)}</Tag>}
              flush
            >
              <Checklist label={t.send.materials} items={materialRows(page, form.values, said)} />
            </Card>
            {isBlocked && (
              <p className="hint">
                {t.send.anew}{' '}
                {page.may('WithdrawReport').is === 'yes' && (
                  <LinkButton kind="link" href={`/cases/${caseId}/report`}>
                    {t.send.toReport}
                  </LinkButton>
                )}
              </p>
            )}
            <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
          </Form>
          <Card title={t.transfers.procedure} flush>
            <Checklist label={t.transfers.procedure} items={procedureRows(page)} />
          </Card>
          {blocks.length > 0 ? (
            <p className="sec">{t.send.fixFirst}</p>
          ) : (
            <Actions>
              <LinkButton kind="primary" size="large" href={stepHref(caseId, track.trackId, 'confirm')}>
                {t.send.next(labelOf(t, 'confirm'))}
              </LinkButton>
              <span className="g pass s-pass">{t.transfers.pass}</span>
            </Actions>
          )}
        </div>
        <Summary page={page} />
      </div>
    </SendFrame>
  )
}
