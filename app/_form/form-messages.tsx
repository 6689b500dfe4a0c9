/** What stands above a form or at the top of a page: what was just done, what is wrong, what was restored. */
import { Banner } from '#app/_ui/banner'
import { ErrorSummary } from '#app/_ui/error-summary'
import { formatInstant, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { Done, FormState } from '#lib/server/forms'
import type { Sentences } from './sentences.ts'

/** `here` is the page's own address without the message. */
export function DoneBanner({ t, done, here }: { t: Messages; done: Done | null; here: string }) {
  const said = done && Object.hasOwn(t.done, done.code) ? t.done[done.code as keyof Messages['done']] : null // safe: its own key
  if (!done || !said) return null
  return (
    <Banner kind="ok" live title={said} dismiss={{ href: here, label: t.form.dismiss }}>
      {done.again && <p>{t.form.duplicate}</p>}
    </Banner>
  )
}

export function FormMessages({ t, lang, form, sentences }: { t: Messages; lang: Lang; form: FormState; sentences: Sentences }) {
  const isDraft = form.savedAt !== '' && !form.restored && sentences.list.length === 0
  return (
    <>
      {form.restored && <Banner kind="warn" live title={t.session.restored} />}
      {isDraft && <Banner>{t.form.draftFound(formatInstant(form.savedAt, lang))}</Banner>}
      <ErrorSummary title={t.form.errTitle(sentences.list.length)} errors={sentences.list} />
    </>
  )
}

/** The title of a page whose form has errors says so first (ux.md §3). */
export const titled = (t: Messages, page: string, sentences?: Sentences): string =>
  (sentences?.list.length ? t.form.errPrefix : '') + t.app.title(page)
