import type { ReactNode } from 'react'
import { OfflineGuard } from '#app/_ui/offline-guard'
import { SessionDialog } from '#app/_ui/session-dialog'
import { messagesOf } from '#lib/i18n/messages'
import { signedIn } from '#lib/server/session/signed-in'
import { IDLE_MINUTES, WARN_MINUTES } from '#lib/usecases/session'
import { DeskFrame } from '../_form/desk-frame.tsx'

/** The frame of somebody signed in. It permits nothing: every page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const me = await signedIn()
  const { session, form } = messagesOf(me.lang)
  return (
    <DeskFrame me={me} visitor={me} now={me.now}>
      {children}
      <OfflineGuard probe="/health" words={{ text: form.offline, retry: form.tryAgain, still: form.stillOffline }} />
      <SessionDialog
        idleMinutes={IDLE_MINUTES}
        warnMinutes={WARN_MINUTES}
        stay="/api/session/stay"
        signOut="/sign-out"
        words={{
          title: session.warnTitle,
          body: session.warnBody('{min}'),
          stay: session.stay,
          expired: session.expired,
          ended: session.ended,
          signIn: session.signInAnew,
        }}
      />
    </DeskFrame>
  )
}
