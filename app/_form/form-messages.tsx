/** What stands above a form or at the top of a page: what was just done, what is wrong, what was restored. */
import { Banner } from '#app/_ui/banner'
import { ErrorSummary } from '#app/_ui/error-summary'
import { formatInstant, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import type { Done, FormState } from '#lib/server/forms/forms'
import type { Sentences } from './sentences.ts'

/** `here` is the page's own address without the message; `said` this page's own sentence, with what it knows, in place of the table's. */
export function DoneBanner({ t, done, address, said }: { t: Messages; done: Done | null; address: string; said?: string | null }) {
  const sentence = said ?? (done && sentenceOf(t, done.code))
  if (!done || !sentence) return null
  return (
    <Banner kind="ok" live title={sentence} dismiss={{ href: address, label: t.form.dismiss }}>
      {done.isRepeat && <p>{t.form.duplicate}</p>}
    </Banner>
  )
}

function sentenceOf(t: Messages, code: string): string | null {
  const act = reasonActs.find((known) => REASON_ACTS[known].done === code)
  return act ? t.reasonAct[act].done : Object.hasOwn(t.done, code) ? t.done[code as keyof Messages['done']] : null // safe: its own key
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

/** The title of a page whose form has errors says so first (docs/ux.md §3). */
export const titled = (t: Messages, page: string, sentences?: Sentences): string =>
  (sentences?.list.length ? t.form.errPrefix : '') + t.app.title(page)
