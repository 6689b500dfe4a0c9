import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { messagesOf } from '#lib/i18n/messages'
import { currentContainer } from '#lib/server/boot/current-container'
import { visitor } from '#lib/server/session/signed-in'
import { DeskFrame } from './_form/desk-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.errors.notFoundTitle) }
}

/**
 * Missing and forbidden are one page (docs/decisions.md D14). Nothing of the person in it: Next draws it along with every page, in case
 * it should be needed.
 */
export default async function NotFound() {
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  return (
    <DeskFrame me={null} visitor={preferences} now={currentContainer().clockNow()}>
      <div className="stack narrow">
        <h1>{t.errors.notFoundTitle}</h1>
        <p>{t.errors.notFound}</p>
        <p>
          <LinkButton href="/">{t.errors.toWork}</LinkButton>
        </p>
      </div>
    </DeskFrame>
  )
}
