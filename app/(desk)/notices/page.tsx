import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { SubmitButton } from '#app/_ui/button'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { Pager } from '#app/_ui/data-table'
import { Form } from '#app/_ui/form'
import { Tabs } from '#app/_ui/tabs'
import { messagesOf } from '#lib/i18n/messages'
import { formatAtMost } from '#lib/i18n/numbers'
import { NoticeQuery, PAGE_SIZES } from '#lib/schemas/work'
import { doneOf } from '#lib/server/forms/forms'
import { signedIn, visitor } from '#lib/server/session/signed-in'
import { listNotices } from '#lib/usecases/list-notices'
import { NoticeTable } from './_parts/notice-table.tsx'
import { markReadAction } from './actions.ts'

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>
const MOST_COUNTED = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.notices.title) }
}

/** Each event, which case, what to do and by when. Reading is not receiving (docs/ux.md principle 7). */
export default async function NoticesPage({ searchParams }: Props) {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  const query = await searchParams
  const asked = NoticeQuery.parse({ show: 'all', size: '20', after: null, ...query })
  const unreadOnly = asked.show === 'unread'
  const [{ rows, next }, unread] = await Promise.all([
    listNotices(me.read, me.actor, { unreadOnly }, asked),
    me.read.countUnread(me.actor, MOST_COUNTED),
  ])
  const address = addressOf(asked)
  const isMarked = doneOf(query)?.code === 'notices-read'
  return (
    <>
      <div className="head">
        <h1>{t.notices.title}</h1>
        <span className="sec">{t.receiptForm.readNotReceipt}</span>
      </div>
      {isMarked && <Banner kind="ok" live title={t.notices.marked} dismiss={{ href: address, label: t.form.dismiss }} />}
      <Tabs
        label={t.notices.show}
        look="box"
        items={[
          { href: '/notices', label: t.notices.all, current: !unreadOnly },
          { href: '/notices?show=unread', label: t.notices.onlyUnread, count: formatAtMost(unread, MOST_COUNTED), current: unreadOnly },
        ]}
      />
      <Form action={markReadAction} hidden={{ back: address }} plain>
        <NoticeTable
          {...{ rows, t, lang: me.lang, now: me.now }}
          empty={unreadOnly ? t.notices.emptyUnread : t.notices.empty}
          pager={
            <>
              {rows.some(({ readAt }) => readAt === '') && (
                <div className="pager">
                  {rows
                    .filter(({ readAt }) => readAt === '')
                    .map(({ noticeId }) => (
                      <input key={noticeId} type="hidden" name="shown" value={noticeId} />
                    ))}
                  <SubmitButton size="small">{t.notices.markAllRead}</SubmitButton>
                </div>
              )}
              <Pager
                label={t.list.pages}
                sizes={{
                  label: t.list.perPage,
                  items: PAGE_SIZES.map((n) => ({ n, href: addressOf({ ...asked, size: n, after: null }), current: asked.size === n })),
                }}
                previous={asked.after ? { href: addressOf({ ...asked, after: null }), label: t.worklist.first } : undefined}
                next={next ? { href: addressOf({ ...asked, after: next }), label: t.list.next } : undefined}
              />
            </>
          }
        />
      </Form>
      <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </>
  )
}

function addressOf({ show, size, after }: NoticeQuery): string {
  const pairs = {
    ...(show === 'unread' && { show }),
    ...(size !== 20 && { size: String(size) }),
    ...(after && { after: `${after.key}~${after.id}` }),
  }
  const text = new URLSearchParams(pairs).toString()
  return text ? `/notices?${text}` : '/notices'
}
