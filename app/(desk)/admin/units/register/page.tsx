import type { Metadata } from 'next'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, Select, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf } from '#lib/i18n/messages'
import { KINDS } from '#lib/schemas/office'
import { readForm } from '#lib/server/forms/forms'
import { FormMessages, titled } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { AdminHead } from '#app/(desk)/admin/_parts/admin-head.tsx'
import { administrator, type Administrator } from '#app/(desk)/admin/_parts/administrator'
import { FactFields } from '../_parts/fact-fields.tsx'
import { registerUnitAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const me = await administrator('RegisterUnit')
  const t = messagesOf(me.lang)
  return { title: titled(t, t.admin.registerUnit, (await formOfPage(me)).said) }
}

export default async function RegisterUnitPage() {
  const me = await administrator('RegisterUnit')
  const t = messagesOf(me.lang)
  const { form, said } = await formOfPage(me)
  const { values } = form
  return (
    <div className="stack narrow">
      <AdminHead me={me} t={t} part="units" title={t.admin.registerUnit} current="/admin/units/register" />
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Card title={t.admin.registerUnit}>
        <Form key={form.key} action={registerUnitAction} formKey={me.newId()}>
          <TextField name="name" label={t.admin.unitName} value={values.name} error={said.at('name')} />
          <TextField
            name="nameEn"
            label={t.admin.unitNameEn}
            optional={t.form.optional}
            value={values.nameEn}
            error={said.at('nameEn')}
            lang="en"
          />
          <Select
            name="kind"
            label={t.admin.kind}
            choose={t.form.choose}
            value={values.kind}
            error={said.at('kind')}
            options={KINDS.map((kind) => ({ value: kind, label: t.unitKind[kind] }))}
          />
          <FactFields t={t} values={values} said={said} units={await me.read.listUnits()} isEnglish={me.lang === 'en'} />
          <DateField name="from" label={t.admin.from} hint={t.form.dateHint} value={values.from} error={said.at('from')} />
          <Actions>
            <SubmitButton kind="primary">{t.admin.registerUnit}</SubmitButton>
            <LinkButton href="/admin/units">{t.form.cancel}</LinkButton>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}

async function formOfPage(me: Administrator) {
  const form = await readForm(me, 'register-unit', {
    name: '',
    nameEn: '',
    kind: '',
    code: '',
    division: '',
    superiorId: '',
    creditNo: '',
    isOnPaper: '',
    from: me.today,
  })
  return {
    form,
    said: sentencesOf(
      messagesOf(me.lang),
      form.errors,
      { 'office.unit-exists': 'name', 'office.no-such-unit': 'superiorId' },
      Object.keys(form.values),
    ),
  }
}
