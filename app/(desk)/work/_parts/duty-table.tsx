import type { ReactNode } from 'react'
import { DataTable, Second, type Column } from '#app/_ui/data-table'
import { LinkButton } from '#app/_ui/button'
import { Link } from '#app/_ui/link'
import { citationsOn } from '#lib/domain/law/citation'
import { beijingDay } from '#lib/domain/time'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { Lang } from '#lib/i18n/dates'
import { cite } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { formatFen } from '#lib/i18n/numbers'
import { colourOf, rowOfDuty } from '#lib/views/clock-colour'
import type { DutyRow } from '#lib/usecases/worklist'
import { DUTIES } from '#lib/domain/procedure/duty'
import type { Duty } from '#lib/views/rows'
import type { Names } from '#lib/usecases/directory'
import type { CaseStatus } from '#lib/views/case-status'
import { peopleOf } from '#lib/views/whose'
import { statusesOf, trackStatus } from '#app/(desk)/_parts/status'
import { whyOf } from '#app/(desk)/law/basis.tsx'
import { DutyClock } from './duty-clock.tsx'
import { fundsText } from './funds.ts'
import { Tags } from '#app/(desk)/_parts/tags.tsx'
import { dutyHref, rowHref } from './where.ts'

export type Desk = Readonly<{
  lang: Lang
  t: Messages
  now: string
  myUnits: readonly string[]
  /** Of my units; they decide where nobody at home may. */
  superiors: readonly string[]
  names: Names
  /** Of cases that are read as such. */
  statuses: ReadonlyMap<string, CaseStatus>
}>
/** `here` is the list from its first row on. */
type Given = Readonly<{ desk: Desk; side: 'mine' | 'waiting'; address: string; rows: readonly DutyRow[]; empty: string; pager: ReactNode }>

export function DutyTable({ desk, side, address, rows, empty, pager }: Given) {
  const { t } = desk
  const caption = side === 'mine' ? t.work.caption : t.worklist.captionWaiting
  return (
    <DataTable
      caption={caption}
      columns={columnsOf(desk, side, address)}
      twoLines
      rows={rows}
      rowKey={(duty) => duty.dutyId}
      empty={empty}
      pager={pager}
    />
  )
}

function columnsOf(desk: Desk, side: 'mine' | 'waiting', address: string): readonly Column<DutyRow>[] {
  const { t, lang, now, names } = desk
  return [
    {
      key: 'due',
      label: t.clock.deadline,
      nowrap: true,
      sort: { href: address, now: 'ascending' },
      cell: (duty) => <DutyClock {...{ duty, now, lang, t }} />,
    },
    {
      key: 'task',
      label: t.work.task,
      cell: (duty) => (
        <>
          {t.duty[duty.code]}
          <Second>{basisOf(duty, desk)}</Second>
        </>
      ),
    },
    { key: 'case', label: t.worklist.case, head: true, cell: (duty) => <CaseCell duty={duty} desk={desk} /> },
    {
      key: 'funds',
      label: t.worklist.fund,
      card: t.worklist.fund,
      nowrap: true,
      cell: (duty) => fundsText(duty.funds, lang) || t.list.none,
    },
    {
      key: 'amount',
      label: t.worklist.amount,
      card: t.worklist.amount,
      num: true,
      cell: (duty) => (duty.amountFen > 0 ? formatFen(duty.amountFen) : t.list.none),
    },
    { key: 'other', label: t.worklist.counterpart, card: t.worklist.counterpart, cell: (duty) => otherOf(duty, desk) },
    { key: 'owner', label: t.worklist.owner, card: t.worklist.owner, nowrap: true, cell: (duty) => ownersOf(duty, names, t) },
    { key: 'go', label: t.list.actions, cell: (duty) => <Go duty={duty} side={side} desk={desk} /> },
  ]
}

/** The article that sets the time; the first where there are several, the case page gives all. */
function basisOf(duty: Duty, { t, lang }: Desk): string {
  const row = rowOfDuty(duty)
  const day = beijingDay(duty.startedAt)
  return (row && cite(citationsOn(row.citations, day).slice(0, 1), day, lang)) || whyOf(duty, t)
}

function CaseCell({ duty, desk }: { duty: DutyRow; desk: Desk }) {
  const { t } = desk
  const { asRecipient, code, phase, caseNo, title, caseId, trackId } = duty
  const status = desk.statuses.get(caseId)
  const shown = asRecipient || !status ? [trackStatus(t, phase as TrackPhase)] : statusesOf(t, status, trackId, desk.names.of) // safe: of a receiver's row it is the track's
  return (
    <>
      <Link className="nw" href={rowHref(duty)}>
        {caseNo}
      </Link>{' '}
      <Tags statuses={shown} />
      <Second>{isStatusOnly(duty, desk) ? desk.names.unit(DUTIES[code].by === 'bureau' ? duty.unitId : duty.toUnitId) : title}</Second>
    </>
  )
}

/** A superior sees where a case of another bureau stands, and no word of what it is about: the row names the bureau instead. */
function isStatusOnly({ asRecipient, code, unitId, toUnitId }: DutyRow, { myUnits, superiors }: Desk): boolean {
  if (asRecipient || myUnits.includes(unitId) || myUnits.includes(toUnitId)) return false
  return !(code === 'decide' && superiors.includes(unitId))
}

/** Who stands on the other side of it: to whom I owe it, or who owes it to us. */
function otherOf({ unitId, toUnitId }: Duty, { myUnits, names, t }: Desk): string {
  const other = myUnits.includes(unitId) ? toUnitId : unitId
  return other === '' ? t.list.none : names.unit(other)
}

function ownersOf(duty: Duty, names: Desk['names'], t: Messages): string {
  const people = peopleOf(duty)
  const first = people.slice(0, 2).map(names.person).join(t.timeline.join)
  return people.length === 0 ? t.post[duty.post] : people.length > 2 ? t.worklist.others(first, people.length) : first
}

function Go({ duty, side, desk: { t, now } }: { duty: DutyRow; side: 'mine' | 'waiting'; desk: Desk }) {
  const canGo = side === 'mine' && !awaitsSupplement(duty)
  const label = canGo ? t.workGo[duty.code] : t.list.view
  const kind = side === 'mine' && colourOf(duty, now) === 'red' ? 'primary' : 'plain'
  return (
    <LinkButton size="small" kind={kind} href={canGo ? dutyHref(duty) : rowHref(duty)}>
      {label}
      <span className="vh"> {duty.caseNo}</span>
    </LinkButton>
  )
}

/** The review clock runs on while the sender supplies what was asked for, and no decision can be made until then. */
const awaitsSupplement = ({ asRecipient, code, phase }: DutyRow): boolean =>
  asRecipient === 1 && code === 'examine' && phase === 'supplementing'
