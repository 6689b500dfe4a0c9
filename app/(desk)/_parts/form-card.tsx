/** A page of a case with a form on it: its h1, what is wrong with it, the form in a box; or why it cannot be filled in now. */
import type { ReactNode } from 'react'
import { Banner } from '#app/_ui/banner'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { DraftAutosave } from '#app/_ui/draft-autosave'
import { Actions } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import type { Messages } from '#lib/i18n/messages'
import type { FormState } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import type { Sentences } from '#app/_form/sentences'
import type { CasePage } from '../cases/_case/open.ts'

type Given = Readonly<{
  page: Pick<CasePage, 'me' | 't'>
  title: string
  lead?: string
  form: FormState
  said: Sentences
  wide?: boolean
  children: ReactNode
}>

export function FormCard({ page: { me, t }, title, lead, form, said, wide = false, children }: Given) {
  return (
    <div className={wide ? 'stack sub-page' : 'stack sub-page narrow'}>
      <div>
        <h1>{title}</h1>
        {lead && <p className="sec">{lead}</p>}
      </div>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <div className="card">
        <div className="card-body">{children}</div>
      </div>
    </div>
  )
}

/** What may be done, but not in this phase. */
export const NotNowCard = ({ t, title, reason }: { t: Messages; title: string; reason?: string }) => (
  <div className="stack sub-page narrow">
    <h1>{title}</h1>
    <Banner kind="warn" title={reason ?? t.refusal['policy.not-now']({})} />
  </div>
)

/** The last row of a form: send, go back, and the two lines that say what happens to what was typed. */
export function Send({
  t,
  label,
  back,
  draft,
  savedAt,
  children,
}: {
  t: Messages
  label: string
  back: string
  draft?: boolean
  savedAt?: string
  children?: ReactNode
}) {
  return (
    <Actions>
      <SubmitButton kind="primary">{label}</SubmitButton>
      {children}
      <LinkButton href={back}>{t.form.cancel}</LinkButton>
      <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
      {draft && (
        <DraftAutosave
          url="/api/drafts"
          savedAt={savedAt || undefined}
          words={{
            saved: t.form.draftSaved('{time}'),
            saving: t.form.draftSaving,
            failed: t.form.draftFailed,
            tooLarge: t.form.draftTooLarge,
          }}
        />
      )}
    </Actions>
  )
}
