/** What is around every page of a case: way up, identity, next step, course, tabs. `compact` leaves out step and course, and the h1: the sub page brings its own. */
import type { ReactNode } from 'react'
import { LinkButton } from '#app/_ui/button'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { CopyButton } from '#app/_ui/copy-button'
import { CourseSteps } from '#app/_ui/course-steps'
import { Icon } from '#app/_ui/icon'
import { IdentityBar } from '#app/_ui/identity-bar'
import { Tabs, type Tab } from '#app/_ui/tabs'
import { Tag } from '#app/_ui/tag'
import { reportOf } from '#lib/domain/case/rounds'
import { chargeName } from '#lib/domain/law/charges'
import { chargeWord, fundShort } from '#lib/i18n/law'
import { countItems } from '#lib/usecases/count-items'
import type { Duty } from '#lib/views/rows'
import { byUrgency } from '#lib/views/urgency'
import { owes } from '#lib/views/whose'
import { caseStatuses } from '#app/(desk)/_parts/status'
import { flowOf, trackShown } from './flow.ts'
import { DUTIES } from '#lib/domain/procedure/duty'
import { NextAction } from './next-action.tsx'
import { isSent } from '#lib/domain/transfer/state'
import { caseStatus, type CaseStatus } from '#lib/views/case-status'
import type { AnyCasePage, CasePage } from './open.ts'

export type CaseTab = 'overview' | 'subjects' | 'evidence' | 'report' | 'transfers' | 'timeline'

/** `said`: what was just done, above everything but the way up. `here`: the name of a page below the tab. */
type Given = Readonly<{ page: AnyCasePage; tab: CaseTab; compact?: boolean; said?: ReactNode; current?: string; children: ReactNode }>

export async function CaseFrame({ page, tab, compact = false, said, current, children }: Given) {
  const paperUnits = compact
    ? new Set<string>()
    : new Set((await page.me.read.listUnits()).flatMap((unit) => (unit.onPaper ? [unit.unitId] : [])))
  return (
    <div className="has-idbar">
      <Crumbs {...{ page, tab, compact, current }} />
      {said}
      <Identity page={page} compact={compact} />
      {!compact && <Course page={page} paperUnits={paperUnits} />}
      <CaseTabs page={page} tab={tab} />
      {children}
    </div>
  )
}

function Crumbs({
  page: { t, state },
  tab,
  compact,
  current,
}: {
  page: AnyCasePage
  tab: CaseTab
  compact: boolean
  current: string | undefined
}) {
  const at = `/cases/${state.caseId}`
  const label = labelOf(t, tab)
  const way = [
    { href: '/cases', label: t.nav.cases },
    ...(compact ? [{ href: at, label: state.caseNo }] : []),
    ...(compact && current !== undefined && tab !== 'overview' ? [{ href: `${at}/${tab}`, label }] : []),
    { label: current ?? (compact ? label : state.caseNo) },
  ]
  return <Breadcrumb label={t.nav.where} items={way} />
}

function Identity({ page, compact }: { page: AnyCasePage; compact: boolean }) {
  const { me, t, state } = page
  const funds = [...new Set(state.basics.funds.map((fund) => fundShort(fund, me.lang)))]
  return (
    <IdentityBar
      label={t.casePage.identity}
      heading={!compact}
      title={page.reads === 'content' ? page.state.basics.title : t.casePage.caseOf(page.names.of(state.bureau))}
      number={
        <>
          <b className="nw">{state.caseNo}</b>
          <CopyButton text={state.caseNo} label={t.form.copy(t.casePage.number)} copied={t.form.copied} />
        </>
      }
      tags={
        <>
          {caseStatuses(t, statusOf(page), page.names.of).map(({ kind, word }) => (
            <Tag key={word} kind={kind}>
              {word}
            </Tag>
          ))}
          {funds.map((fund) => (
            <Tag key={fund} kind="info">
              {fund}
            </Tag>
          ))}
          {page.reads === 'content' &&
            chargesOf(page.state).map((charge) => (
              <Tag key={charge} kind="rest">
                {t.casePage.charge(me.lang === 'en' ? chargeWord(charge, me.lang) : chargeName(charge))}
              </Tag>
            ))}
        </>
      }
      end={
        page.reads === 'content' && (
          <LinkButton href={`/cases/${state.caseId}/print`}>
            <Icon name="printer" />
            {t.form.print}
          </LinkButton>
        )
      }
    />
  )
}

