import type { Metadata } from 'next'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import { FormMessages, titled } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { AdminHead } from '#app/(desk)/admin/_parts/admin-head.tsx'
import { administrator, type Administrator } from '#app/(desk)/admin/_parts/administrator'
import { registerPersonAction } from './actions.ts'

const PAGE = '/admin/people/register'

export async function generateMetadata(): Promise<Metadata> {
  const me = await administrator('RegisterPerson')
  const t = messagesOf(me.lang)
  return { title: titled(t, t.admin.registerPerson, (await formOfPage(me)).said) }
}

export default async function RegisterPersonPage() {
  const me = await administrator('RegisterPerson')
  const t = messagesOf(me.lang)
  const { form, said } = await formOfPage(me)
  return (
    <div className="stack narrow">
      <AdminHead me={me} t={t} part="people" title={t.admin.registerPerson} current={PAGE} />
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Card title={t.admin.registerPerson}>
        <Form key={form.key} action={registerPersonAction} formKey={me.newId()}>
          <TextField name="name" label={t.admin.name} value={form.values.name} error={said.at('name')} width="short" />
          <TextField
            name="login"
            label={t.admin.login}
            hint={t.admin.loginHint}
            value={form.values.login}
            error={said.at('login')}
            width="short"
            spellCheck={false}
          />
          <TextField
            name="phone"
            type="tel"
            label={t.admin.phone}
            optional={t.form.optional}
            value={form.values.phone}
            error={said.at('phone')}
            width="short"
          />
          <DateField name="from" label={t.admin.from} hint={t.form.dateHint} value={form.values.from} error={said.at('from')} />
          <Actions>
            <SubmitButton kind="primary">{t.admin.registerPerson}</SubmitButton>
            <LinkButton href="/admin/people">{t.form.cancel}</LinkButton>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}

async function formOfPage(me: Administrator) {
  const form = await readForm(me, 'register-person', { name: '', login: '', phone: '', from: me.today })
  return {
    form,
    said: sentencesOf(
      messagesOf(me.lang),
      form.errors,
      { 'office.login-taken': 'login', 'office.login-alike': 'login' },
      Object.keys(form.values),
    ),
  }
}
