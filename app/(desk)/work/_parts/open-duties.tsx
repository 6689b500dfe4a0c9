import { ClockTicker } from '#app/_ui/clock-ticker'
import type { Messages } from '#lib/i18n/messages'
import { formatCount } from '#lib/i18n/numbers'
import type { SignedIn } from '#lib/server/session/signed-in'
import { readNames } from '#lib/usecases/directory'
import { COUNT_CAP, type ColourCounts, statusesOfRows, sumOf, type worklistOf, type WorkFilter } from '#lib/usecases/worklist'
import { DutyTable, type Desk } from './duty-table.tsx'
import { Filters, isFiltered } from './filters.tsx'
import { WorkPager } from './pager.tsx'
import { addressOf, type Wanted } from './query.ts'

export const filterOf = (side: 'mine' | 'waiting', { code, fund, text, minFen }: Wanted): WorkFilter => ({
  side,
  ...(code && { code }),
  ...(fund && { fund }),
  ...(text && { text }),
  ...(minFen !== null && { minFen }),
})

/** 待我办理 and 等待对方: one line of filters, and what is owed by the day it is due. */
export async function OpenDuties({
  me,
  t,
  side,
  wanted,
  counts,
  worklist,
}: {
  me: SignedIn
  t: Messages
  side: 'mine' | 'waiting'
  wanted: Wanted
  counts: ColourCounts
  worklist: ReturnType<typeof worklistOf>
}) {
  const [{ rows, next }, names] = await Promise.all([
    worklist.list(filterOf(side, wanted), wanted.heat, wanted),
    readNames(me.read, me.lang === 'en'),
  ])
  const statuses = await statusesOfRows(me.read, rows)
  const desk: Desk = {
    lang: me.lang,
    t,
    now: me.now,
    names,
    statuses,
    myUnits: me.posts.map(({ unit }) => unit.unitId),
    superiors: me.posts.map(({ unit }) => unit.superiorId).filter((unitId) => unitId !== ''),
  }
  const n = wanted.heat ? counts[wanted.heat] : sumOf(counts)
  const total = n > COUNT_CAP ? t.worklist.over(formatCount(COUNT_CAP)) : t.list.count(n)
  const empty = isFiltered(wanted) ? t.work.emptyFilter : side === 'mine' ? t.work.emptyMine : t.work.emptyWaiting
  return (
    <>
      <Filters {...{ wanted, side, actor: me.actor, lang: me.lang, t, total }} />
      <DutyTable
        {...{ desk, side, rows, empty }}
        address={addressOf(wanted)}
        pager={rows.length > 0 || wanted.after ? <WorkPager {...{ wanted, next, t }} /> : null}
      />
      <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </>
  )
}
