import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { ErrorSummary } from '#app/_ui/error-summary'
import { TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { ownPath, SIGN_IN, signInPath } from '#lib/server/edge/addresses'
import { csrfTokenOf, SENT_FOR_COOKIE, triedOf } from '#lib/server/session/auth-options'
import { DEMO_PASSWORD } from '#lib/server/boot/demo'
import { doneOf } from '#lib/server/forms/forms'
import { currentContainer } from '#lib/server/boot/current-container'
import { homeOf } from '#lib/server/session/home'
import { currentOrigin } from '#lib/server/edge/origin'
import { visitor, currentPerson } from '#lib/server/session/signed-in'
import { DeskFrame } from '../_form/desk-frame.tsx'
import { DoneBanner } from '../_form/form-messages.tsx'
import { DemoAccounts } from './demo-accounts.tsx'

type Query = Readonly<Record<string, string | string[] | undefined>>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: ((await searchParams)['error'] ? t.form.errPrefix : '') + t.app.title(t.signIn.title) }
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const me = await currentPerson()
  const origin = await currentOrigin()
  const to = backOf(query, origin)
  if (me) redirect(to ?? homeOf(me.actor))

  const jar = (await cookies()).getAll()
  const csrfToken = csrfTokenOf(jar)
  const wasSent = query[SENT_FOR_COOKIE] !== undefined
  // Only next-auth's own routes set its cookie: sent there once, and back to this very address (docs/stack.md §17).
  if (!csrfToken && !wasSent)
    redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl: ownPath((await headers()).get('x-path')) ?? SIGN_IN })}`)
  if (csrfToken && wasSent) redirect(returnAddress(query, origin))

  const { env, clockNow } = currentContainer()
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  const tried = await triedOf(jar)
  const wrong = query['error'] === undefined ? null : wrongOf(t, query['error'], tried?.until ?? '', clockNow())
  const chosen = env.demo && typeof query['as'] === 'string' ? query['as'] : null
  return (
    <DeskFrame me={null} visitor={preferences} now={clockNow()}>
      <div className="stack">
        <div className="stack narrow">
          <h1>{t.signIn.title}</h1>
          <DoneBanner t={t} done={doneOf(query)} address={SIGN_IN} />
          {query['why'] === 'ended' && <Banner kind="warn" title={t.signIn.ended} />}
          {query['why'] === 'superseded' && <Banner kind="warn" title={t.signIn.superseded} />}
          {query['why'] === 'kept' && <Banner kind="warn" title={t.signIn.kept} />}
          {wrong && <ErrorSummary title={t.form.errTitle(1)} errors={[{ id: 'f-login', text: wrong }]} />}
          {csrfToken ? (
            <div className="card">
              <div className="card-body">
                <Form action="/api/auth/callback/credentials" hidden={{ csrfToken, callbackUrl: to ?? '/' }}>
                  <TextField
                    name="login"
                    label={t.signIn.name}
                    value={chosen ?? (wrong ? tried?.login : undefined)}
                    error={wrong ?? undefined}
                    autoComplete="username"
                    spellCheck={false}
                  />
                  <TextField
                    name="password"
                    type="password"
                    label={t.signIn.password}
                    value={chosen === null ? undefined : DEMO_PASSWORD}
                    autoComplete="current-password"
                  />
                  <Actions>
                    <SubmitButton kind="primary" size="large">
                      {t.signIn.go}
                    </SubmitButton>
                  </Actions>
                </Form>
              </div>
            </div>
          ) : (
            <Banner kind="bad" title={t.signIn.noCookies}>
              <LinkButton href={signInPath(to ?? '/', null)}>{t.errors.retry}</LinkButton>
            </Banner>
          )}
          <p className="sec">{t.signIn.forgot}</p>
        </div>
        {env.demo && (
          <Card title={t.signIn.demo} flush>
            <DemoAccounts t={t} lang={preferences.lang} to={to} />
          </Card>
        )}
      </div>
    </DeskFrame>
  )
}

/** Where to go once signed in: a path of ours, which next-auth hands on with our origin in front. */
function backOf(query: Query, origin: string): string | null {
  const path = givenPath(query, origin)
  return path === '/' || path?.startsWith(SIGN_IN) ? null : path
}
function givenPath({ callbackUrl: given }: Query, origin: string): string | null {
  if (typeof given !== 'string') return null
  return ownPath(given.startsWith(`${origin}/`) ? given.slice(origin.length) : given)
}

/** Back from next-auth: to the address that was sent there, or after a try to the same one without the mark. */
function returnAddress(query: Query, origin: string): string {
  const sent = givenPath(query, origin)
  if (sent?.startsWith(SIGN_IN)) return sent
  const to = backOf(query, origin)
  const error = typeof query['error'] === 'string' ? { error: query['error'] } : null
  const kept = new URLSearchParams({ ...(to && { callbackUrl: to }), ...error }).toString()
  return kept ? `${SIGN_IN}?${kept}` : SIGN_IN
}

/** One sentence for an unknown name and a wrong password. */
function wrongOf({ signIn }: Messages, code: string | string[], until: string, now: string): string {
  const seconds = Math.ceil((Date.parse(until || now) - Date.parse(now)) / 1_000)
  if (code !== 'CredentialsSignin') return signIn.fault
  return seconds > 0 ? signIn.slow(seconds) : signIn.wrong
}
