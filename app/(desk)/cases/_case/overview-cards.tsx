/** The cards of the overview beside the materials: amounts, basic facts, what happened last, who is who. */
import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import { Timeline } from '#app/_ui/timeline'
import { reportOf, roundOf } from '#lib/domain/case/rounds'
import { CLUE_SOURCES } from '#lib/domain/law/sources-of-clue'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { caseStream } from '#lib/domain/stream'
import { formatDay } from '#lib/i18n/dates'
import { fundName, say } from '#lib/i18n/law'
import { isOn, listHolders } from '#lib/usecases/directory'
import { grouped, readable, shownEntry } from './entries.ts'
import type { CasePage } from './open.ts'
import { SubjectsTable, TierNotes } from '#app/(desk)/_parts/subject-tables.tsx'

const RECENT = 5
/** So that a bulk of files does not push everything else out of the five. */
const LOOKED_AT = 200

export function PeopleAndAmounts({ page }: { page: CasePage }) {
  const { t, state } = page
  return (
    <Card title={t.cover.people} flush end={<Link href={`/cases/${state.caseId}/subjects`}>{t.cover.all}</Link>}>
      <SubjectsTable page={page} />
      <TierNotes page={page} />
    </Card>
  )
}

export function BasicsCard({ page }: { page: CasePage }) {
  const { t, state, may } = page
  const change = may('RecordBasics').is === 'yes' && (
    <Link href={`/cases/${state.caseId}/basics`}>
      {t.form.change}
      <span className="vh"> {t.case.basics}</span>
    </Link>
  )
  return (
    <Card title={t.case.basics} end={change}>
      <SummaryList items={basicsItems(page)} two />
      <div className="lines conduct">
        <b className="sec">{t.registration.conduct}</b>
        <p>{state.basics.conduct}</p>
      </div>
    </Card>
  )
}

export function basicsItems({ me, t, state, names, may }: CasePage, links: 'links' | 'no-links' = 'links'): SummaryItem[] {
  const { basics, lines, handlerIds, caseId } = state
  const source = CLUE_SOURCES.find(({ id }) => id === basics.source)
  const days = lines.flatMap(({ from, to }) => [from, to]).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const bodies =
    Object.values(state.tracks).length > 0
      ? Object.values(state.tracks).map(({ to }) => names.of(to))
      : (reportOf(state)?.tracks ?? []).map(({ to }) => names.of(to))
  const sourceText = source ? say(source, me.lang) : basics.source
  const change =
    links === 'links' && may('AssignHandlers').is === 'yes'
      ? { href: `/cases/${caseId}/handlers`, label: t.form.change, what: t.team.current }
      : undefined
  return [
    {
      key: 'source',
      label: t.registration.source,
      value: basics.sourceNote ? `${sourceText}${t.casePage.bracketed(basics.sourceNote)}` : sourceText,
    },
    { key: 'found', label: t.case.foundOn, value: formatDay(basics.foundOn, me.lang) },
    { key: 'funds', label: t.caseList.funds, value: basics.funds.map((fund) => fundName(fund, me.lang)).join(t.casePage.join) },
    {
      key: 'period',
      label: t.cover.period,
      value: first && last ? t.cover.periodOf(formatDay(first, me.lang), formatDay(last, me.lang)) : t.list.none,
    },
    { key: 'target', label: t.cover.target, value: bodies.length > 0 ? bodies.join(t.casePage.join) : t.cover.targetNone },
    {
      key: 'team',
      label: t.post.handler,
      value: t.cover.team(handlerIds.map(names.person).join(t.casePage.join), handlerIds.length),
      change,
    },
  ]
}

export async function Recent({ page }: { page: CasePage }) {
  const { me, t, state } = page
  const entries = readable(page, await me.read.listEntries(caseStream(state.caseId), { limit: LOOKED_AT }))
  const shown = grouped(entries)
    .slice(0, RECENT)
    .map((group) => shownEntry(page, group, entries, 'instant'))
  return (
    <Card title={t.case.recent} end={<Link href={`/cases/${state.caseId}/timeline`}>{t.case.fullTimeline}</Link>}>
      {shown.length > 0 ? <Timeline days={[{ key: 'recent', entries: shown }]} /> : <p className="sec">{t.cover.noRecent}</p>}
    </Card>
  )
}

export async function People({ page }: { page: CasePage }) {
  return (
    <Card title={page.t.case.people}>
      <SummaryList items={await peopleItems(page)} />
    </Card>
  )
}

async function peopleItems({ me, t, state, names }: CasePage): Promise<SummaryItem[]> {
  const { bureau, handlerIds } = state
  const stage = stageOf(state)
  const opinion = roundOf(state).opinion
  const decidingUnit = 'decidingUnitId' in stage ? stage.decidingUnitId : bureau.unitId
  const named = async (unitId: string, post: 'reviewer' | 'approver' | 'liaison') =>
    (await listHolders(me.read, unitId, post, me.today)).map(({ name }) => name)
  const [reviewers, approvers, liaisons, directory, persons] = await Promise.all([
    named(bureau.unitId, 'reviewer'),
    named(decidingUnit, 'approver'),
    named(bureau.unitId, 'liaison'),
    me.read.listDirectory(),
    me.read.listPersons(),
  ])
  const phoneOf = (personId: string): string => persons.find((person) => person.personId === personId)?.phone ?? ''
  const list = (people: readonly string[]): string => people.join(t.casePage.join) || t.cover.noPeopleYet
  const approver = 'approval' in stage ? names.person(stage.approval.approvedBy) : list(approvers)
  const bodies = new Set([...Object.values(state.tracks), ...(reportOf(state)?.tracks ?? [])].map(({ to }) => to.unitId))
  const others = [...bodies].flatMap((unitId) => {
    const entry = directory.find((row) => row.unitId === unitId && row.division === state.basics.division && isOn(row, me.today))
    if (!entry) return []
    const liaison = entry.liaisonId ? names.person(entry.liaisonId) : t.cover.noPeopleYet
    const phones = [entry.liaisonId && phoneOf(entry.liaisonId), entry.dutyPhone && t.cover.duty(entry.dutyPhone)].filter(
      (phone) => phone !== '',
    )
    return [
      {
        key: unitId,
        label: t.cover.otherLiaison,
        value: (
          <>
            {names.unit(unitId)} <span className="nw">{liaison}</span>
            {phones.map((phone) => (
              <p key={phone} className="sec">
                {phone}
              </p>
            ))}
          </>
        ),
      },
    ]
  })
  return [
    { key: 'handlers', label: t.post.handler, value: list(handlerIds.map(names.person)) },
    { key: 'reviewer', label: t.cover.reviewer, value: opinion ? names.person(opinion.by.personId) : list(reviewers) },
    {
      key: 'approver',
      label: t.cover.approver,
      value: decidingUnit === bureau.unitId ? approver : `${approver}${t.casePage.bracketed(names.unit(decidingUnit))}`,
    },
    { key: 'liaison', label: t.cover.ownLiaison, value: list(liaisons) },
    ...others,
  ]
}
