/** What the system administrator does with a person, and the security administrator's half of a first sign-in: each form with its own messages. */
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { Administrator } from '#app/(desk)/admin/_parts/administrator'
import { issueCodeAction, issueLinkAction, recordLeavingAction, renamePersonAction } from './actions.ts'

type Of = { me: Administrator; personId: string }

export async function IssueLink({ me, personId }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `issue-link:${personId}`, {})
  return (
    <Card title={t.admin.link}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={sentencesOf(t, form.errors)} />
      <Form key={form.key} action={issueLinkAction.bind(null, personId)} formKey={me.newId()}>
        <p className="hint">{t.admin.linkNote}</p>
        <Actions>
          <SubmitButton>{t.admin.linkIssue}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function IssueCode({ me, personId }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `issue-code:${personId}`, {})
  return (
    <Card title={t.admin.firstCode}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={sentencesOf(t, form.errors)} />
      <Form key={form.key} action={issueCodeAction.bind(null, personId)} formKey={me.newId()}>
        <p className="hint">{t.admin.codeNote}</p>
        <Actions>
          <SubmitButton>{t.admin.codeIssue}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function RenamePerson({ me, personId, name }: Of & { name: string }) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `rename-person:${personId}`, { name, from: me.today })
  const said = sentencesOf(t, form.errors, { 'office.dates': 'from' }, ['name', 'from'], 'rename-')
  return (
    <Card title={t.admin.renamePerson}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={renamePersonAction.bind(null, personId)} formKey={me.newId()}>
        <TextField name="name" id="f-rename-name" label={t.admin.name} value={form.values.name} error={said.at('name')} width="short" />
        <DateField
          name="from"
          id="f-rename-from"
          label={t.admin.from}
          hint={t.form.dateHint}
          value={form.values.from}
          error={said.at('from')}
        />
        <Actions>
          <SubmitButton>{t.admin.renamePerson}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function RecordLeaving({ me, personId }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `record-leaving:${personId}`, { on: me.today })
  const said = sentencesOf(t, form.errors, { 'office.dates': 'on' }, ['on'], 'leaving-')
  return (
    <Card title={t.admin.leaving}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={recordLeavingAction.bind(null, personId)} formKey={me.newId()}>
        <DateField
          name="on"
          id="f-leaving-on"
          label={t.admin.leavingOn}
          hint={t.admin.leavingNote}
          value={form.values.on}
          error={said.at('on')}
        />
        <Actions>
          <SubmitButton kind="danger">{t.admin.leaving}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}
