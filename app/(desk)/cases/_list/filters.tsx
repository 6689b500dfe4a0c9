/** Filters by GET, so that the address says what is shown; and what is chosen, each with a way to take it back. */
import { SubmitButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { Link } from '#app/_ui/link'
import { FUNDS } from '#lib/domain/law/funds'
import type { Lang } from '#lib/i18n/dates'
import { fundName, say } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import { phaseStatus } from '#app/(desk)/_parts/status'
import { DUTY_COLOURS } from '#lib/views/clock-colour'
import { ENDED, SHOWN_STATES, type ShownState } from '#lib/views/shown-states'
import { hrefOf, isFiltered, type Wanted } from './query.ts'

export function Filters({ wanted, t, lang }: { wanted: Wanted; t: Messages; lang: Lang }) {
  const fault = wanted.minFault && t.field[wanted.minFault]({})
  return (
    <form className="filters" method="get" role="search" aria-label={t.list.filter}>
      {wanted.sort !== 'lastAt' && <input type="hidden" name="sort" value={wanted.sort} />}
      {!wanted.descending && <input type="hidden" name="dir" value="up" />}
      {wanted.phase && <input type="hidden" name="phase" value={wanted.phase} />}
      {wanted.size !== 20 && <input type="hidden" name="size" value={wanted.size} />}
      <label>
        {t.caseList.text}
        <input className="fld" name="text" defaultValue={wanted.text} key={wanted.text} autoComplete="off" />
      </label>
      <Choice
        t={t}
        name="state"
        label={t.caseList.status}
        chosen={wanted.state}
        of={SHOWN_STATES.map((state) => [state, stateName(state, t)])}
      />
      <Choice t={t} name="heat" label={t.clock.deadline} chosen={wanted.heat} of={DUTY_COLOURS.map((heat) => [heat, t.clock[heat]])} />
      <Choice t={t} name="fund" label={t.caseList.fund} chosen={wanted.fund} of={FUNDS.map((fund) => [fund.id, say(fund, lang)])} />
      <label>
        {t.caseList.minAmount}
        <input
          className="fld tiny"
          name="min"
          defaultValue={wanted.min}
          key={wanted.min}
          autoComplete="off"
          inputMode="text"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'min-error' : undefined}
        />
      </label>
      <SubmitButton>{t.list.filter}</SubmitButton>
      {fault && (
        <p className="err" id="min-error">
          {fault}
        </p>
      )}
    </form>
  )
}

type Choices = { t: Messages; name: string; label: string; chosen: string; of: readonly (readonly [value: string, word: string])[] }
const Choice = ({ t, name, label, chosen, of }: Choices) => (
  <label>
    {label}
    <select className="fld" name={name} defaultValue={chosen} key={chosen}>
      <option value="">{t.list.all}</option>
      {of.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  </label>
)

const stateName = (state: ShownState, t: Messages): string => (state === ENDED ? t.caseList.ended : t.status[state])

export function Chips({ wanted, t, lang }: { wanted: Wanted; t: Messages; lang: Lang }) {
  if (!isFiltered(wanted)) return null
  const { text, phase, state, heat, fund, minFen, min } = wanted
  const chips = [
    text !== '' && { key: 'text', label: t.caseList.chip(t.caseList.text, text), href: hrefOf(wanted, { text: '' }) },
    phase !== '' && {
      key: 'phase',
      label: t.caseList.chip(t.caseList.phase, phaseStatus(t, phase).word),
      href: hrefOf(wanted, { phase: '' }),
    },
    state !== '' && { key: 'state', label: t.caseList.chip(t.caseList.status, stateName(state, t)), href: hrefOf(wanted, { state: '' }) },
    heat !== '' && { key: 'heat', label: t.caseList.chip(t.clock.deadline, t.clock[heat]), href: hrefOf(wanted, { heat: '' }) },
    fund !== '' && { key: 'fund', label: t.caseList.chip(t.caseList.fund, fundName(fund, lang)), href: hrefOf(wanted, { fund: '' }) },
    minFen !== null && { key: 'min', label: t.caseList.chip(t.caseList.minAmount, min), href: hrefOf(wanted, { min: '' }) },
  ].filter((chip) => chip !== false)
  return (
    <p className="row chips">
      <span className="sec">{t.list.active}</span>
      {chips.map(({ key, label, href }) => (
        <Link key={key} className="chip" href={href}>
          {label}
          <Icon name="x" />
          <span className="vh"> {t.list.remove}</span>
        </Link>
      ))}
      <Link href={hrefOf(wanted, { text: '', phase: '', state: '', heat: '', fund: '', min: '' })}>{t.list.clear}</Link>
    </p>
  )
}
