import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { Tabs } from '#app/_ui/tabs'
import { mayDo } from '#lib/domain/policy/can'
import { formatTime } from '#lib/i18n/dates'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { formatAtMost } from '#lib/i18n/numbers'
import { signedIn } from '#lib/server/session/signed-in'
import { COUNT_CAP, isWhole, sumOf, worklistOf } from '#lib/usecases/worklist'
import { Ended, Handled } from './_parts/handled.tsx'
import { ColourCounts } from './_parts/colour-counts.tsx'
import { filterOf, OpenDuties } from './_parts/open-duties.tsx'
import { addressOf, wantedOf, type Query, type Wanted } from './_parts/query.ts'

type Props = Readonly<{ searchParams: Promise<Query> }>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  const { tab } = wantedOf(await searchParams, me.actor)
  return { title: t.app.title(tab === 'mine' ? t.work.title : t.worklist.titleOf(tabWords(t)[tab])) }
}

/** What I owe, what others owe us, what I did, what has ended: ordered by what is due next (docs/ux.md principle 1). */
export default async function WorkPage({ searchParams }: Props) {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  const wanted = wantedOf(await searchParams, me.actor)
  const worklist = worklistOf(me.read, me.actor, me.now)
  const side = wanted.tab === 'mine' || wanted.tab === 'waiting' ? wanted.tab : null
  const filter = side && filterOf(side, wanted)
  const counts = filter && (await worklist.countColours(filter))
  // The colours together are the tab's own count, where nothing is filtered: one question less.
  const countOf = async (one: 'mine' | 'waiting') => (counts && isWhole(filter, one) ? sumOf(counts) : worklist.count({ side: one }))
  const [mine, waiting] = await Promise.all([countOf('mine'), countOf('waiting')])
  return (
    <>
      <div className="head">
        <h1>{t.work.title}</h1>
        {counts && <ColourCounts {...{ counts, wanted, t }} />}
        <div className="row end">
          <LinkButton href={addressOf(wanted)}>
            <Icon name="refresh" />
            {t.work.refresh(formatTime(me.now))}
          </LinkButton>
          {mayDo(me.actor, 'RegisterCase', null).is === 'yes' && (
            <LinkButton kind="primary" href="/cases/register">
              <Icon name="plus" />
              {t.worklist.register}
            </LinkButton>
          )}
        </div>
      </div>
      <Tabs label={t.work.tabs} look="box" items={tabsOf(t, wanted, { mine, waiting })} />
      {side && counts && <OpenDuties {...{ me, t, side, wanted, counts, worklist }} />}
      {wanted.tab === 'done' && <Handled {...{ me, t, wanted }} />}
      {wanted.tab === 'closed' && <Ended {...{ me, t, wanted }} />}
    </>
  )
}

const tabWords = ({ work }: Messages) =>
  ({ mine: work.tabMine, waiting: work.tabWaiting, done: work.tabDone, closed: work.tabClosed }) as const

function tabsOf(t: Messages, { tab, size }: Wanted, counts: Readonly<{ mine: number; waiting: number }>) {
  const keys = ['mine', 'waiting', 'done', 'closed'] as const
  return keys.map((key) => ({
    href: `/work?tab=${key}${size === 20 ? '' : `&size=${size}`}`,
    label: tabWords(t)[key],
    current: key === tab,
    count: key === 'mine' || key === 'waiting' ? formatAtMost(counts[key], COUNT_CAP) : undefined,
  }))
}
