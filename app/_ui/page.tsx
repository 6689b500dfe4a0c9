import type { ReactNode } from 'react'
import type { Messages } from '#lib/i18n/messages'
import type { Lang } from '#lib/i18n/dates'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { NoticeBadge } from './notice-badge.tsx'

type Action = string | ((form: FormData) => void | Promise<void>)
export type NavItem = { href: string; label: string; current?: boolean }
export type FrameProps = {
  lang: Lang
  /** The sentences of the frame itself. */
  words: Pick<Messages, 'app' | 'nav' | 'frame'>
  /** Where the system's name leads: the worklist, or the sign-in page. */
  home: string
  unit?: string | undefined
  /** Whoever is signed in; without, the tools of an account are absent. */
  person?: { name: string; post: string; account: string; signOut: Action } | undefined
  notices?: { href: string; unread: number; poll?: string } | undefined
  nav?: readonly NavItem[]
  /** Takes lang, size or theme; keeps the reader where they are. */
  preferences: { action: Action; size: 'normal' | 'large' | 'xlarge'; theme: 'system' | 'light' | 'dark'; back?: string }
  footer: readonly string[]
  /** One place to look things up, the same on every page. */
  reference?: { href: string; label: string } | undefined
  children: ReactNode
}

/** What is around every page: skip link, header, navigation, main, footer. */
export function Frame({ lang, words, home, unit, person, notices, nav = [], preferences, footer, reference, children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        {words.app.skip}
      </a>
      <header className="top">
        <div className="wrap">
          <Link className="sys" href={home}>
            <Icon name="shield-check" />
            {words.app.name}
          </Link>
          {unit && <span className="unit">{unit}</span>}
          <div className="tools">
            {notices && (
              <Link className="tool" href={notices.href}>
                <Icon name="bell" />
                <span className="tool-text">{words.nav.notices}</span>
                <NoticeBadge unread={notices.unread} poll={notices.poll} words={words.frame.unread('{n}')} />
              </Link>
            )}
            <form {...sent(preferences.action)}>
              <Back to={preferences.back} />
              <button className="tool" name="lang" value={lang === 'en' ? 'zh-CN' : 'en'} lang={lang === 'en' ? 'zh-CN' : 'en'}>
                {words.frame.otherLanguage}
              </button>
            </form>
            {person && <AccountMenu {...{ words: words.frame, person, preferences }} />}
          </div>
        </div>
      </header>
      {nav.length > 0 && (
        <nav className="nav" aria-label={words.nav.main}>
          <ul className="wrap">
            {nav.map(({ href, label, current = false }) => (
              <li key={href}>
                <Link href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main id="main" className="wrap">
        {children}
      </main>
      <footer className="wrap">
        <div className="foot">
          {footer.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {reference && <Link href={reference.href}>{reference.label}</Link>}
        </div>
      </footer>
    </>
  )
}

function AccountMenu({
  words,
  person,
  preferences: { action, size, theme, back },
}: {
  words: Messages['frame']
  person: NonNullable<FrameProps['person']>
  preferences: FrameProps['preferences']
}) {
  return (
    <details className="menu">
      <summary className="tool" aria-label={words.account(words.person(person.name, person.post))}>
        <Icon name="user" />
        <span className="tool-text">{words.person(person.name, person.post)}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="menu-list">
        <b>{words.person(person.name, person.post)}</b>
        <Link href={person.account}>{words.settings}</Link>
        <form {...sent(action)}>
          <Back to={back} />
          <Choice
            label={words.size}
            name="size"
            now={size}
            options={{ normal: words.sizeNormal, large: words.sizeLarge, xlarge: words.sizeXLarge }}
          />
          <Choice
            label={words.theme}
            name="theme"
            now={theme}
            options={{ system: words.themeSystem, light: words.themeLight, dark: words.themeDark }}
          />
        </form>
        <form {...sent(person.signOut)}>
          <button className="btn small">
            <Icon name="log-out" />
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function Choice({ label, name, now, options }: { label: string; name: string; now: string; options: Record<string, string> }) {
  return (
    <fieldset>
      <legend className="sec">{label}</legend>
      <div className="row">
        {Object.entries(options).map(([value, word]) => (
          <button
            key={value}
            name={name}
            value={value}
            aria-pressed={value === now}
            className={value === now ? 'btn small chosen' : 'btn small'}
          >
            {word}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

/** Where the action is a route handler, the page to come back to. */
function Back({ to }: { to: string | undefined }) {
  return to === undefined ? null : <input type="hidden" name="back" value={to} />
}

const sent = (action: Action) => (typeof action === 'string' ? { action, method: 'post' as const } : { action })
