/** What was just done on a track, at the top of the next page. */
import { Banner } from '#app/_ui/banner'
import type { Messages } from '#lib/i18n/messages'
import type { Done } from '#lib/server/forms'

export function TrackDone({
  t,
  done,
  here,
  words = t.doneTrack,
}: {
  t: Messages
  done: Done | null
  /** The page's own address without the message. */ here: string
  words?: Readonly<Record<string, string>>
}) {
  const said = done && Object.hasOwn(words, done.code) ? words[done.code] : undefined
  if (!done || !said) return null
  return (
    <Banner kind="ok" live title={said} dismiss={{ href: here, label: t.form.dismiss }}>
      {done.again && <p>{t.form.duplicate}</p>}
    </Banner>
  )
}
