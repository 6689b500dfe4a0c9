import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { DraftAutosave } from '#app/_ui/draft-autosave'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { reportOf } from '#lib/domain/case/rounds'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { listRecipients } from '#lib/usecases/directory'
import { RECIPIENT_KINDS } from '#lib/usecases/suggest'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { isRetry } from '../_parts/retry-address.ts'
import { named } from '#app/_form/named'
import { discardReportDraftAction, writeReportAction } from './actions.ts'
import { besideOf, orderOf } from './beside.ts'
import { FactsAside } from './facts-aside.tsx'
import { areSeveral, TEXTS, textsOf, tracksShown } from './rows.ts'
import { baseOf } from '#app/(desk)/cases/_case/conflict-form'
import { ResolveConflict } from './resolve-conflict.tsx'
import { Several } from './several.tsx'
import { TextsCard } from './texts-card.tsx'
import { TrackCard } from './track-fields.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.write.title, { form: `write-report:${(await params).caseId}` })
}

/** A long form, kept while typing: four texts, and a track for each body that is to receive part of the case. */
export default async function WriteReportPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, me, state, may } = page
  const { caseId } = state
  const answer = may('WriteReport').is
  if (answer === 'never') denied()
  if (answer === 'not-now') redirect(`/cases/${caseId}/report`)
  const name = `write-report:${caseId}`
  const form = await readForm(me, name, textsOf(state))
  const tracks = tracksShown(form.kept, state, me.today)
  const said = named(
    sentencesOf(t, form.errors, besideOf(page, tracks), orderOf(tracks)),
    t,
    Object.fromEntries(TEXTS.map((text) => [text, t.report[text]])),
    tracks.length,
  )
  const readAt = state.sections.report
  const answered = isRetry(await searchParams) // by a button on this very page: nothing was found again
  const base = baseOf(form.kept, readAt)
  const title = reportOf(state) ? t.write.titleChange : t.write.title
  const recipients = await listRecipients(me.read, state.basics.division, RECIPIENT_KINDS, me.today)
  return (
    <CaseFrame page={page} tab="report" current={title} compact>
      <div className="stack sub-page">
        <div>
          <h1>{title}</h1>
          <p className="sec">{t.write.intro}</p>
        </div>
        <FormMessages t={t} lang={me.lang} form={answered ? { ...form, savedAt: '' } : form} sentences={said} />
        <div className="split">
          <Form
            key={form.savedAt}
            action={writeReportAction.bind(null, caseId)}
            formKey={me.newId()}
            hidden={{ readAt: String(readAt), ...(base && { base }) }}
            draft={name}
          >
            <button
              className="vh"
              name="suggest"
              value="0"
              tabIndex={-1}
              aria-hidden="true" /* what Enter presses: the first button of a form */
            />
            {base && <ResolveConflict page={page} form={form} tracks={tracks} base={base} />}
            <TextsCard page={page} form={form} said={said} />
            <Several page={page} tracks={tracks} />
            {tracks.map((row, index) => (
              <TrackCard
                key={`${index} ${row.trackId}`}
                {...{ page, said, row, index, recipients }}
                count={tracks.length}
                isOneOfSeveral={areSeveral(state, tracks, row)}
              />
            ))}
            <Actions>
              <SubmitButton kind="primary" size="large">
                {t.write.save}
              </SubmitButton>
              <SubmitButton size="large" name="more" value="track">
                {t.write.more}
              </SubmitButton>
              <LinkButton size="large" href={`/cases/${caseId}/report`}>
                {t.form.cancel}
              </LinkButton>
              {form.savedAt !== '' && (
                <SubmitButton size="large" formAction={discardReportDraftAction.bind(null, caseId)}>
                  {t.write.discard}
                </SubmitButton>
              )}
              <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
              <DraftAutosave
                url="/api/drafts"
                savedAt={form.savedAt || undefined}
                words={{
                  saved: t.form.draftSaved('{time}'),
                  saving: t.form.draftSaving,
                  failed: t.form.draftFailed,
                  tooLarge: t.form.draftTooLarge,
                }}
              />
            </Actions>
          </Form>
          <FactsAside page={page} />
        </div>
      </div>
    </CaseFrame>
  )
}
