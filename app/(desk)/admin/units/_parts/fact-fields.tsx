import { Checkbox, Select, TextField } from '#app/_ui/field'
import type { Messages } from '#lib/i18n/messages'
import type { UnitRow } from '#lib/views/office-rows'
import type { Sentences } from '#app/_form/sentences'

type Values = Readonly<Record<'code' | 'division' | 'superiorId' | 'creditNo' | 'isOnPaper', string>>

/** The facts of a unit that are not its name: the same in registering and in correcting. */
export function FactFields({
  t,
  values,
  said,
  units,
  isEnglish,
}: {
  t: Messages
  values: Values
  said: Sentences
  units: readonly UnitRow[]
  isEnglish: boolean
}) {
  return (
    <>
      <TextField name="code" label={t.admin.code} hint={t.admin.codeHint} value={values.code} error={said.at('code')} width="short" />
      <TextField
        name="division"
        label={t.admin.division}
        hint={t.admin.divisionHint}
        value={values.division}
        error={said.at('division')}
        width="short"
        inputMode="numeric"
      />
      <Select
        name="superiorId"
        label={t.admin.superior}
        choose={t.admin.noSuperior}
        value={values.superiorId}
        error={said.at('superiorId')}
        options={units
          .filter(({ kind }) => kind !== 'platform')
          .map((unit) => ({ value: unit.unitId, label: (isEnglish && unit.nameEn) || unit.name }))}
      />
      <TextField name="creditNo" label={t.admin.creditNo} optional={t.form.optional} value={values.creditNo} error={said.at('creditNo')} />
      <Checkbox name="isOnPaper" label={t.admin.onPaper} checked={values.isOnPaper === 'yes'} error={said.at('isOnPaper')} />
    </>
  )
}
