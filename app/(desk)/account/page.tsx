import type { Metadata } from 'next'
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { RadioGroup, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { formatDay } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { doneOf, readForm, withDone } from '#lib/server/forms/forms'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'
import { DoneBanner, FormMessages, titled } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { choosePreferencesAction } from '#app/preferences/actions'
import { changePasswordAction } from './actions.ts'

const PAGE = '/account'
const FIELDS = { oldPassword: '', newPassword: '', againPassword: '' }

export async function generateMetadata(): Promise<Metadata> {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  return { title: titled(t, t.account.title, (await passwordForm(me)).said) }
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  const { form, said } = await passwordForm(me)
  return (
    <div className="stack narrow">
      <h1>{t.account.title}</h1>
      <DoneBanner t={t} done={doneOf(await searchParams)} address={PAGE} />
      <Card title={t.account.person}>
        <SummaryList
          items={[
            { key: 'name', label: t.account.name, value: me.person.name },
            { key: 'login', label: t.account.login, value: me.person.login },
          ]}
        />
      </Card>
      <Card title={t.account.posts} flush>
        <DataTable
          caption={t.account.posts}
          rows={me.posts}
          rowKey={({ postId }) => postId}
          empty={t.account.noPosts}
          columns={[
            { key: 'post', label: t.account.post, head: true, cell: ({ post }) => t.post[post] },
            {
              key: 'unit',
              label: t.account.unit,
              card: t.account.unit,
              cell: ({ unit }) => (me.lang === 'en' && unit.nameEn) || unit.name,
            },
            { key: 'from', label: t.account.from, card: t.account.from, nowrap: true, cell: ({ from }) => formatDay(from, me.lang) },
            {
              key: 'to',
              label: t.account.to,
              card: t.account.to,
              nowrap: true,
              cell: ({ to }) => (to ? formatDay(to, me.lang) : t.account.open),
            },
          ]}
        />
      </Card>
      <Card title={t.account.display}>
        <Form action={choosePreferencesAction} hidden={{ back: withDone(PAGE, 'settings-saved') }}>
          <RadioGroup
            name="lang"
            label={t.account.language}
            value={me.lang}
            inline
            options={[
              { value: 'zh-CN', label: <span lang="zh-CN">{t.account.chinese}</span> },
              { value: 'en', label: <span lang="en">{t.account.english}</span> },
            ]}
          />
          <RadioGroup
            name="theme"
            label={t.frame.theme}
            value={me.theme}
            inline
            options={[
              { value: 'system', label: t.frame.themeSystem },
              { value: 'light', label: t.frame.themeLight },
              { value: 'dark', label: t.frame.themeDark },
            ]}
          />
          <RadioGroup
            name="size"
            label={t.frame.size}
            value={me.size}
            inline
            options={[
              { value: 'normal', label: t.frame.sizeNormal },
              { value: 'large', label: t.frame.sizeLarge },
              { value: 'xlarge', label: t.frame.sizeXLarge },
            ]}
          />
          <Actions>
            <SubmitButton>{t.form.save}</SubmitButton>
          </Actions>
        </Form>
      </Card>
      <Card title={t.account.password}>
        <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
        <Form key={form.key} action={changePasswordAction} formKey={me.newId()}>
          <input type="hidden" autoComplete="username" value={me.person.login} />
          <TextField
            name="oldPassword"
            type="password"
            label={t.account.oldPassword}
            error={said.at('oldPassword')}
            autoComplete="current-password"
          />
          <TextField
            name="newPassword"
            type="password"
            label={t.welcome.password}
            hint={t.welcome.rule}
            error={said.at('newPassword')}
            autoComplete="new-password"
          />
          <TextField
            name="againPassword"
            type="password"
            label={t.welcome.repeat}
            error={said.at('againPassword')}
            autoComplete="new-password"
          />
          <p className="hint">{t.account.changeNote}</p>
          <Actions>
            <SubmitButton kind="primary">{t.account.change}</SubmitButton>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}

async function passwordForm(me: SignedIn) {
  const form = await readForm(me, 'change-password', FIELDS)
  return { form, said: sentencesOf(messagesOf(me.lang), form.errors, {}, Object.keys(FIELDS)) }
}
