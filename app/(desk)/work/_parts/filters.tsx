import { SubmitButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { Link } from '#app/_ui/link'
import type { Actor } from '#lib/domain/result'
import { FUNDS } from '#lib/domain/law/funds'
import type { Lang } from '#lib/i18n/dates'
import { fundShort } from '#lib/i18n/law'
import type { Messages } from '#lib/i18n/messages'
import type { DutyCode } from '#lib/domain/procedure/duty'
import { colourWord } from './colour-counts.tsx'
import { addressOf, codesOf, type Wanted } from './query.ts'

type Given = Readonly<{ wanted: Wanted; side: 'mine' | 'waiting'; actor: Actor; lang: Lang; t: Messages; total: string }>

/** One line of filters. GET, so that the address says what is shown and a reload shows it again. */
export function Filters({ wanted, side, actor, lang, t, total }: Given) {
  const { heat, size, tab, code, fund, text, min, minFault } = wanted
  return (
    <form className="filters" method="get" action="/work">
      <input type="hidden" name="tab" value={tab} />
      {heat && <input type="hidden" name="heat" value={heat} />}
      {size !== 20 && <input type="hidden" name="size" value={size} />}
      <label>
        {t.work.task}
        <select className="fld" name="code" key={code} defaultValue={code}>
          <option value="">{t.list.all}</option>
          {codesOf(side, actor).map((one) => (
            <option key={one} value={one}>
              {t.duty[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.worklist.fund}
        <select className="fld" name="fund" key={fund} defaultValue={fund}>
          <option value="">{t.list.all}</option>
          {FUNDS.map(({ id, zh, en }) => (
            <option key={id} value={id}>
              {lang === 'en' ? en : zh}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.worklist.text}
        <input className="fld" name="text" defaultValue={text} maxLength={100} autoComplete="off" />
      </label>
      <label>
        {t.worklist.minAmount}
        <input
          className="fld"
          name="min"
          defaultValue={min}
          maxLength={30}
          autoComplete="off"
          aria-label={t.worklist.minTooltip}
          aria-invalid={minFault ? true : undefined}
          aria-describedby={minFault ? 'min-fault' : undefined}
        />
      </label>
      <SubmitButton>
        <Icon name="filter" />
        {t.list.filter}
      </SubmitButton>
      {isFiltered(wanted) && <Link href={addressOf(wanted, NOTHING)}>{t.list.clear}</Link>}
      <span className="end">{total}</span>
      {minFault && (
        <p className="err" id="min-fault">
          {t.worklist.noSuchAmount}
          {t.field[minFault]({})}
        </p>
      )}
      <Chips wanted={wanted} lang={lang} t={t} />
    </form>
  )
}

const NOTHING = { heat: null, code: null, fund: null, text: null, min: null }
export const isFiltered = ({ heat, code, fund, text, minFen }: Wanted): boolean =>
  heat !== null || code !== '' || fund !== '' || text !== '' || minFen !== null

/** What is chosen now, each to be taken away by itself. */
function Chips({ wanted, lang, t }: { wanted: Wanted; lang: Lang; t: Messages }) {
  const { heat, code, fund, text, min, minFen } = wanted
  const chips = [
    heat && { name: 'heat', label: t.clock.deadline, value: colourWord(heat, t) },
    code && { name: 'code', label: t.work.task, value: Object.hasOwn(t.duty, code) ? t.duty[code as DutyCode] : code }, // safe: its own key
    fund && { name: 'fund', label: t.worklist.fund, value: fundShort(fund, lang) },
    text && { name: 'text', label: t.worklist.text, value: text },
    minFen !== null && { name: 'min', label: t.worklist.minAmount, value: min },
  ].filter((chip) => chip !== null && typeof chip === 'object')
  if (chips.length === 0) return null
  return (
    <ul className="row chosen" aria-label={t.list.active}>
      {chips.map(({ name, label, value }) => (
        <li key={name}>
          <Link
            className="chip"
            href={addressOf(wanted, { [name]: null })}
            aria-label={`${t.list.remove} ${t.worklist.chip(label, value)}`}
          >
            {t.worklist.chip(label, value)}
            <span className="g g-x" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
