import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { LinkButton } from '#app/_ui/button'
import { messagesOf } from '#lib/i18n/messages'
import { referenceOf } from '#lib/server/boot/faults'
import { currentContainer } from '#lib/server/boot/current-container'
import { visitor } from '#lib/server/session/signed-in'
import { DeskFrame } from '../_form/desk-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  const isLocked = (await headers()).get('x-fault') === 'locked'
  return { title: t.app.title(isLocked ? t.evidence.lockedTitle : t.fault.title) }
}

/** What a broken page says with scripts off, and what is said of a file that is locked; shown by lib/server/edge/error-pages.ts only, and asks no store for anything. */
export default async function FaultPage() {
  const asked = await headers()
  const why = asked.get('x-fault')
  if (why === null) notFound()
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  const code = currentContainer().currentFault()
  const text = code ? t.fault.because[code] : t.fault.text(referenceOf(asked.get('x-request-id')))
  return (
    <DeskFrame me={null} visitor={preferences} now={currentContainer().clockNow()}>
      <div className="stack narrow" role="alert">
        <h1>{why === 'locked' ? t.evidence.lockedTitle : t.fault.title}</h1>
        <p>{why === 'locked' ? t.evidence.lockedText : text}</p>
        <p>
          <LinkButton href="/">{t.errors.toWork}</LinkButton>
        </p>
      </div>
    </DeskFrame>
  )
}
