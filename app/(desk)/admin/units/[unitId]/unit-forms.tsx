/** What the system administrator does with a unit: each form with its own messages. */
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, Select, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import type { UnitFile } from '#lib/usecases/office/read-office'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { Administrator } from '#app/(desk)/admin/_parts/administrator'
import { FactFields } from '../_parts/fact-fields.tsx'
import { recordDirectoryAction, recordUnitAction, renameUnitAction } from './actions.ts'

type Of = { me: Administrator; file: UnitFile }

export async function RenameUnit({ me, file: { unit } }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `rename-unit:${unit.unitId}`, { name: unit.name, nameEn: unit.nameEn, from: me.today })
  const said = sentencesOf(t, form.errors, { 'office.dates': 'from', 'office.unit-exists': 'name' }, Object.keys(form.values), 'rename-')
  return (
    <Card title={t.admin.rename}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={renameUnitAction.bind(null, unit.unitId)} formKey={me.newId()}>
        <TextField
          name="name"
          id="f-rename-name"
          label={t.admin.unitName}
          hint={t.admin.renameNote}
          value={form.values.name}
          error={said.at('name')}
        />
        <TextField
          name="nameEn"
          id="f-rename-nameEn"
          label={t.admin.unitNameEn}
          optional={t.form.optional}
          value={form.values.nameEn}
          error={said.at('nameEn')}
          lang="en"
        />
        <DateField
          name="from"
          id="f-rename-from"
          label={t.admin.from}
          hint={t.form.dateHint}
          value={form.values.from}
          error={said.at('from')}
        />
        <Actions>
          <SubmitButton>{t.admin.rename}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function RecordUnit({ me, file: { unit } }: Of) {
  const t = messagesOf(me.lang)
  const { unitId, code, division, superiorId, creditNo, onPaper } = unit
  const form = await readForm(me, `record-unit:${unitId}`, { code, division, superiorId, creditNo, isOnPaper: onPaper ? 'yes' : '' })
  const beside = { 'office.unit-exists': 'code', 'office.superior-loop': 'superiorId', 'office.no-such-unit': 'superiorId' }
  const said = sentencesOf(t, form.errors, beside, Object.keys(form.values))
  const others = (await me.read.listUnits()).filter((other) => other.unitId !== unitId)
  // A box that was unticked sends nothing: what was kept without it means no.
  const values = form.kept ? { ...form.values, isOnPaper: form.kept['isOnPaper'] === 'yes' ? 'yes' : '' } : form.values
  return (
    <Card title={t.admin.correctFacts}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={recordUnitAction.bind(null, unitId)} formKey={me.newId()}>
        <FactFields t={t} values={values} said={said} units={others} isEnglish={me.lang === 'en'} />
        <Actions>
          <SubmitButton>{t.admin.saveFacts}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function RecordDirectory({ me, file: { unit, entry, staff } }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `record-directory:${unit.unitId}`, {
    division: entry?.division ?? unit.division,
    liaisonId: entry?.liaisonId ?? '',
    deputyId: entry?.deputyId ?? '',
    dutyPhone: entry?.dutyPhone ?? '',
    from: me.today,
  })
  const said = sentencesOf(
    t,
    form.errors,
    { 'office.dates': 'from', 'office.no-such-person': 'liaisonId', 'office.left': 'liaisonId' },
    Object.keys(form.values),
    'entry-',
  )
  const people = [...new Map(staff.map(({ person }) => [person.personId, { value: person.personId, label: person.name }])).values()]
  return (
    <Card title={t.admin.enterDirectory}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={recordDirectoryAction.bind(null, unit.unitId)} formKey={me.newId()}>
        <TextField
          name="division"
          id="f-entry-division"
          label={t.admin.division}
          hint={t.admin.directoryNote}
          value={form.values.division}
          error={said.at('division')}
          width="short"
          inputMode="numeric"
        />
        <Select
          name="liaisonId"
          id="f-entry-liaisonId"
          label={t.admin.liaison}
          choose={t.admin.nobody}
          value={form.values.liaisonId}
          error={said.at('liaisonId')}
          options={people}
        />
        <Select
          name="deputyId"
          id="f-entry-deputyId"
          label={t.admin.deputy}
          choose={t.admin.nobody}
          value={form.values.deputyId}
          error={said.at('deputyId')}
          options={people}
        />
        <TextField
          name="dutyPhone"
          id="f-entry-dutyPhone"
          type="tel"
          label={t.admin.dutyPhone}
          optional={t.form.optional}
          value={form.values.dutyPhone}
          error={said.at('dutyPhone')}
          width="short"
        />
        <DateField
          name="from"
          id="f-entry-from"
          label={t.admin.from}
          hint={t.form.dateHint}
          value={form.values.from}
          error={said.at('from')}
        />
        <Actions>
          <SubmitButton>{t.admin.saveEntry}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}
