import type { Metadata } from 'next'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf } from '#lib/i18n/messages'
import { SIGN_IN } from '#lib/server/edge/addresses'
import { readForm } from '#lib/server/forms/forms'
import { currentContainer } from '#lib/server/boot/current-container'
import { visitor } from '#lib/server/session/signed-in'
import { DeskFrame } from '#app/_form/desk-frame.tsx'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { setFirstPasswordAction } from './actions.ts'
import { FORM, readGuest } from './guest.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.welcome.title) }
}

/** The first password, or a new one: nobody but its owner ever knows it. */
export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  const guest = await readGuest(token)
  const form = guest && (await readForm(guest, FORM, { linkCode: '', newPassword: '', againPassword: '' }))
  const said = form && sentencesOf(t, form.errors, {}, ['linkCode', 'newPassword', 'againPassword'])
  return (
    <DeskFrame me={null} visitor={preferences} now={currentContainer().clockNow()}>
      <div className="stack narrow">
        {guest && form && said ? (
          <>
            <h1>{t.welcome.title}</h1>
            <p>{t.welcome.intro(guest.person.name)}</p>
            <FormMessages t={t} lang={preferences.lang} form={form} sentences={said} />
            <div className="card">
              <div className="card-body">
                <Form key={form.key} action={setFirstPasswordAction.bind(null, token)}>
                  <p>
                    <b>{t.welcome.login(guest.person.login)}</b>
                  </p>
                  {guest.needsCode && (
                    <TextField
                      name="linkCode"
                      label={t.welcome.code}
                      hint={t.welcome.codeHint}
                      error={said.at('linkCode')}
                      width="short"
                      inputMode="numeric"
                      autoComplete="one-time-code"
                    />
                  )}
                  <TextField
                    name="newPassword"
                    type="password"
                    label={t.welcome.password}
                    hint={t.welcome.rule}
                    error={said.at('newPassword')}
                    autoComplete="new-password"
                  />
                  <TextField
                    name="againPassword"
                    type="password"
                    label={t.welcome.repeat}
                    error={said.at('againPassword')}
                    autoComplete="new-password"
                  />
                  <Actions>
                    <SubmitButton kind="primary" size="large">
                      {t.welcome.go}
                    </SubmitButton>
                  </Actions>
                </Form>
              </div>
            </div>
          </>
        ) : (
          <>
            <h1>{t.welcome.gone}</h1>
            <p>{t.welcome.goneText}</p>
            <p>
              <LinkButton href={SIGN_IN}>{t.welcome.toSignIn}</LinkButton>
            </p>
          </>
        )}
      </div>
    </DeskFrame>
  )
}
