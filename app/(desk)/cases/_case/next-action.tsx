/** The one thing that is next, who owes it, by which text, until when, and how that was worked out (docs/ux.md §1.3). */
import { randomUUID } from 'node:crypto'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { ClockMark } from '#app/_ui/clock-mark'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { Form } from '#app/_ui/form'
import { Link } from '#app/_ui/link'
import { NextStep } from '#app/_ui/next-step'
import type { Duty } from '#lib/views/rows'
import { peopleOf } from '#lib/views/whose'
import { Basis } from '#app/(desk)/law/basis.tsx'
import { urgeAction } from '../[caseId]/actions.ts'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import { HowCounted } from '#app/(desk)/_parts/how-counted.tsx'
import { DUTIES } from '#lib/domain/procedure/duty'
import { goOf } from '#app/(desk)/_parts/links'
import type { AnyCasePage } from './open.ts'

type Given = Readonly<{ page: AnyCasePage; mine: readonly Duty[]; paperUnits: ReadonlySet<string> }>

/** My most urgent duty first; else the most urgent of the others. `paperUnits` have no accounts here (D23). */
export function NextAction({ page, mine, others, paperUnits }: Given & { others: readonly Duty[] }) {
  const { t } = page
  const [first, ...rest] = [...mine, ...others]
  if (!first) return <NextStep label={t.clock.next} what={t.casePage.nothing} basisLabel={t.clock.basis} basis={t.casePage.nothingNote} />
  return (
    <>
      <DutyStep {...{ page, mine, paperUnits }} duty={first} />
      {rest.length > 0 && <Others page={page} duties={rest} mine={mine} />}
      <ClockTicker now={page.me.now} lang={page.me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </>
  )
}

function DutyStep({ page, duty, mine, paperUnits }: Given & { duty: Duty }) {
  const { me, t } = page
  const clock = clockOf(duty, me.now, me.lang, t)
  return (
    <NextStep
      state={clock?.state}
      label={mine.includes(duty) ? t.clock.nextByYou : t.clock.waitingFor(whoOwes(page, duty))}
      what={whatOf(page, duty)}
      basisLabel={t.clock.basis}
      basis={<Basis duty={duty} lang={me.lang} t={t} />}
      clock={
        <>
          {clock ? <ClockMark {...clock} /> : <b>{duty.clock === '' ? t.clock.none : t.clock.promptly}</b>}
          <HowCounted duty={duty} lang={me.lang} t={t} />
        </>
      }
    >
      <Buttons {...{ page, duty, mine, paperUnits }} />
    </NextStep>
  )
}

function Buttons({ page, duty, mine, paperUnits }: Given & { duty: Duty }) {
  const { t, state, may } = page
  const go = page.reads === 'content' ? goOf(duty, page.state, t) : null
  if (go && mine.includes(duty))
    return (
      <LinkButton kind="primary" size="large" href={go.href}>
        {go.label}
      </LinkButton>
    )
  const deed = DUTIES[duty.code].act
  const onTrack = duty.trackId || null
  const instead = deed !== null && may(deed, onTrack).is === 'yes'
  const onPaper = deed !== null && paperUnits.has(duty.unitId) && may(deed, onTrack, true).is === 'yes'
  return (
    <div className="row">
      {go && instead && <LinkButton href={go.href}>{t.goTo.instead}</LinkButton>}
      {onPaper && <LinkButton href={`/cases/${state.caseId}/transfers/${duty.trackId}/paper`}>{t.goTo.onPaper}</LinkButton>}
      {may('Urge', onTrack).is === 'yes' && <Urge page={page} duty={duty} />}
    </div>
  )
}

function Urge({ page: { state, t }, duty }: { page: AnyCasePage; duty: Duty }) {
  const hidden = { trackId: duty.trackId, toUnitId: duty.unitId, toPost: duty.post, text: '' }
  return (
    <Form action={urgeAction.bind(null, state.caseId)} formKey={randomUUID()} hidden={hidden} plain>
      <SubmitButton>{t.clock.urge}</SubmitButton>
    </Form>
  )
}

/** What else is owed here: the shortest line that still says who, what and when. */
function Others({ page, duties, mine }: { page: AnyCasePage; duties: readonly Duty[]; mine: readonly Duty[] }) {
  const { me, t } = page
  return (
    <details className="others">
      <summary>{t.casePage.others(duties.length)}</summary>
      <ul>
        {duties.map((duty) => {
          const clock = clockOf(duty, me.now, me.lang, t)
          const isMine = mine.includes(duty)
          const what = whatOf(page, duty)
          return (
            <li key={duty.dutyId}>
              {isMine && page.reads === 'content' ? <Link href={goOf(duty, page.state, t).href}>{what}</Link> : what}
              <span className="sec">{isMine ? t.clock.nextByYou : t.clock.waitingFor(whoOwes(page, duty))}</span>
              {clock ? <ClockMark {...clock} inline /> : <span className="sec">{t.clock.none}</span>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** What is owed; with several tracks, also to or by which body. */
function whatOf({ t, names, state }: AnyCasePage, { code, trackId, toUnitId }: Duty): string {
  const what = t.duty[code]
  const track = trackId ? state.tracks[trackId] : undefined
  if (code === 'send' && toUnitId) return t.casePage.sendTo(names.unit(toUnitId))
  return track && Object.keys(state.tracks).length > 1 ? t.casePage.onTrack(names.of(track.to), what) : what
}

/** Another body by its name; one's own house by the people or the post. */
export function whoOwes({ me, t, names, state }: AnyCasePage, duty: Duty): string {
  const { unitId, post } = duty
  const people = peopleOf(duty)
  if (unitId !== state.bureau.unitId || me.unit?.unitId !== unitId) return names.unit(unitId)
  return people.length > 0 ? people.map((id) => names.person(id)).join(t.casePage.join) : t.post[post]
}
