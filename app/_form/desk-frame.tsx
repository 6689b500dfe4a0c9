/** The frame around every page of somebody signed in, and, without a person, around the pages before that. */
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Frame } from '#app/_ui/page'
import { formatInstant } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { SIGN_IN } from '#lib/server/edge/addresses'
import { homeOf, partsOf } from '#lib/server/session/home'
import type { Preferences } from '#lib/server/session/preferences'
import type { SignedIn } from '#lib/server/session/signed-in'
import { choosePreferencesAction } from '../preferences/actions.ts'
import { NavCurrent } from './nav-current.tsx'

const MOST_COUNTED = 100

export async function DeskFrame({
  me,
  visitor,
  now,
  children,
}: {
  me: SignedIn | null
  visitor: Preferences
  now: string
  children: ReactNode
}) {
  const { lang, theme, size } = visitor
  const t = messagesOf(lang)
  const at = ((await headers()).get('x-path') ?? '/').split('?')[0] ?? '/'
  const unread = me ? await me.read.countUnread({ personId: me.person.personId, seats: me.actor.seats }, MOST_COUNTED) : 0
  const unit = me?.unit && ((lang === 'en' && me.unit.nameEn) || me.unit.name)
  return (
    <Frame
      lang={lang}
      words={t}
      home={me ? homeOf(me.actor) : SIGN_IN}
      {...(unit && { unit })}
      person={
        me
          ? {
              name: me.person.name,
              post: me.posts.map(({ post }) => t.post[post]).join(lang === 'en' ? ', ' : '、') || t.admin.noPosts,
              account: '/account',
              signOut: '/sign-out',
            }
          : undefined
      }
      notices={me && me.posts.length > 0 ? { href: '/notices', unread, poll: '/api/notices/unread' } : undefined}
      nav={me ? partsOf(me.actor).map((part) => ({ href: `/${part}`, label: t.nav[part], current: isUnder(at, `/${part}`) })) : []}
      preferences={{ action: choosePreferencesAction, size, theme }}
      reference={me ? { href: '/law', label: t.law.title } : undefined}
      footer={[t.footer.keep, t.app.serverTime(formatInstant(now, lang))]}
    >
      {me && <NavCurrent />}
      {children}
    </Frame>
  )
}

const isUnder = (path: string, part: string): boolean => path === part || path.startsWith(`${part}/`)
