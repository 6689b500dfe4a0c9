import { Card } from '#app/_ui/card'
import { CharCount } from '#app/_ui/char-count'
import { TextArea } from '#app/_ui/field'
import { formatCount } from '#lib/i18n/numbers'
import type { FormState } from '#lib/server/forms/forms'
import type { Sentences } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { TEXTS } from './rows.ts'

export type Written = FormState<Record<(typeof TEXTS)[number], string>>
const LONGEST = { investigation: 20_000, facts: 20_000, law: 4_000, proposal: 4_000 } as const

/** The report's four texts, each counted while it is typed. */
export function TextsCard({ page: { t }, form, said }: { page: CasePage; form: Written; said: Sentences }) {
  const hints = { investigation: t.write.investigationHint, facts: t.write.factsHint, law: t.write.lawHint, proposal: t.write.proposalHint }
  return (
    <Card title={t.report.texts}>
      <div className="form">
        {TEXTS.map((name) => {
          const [value, max] = [form.values[name], LONGEST[name]]
          const chars = <CharCount field={`f-${name}`} max={max} value={value} words={t.form.charCount('{n}', formatCount(max))} />
          return (
            <TextArea
              key={name}
              name={name}
              label={t.report[name]}
              hint={hints[name]}
              value={value}
              error={said.at(name)}
              rows={max > 10_000 ? 9 : 4}
              chars={chars}
            />
          )
        })}
      </div>
    </Card>
  )
}
