import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { messagesOf } from '#lib/i18n/messages'
import { here } from '#lib/server/here'
import { visitor } from '#lib/server/signed-in'
import { DeskFrame } from './_form/desk-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.err.notFoundTitle) }
}

/**
 * Missing and forbidden are one page (docs/decisions.md D14). Nothing of the person in it: Next draws it along with every page, in case
 * it should be needed.
 */
export default async function NotFound() {
  const preferences = await visitor()
  const t = messagesOf(preferences.lang)
  return (
    <DeskFrame me={null} visitor={preferences} now={here().clockNow()}>
      <div className="stack narrow">
        <h1>{t.err.notFoundTitle}</h1>
        <p>{t.err.notFound}</p>
        <p>
          <LinkButton href="/">{t.err.toWork}</LinkButton>
        </p>
      </div>
    </DeskFrame>
  )
}
