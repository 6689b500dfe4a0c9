import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { messagesOf } from '#lib/i18n/messages'
import { visitor } from '#lib/server/session/signed-in'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  // Dual-kernel browsers choose their modern one by it.
  return { title: t.app.name, other: { renderer: 'webkit' }, robots: { index: false, follow: false } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Reads cookies, so that nothing under it is ever built in advance: a page of the build has no nonce (docs/stack.md §16). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { lang, theme, size } = await visitor()
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme} data-size={size === 'normal' ? undefined : size}>
      <body>{children}</body>
    </html>
  )
}
