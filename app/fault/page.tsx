import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { LinkButton } from '#app/_ui/button'
import { messagesOf } from '#lib/i18n/messages'
import { referenceOf } from '#lib/server/faults'
import { here } from '#lib/server/here'
import { visitor } from '#lib/server/signed-in'
import { DeskFrame } from '../_form/desk-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.fault.title) }
}

/** What a broken page says with scripts off; shown by lib/server/whole-pages.ts only, and asks no store for anything. */
export default async function FaultPage() {
  const asked = await headers()
  if (asked.get('x-fault') === null) notFound()
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  const code = here().faultHere()
  return (
    <DeskFrame me={null} visitor={preferences} now={here().clockNow()}>
      <div className="stack narrow" role="alert">
        <h1>{t.fault.title}</h1>
        <p>{code ? t.fault.because[code] : t.fault.text(referenceOf(asked.get('x-request-id')))}</p>
        <p>
          <LinkButton href="/">{t.err.toWork}</LinkButton>
        </p>
      </div>
    </DeskFrame>
  )
}
