/** Amounts by subject, fund and period: a table of fields where there is room, a card a row on a phone. */
import { Checkbox, DateField, MoneyField, Select } from '#app/_ui/field'
import { FUNDS } from '#lib/domain/law/funds'
import { say } from '#lib/i18n/law'
import type { Sentences } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { textOf, type Row } from '#app/(desk)/cases/_case/rows-form'

export const NO_LINE: Row = { lineId: '', subjectId: '', fund: '', from: '', to: '', amount: '', recovered: '' }

export function AmountRows({ page: { me, t, state }, rows, said }: { page: CasePage; rows: readonly Row[]; said: Sentences }) {
  const people = Object.entries(state.subjects).map(([value, { name }]) => ({ value, label: name }))
  const funds = FUNDS.filter(({ id }) => state.basics.funds.includes(id)).map((fund) => ({ value: fund.id, label: say(fund, me.lang) }))
  return (
    <fieldset className="lines-form" id="lines">
      <legend>{t.amounts.lines}</legend>
      <p className="hint">
        {t.form.dateHint}
        {t.casePage.semi}
        {t.form.amountHint}
      </p>
      {rows.map((row, i) => {
        const at = (name: string) => ({ name: `line.${i}.${name}`, value: textOf(row[name]), error: said.at(`line.${i}.${name}`) })
        return (
          <fieldset className="line of-amount" key={textOf(row['lineId']) || `new-${i}`}>
            <legend className="vh">{t.amounts.line(i + 1)}</legend>
            <input type="hidden" name={`line.${i}.lineId`} value={textOf(row['lineId'])} />
            <Select {...at('subjectId')} label={t.amounts.subject} options={people} choose={t.form.choose} />
            <Select
              {...at('fund')}
              label={t.subjects.fund}
              options={
                funds.some(({ value }) => value === textOf(row['fund'])) || !row['fund']
                  ? funds
                  : FUNDS.map((fund) => ({ value: fund.id, label: say(fund, me.lang) }))
              }
              choose={t.form.choose}
            />
            <DateField {...at('from')} label={t.subjects.from} />
            <DateField {...at('to')} label={t.subjects.to} />
            <MoneyField {...at('amount')} label={t.subjects.amount} />
            <MoneyField {...at('recovered')} label={t.subjects.recovered} />
            <Checkbox
              name={`line.${i}.remove`}
              label={
                <>
                  {t.amounts.remove}
                  <span className="vh"> {t.amounts.line(i + 1)}</span>
                </>
              }
            />
          </fieldset>
        )
      })}
    </fieldset>
  )
}