function Course({ page, paperUnits }: { page: AnyCasePage; paperUnits: ReadonlySet<string> }) {
  const { me, t, state, duties } = page
  const inTurn = byUrgency(duties)
  const mine = inTurn.filter((duty) => isMine(page, duty))
  const others = inTurn.filter((duty) => !mine.includes(duty))
  const status = statusOf(page)
  const track = trackShown(status, mine[0] ?? others[0])
  const nodes = flowOf(status, track, duties, { lang: me.lang, t, now: me.now })
  const current = nodes.find(({ current }) => current)?.label ?? t.course.done
  const label = t.case.flow(track && Object.keys(state.tracks).length > 1 ? t.casePage.onTrack(page.names.of(track.to), current) : current)
  return (
    <>
      <NextAction {...{ page, mine, others, paperUnits }} />
      <CourseSteps label={label} nodes={nodes} />
    </>
  )
}

/** What may be known of where it stands, of either reading. */
const statusOf = (page: AnyCasePage): CaseStatus => (page.reads === 'content' ? caseStatus(page.state) : page.state)

/** Owed by the post I hold, by me where it names people, and mine to do by the policy. */
function isMine({ me: { actor }, may }: AnyCasePage, duty: Duty): boolean {
  const deed = DUTIES[duty.code].act
  return owes(actor, duty) && (deed === null || may(deed, duty.trackId || null).is === 'yes')
}

function CaseTabs({ page, tab }: { page: AnyCasePage; tab: CaseTab }) {
  const { t, state } = page
  const overview = { href: `/cases/${state.caseId}`, label: t.case.tabOverview, current: tab === 'overview' }
  return <Tabs label={t.case.tabs} items={page.reads === 'content' ? [overview, ...contentTabs(page, tab)] : [overview]} />
}

function contentTabs({ t, state, may }: CasePage, tab: CaseTab): Tab[] {
  const at = `/cases/${state.caseId}`
  return [
    { href: `${at}/subjects`, label: t.case.tabSubjects, count: Object.keys(state.subjects).length, current: tab === 'subjects' },
    {
      href: `${at}/evidence`,
      label: t.case.tabEvidence,
      count: countItems(Object.values(state.evidence), may('ReadInner').is === 'yes'),
      current: tab === 'evidence',
    },
    { href: `${at}/report`, label: t.casePage.reportTab, current: tab === 'report' },
    {
      href: `${at}/transfers`,
      label: t.case.tabTransfers,
      count: Object.values(state.tracks).filter(isSent).length,
      current: tab === 'transfers',
    },
    { href: `${at}/timeline`, label: t.case.tabTimeline, current: tab === 'timeline' },
  ]
}

function labelOf(t: AnyCasePage['t'], tab: CaseTab): string {
  const { tabOverview, tabSubjects, tabEvidence, tabTransfers, tabTimeline } = t.case
  return {
    overview: tabOverview,
    subjects: tabSubjects,
    evidence: tabEvidence,
    report: t.casePage.reportTab,
    transfers: tabTransfers,
    timeline: tabTimeline,
  }[tab]
}

/** Charges proposed so far: in assessments, and in the plan of tracks. */
export const chargesOf = (state: CasePage['state']): string[] => [
  ...new Set([...state.assessments.map(({ charge }) => charge), ...(reportOf(state)?.tracks ?? []).flatMap(({ charges }) => charges)]),
]
