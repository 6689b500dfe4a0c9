/** What the security administrator does with a person: posts granted and ended. */
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DateField, Select } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { offeredPosts } from '#lib/domain/office/policy'
import { POSTS, UNIT_KINDS } from '#lib/domain/result'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import type { DatedPost } from '#lib/usecases/office/read-office'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { Administrator } from '#app/(desk)/admin/_parts/administrator'
import { endPostAction, grantPostAction } from './actions.ts'

/** Of any kind of unit: which fits the chosen one is asked when it is sent. */
const GRANTED = POSTS.filter((post) => UNIT_KINDS.some((kind) => offeredPosts(kind).includes(post)))

export async function GrantPost({ me, personId }: { me: Administrator; personId: string }) {
  const t = messagesOf(me.lang)
  const units = (await me.read.listUnits()).filter(({ kind }) => offeredPosts(kind).length > 0)
  const form = await readForm(me, `grant-post:${personId}`, { unitId: '', post: '', from: me.today, to: '' })
  const beside = {
    'office.wrong-post': 'post',
    'office.no-desk': 'post',
    'office.post-held': 'post',
    'office.proposed-already': 'post',
    'office.incompatible': 'post',
    'office.dates': 'from',
  }
  const said = sentencesOf(t, form.errors, beside, ['unitId', 'post', 'from', 'to'], 'grant-')
  return (
    <Card title={t.admin.grant}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={grantPostAction.bind(null, personId)} formKey={me.newId()}>
        <Select
          name="unitId"
          id="f-grant-unitId"
          label={t.admin.unit}
          choose={t.form.choose}
          value={form.values.unitId}
          error={said.at('unitId')}
          options={units.map((unit) => ({ value: unit.unitId, label: (me.lang === 'en' && unit.nameEn) || unit.name }))}
        />
        <Select
          name="post"
          id="f-grant-post"
          label={t.admin.post}
          choose={t.form.choose}
          value={form.values.post}
          error={said.at('post')}
          options={GRANTED.map((post) => ({ value: post, label: t.post[post] }))}
        />
        <DateField
          name="from"
          id="f-grant-from"
          label={t.admin.from}
          hint={t.form.dateHint}
          value={form.values.from}
          error={said.at('from')}
        />
        <DateField
          name="to"
          id="f-grant-to"
          label={t.admin.to}
          optional={t.form.optional}
          hint={t.admin.toHint}
          value={form.values.to}
          error={said.at('to')}
        />
        <p className="hint">{t.admin.grantNote}</p>
        <Actions>
          <SubmitButton kind="primary">{t.admin.grant}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}

export async function EndPost({ me, personId, posts }: { me: Administrator; personId: string; posts: readonly DatedPost[] }) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `end-post:${personId}`, { postId: '', on: me.today })
  const said = sentencesOf(t, form.errors, { 'office.no-such-post': 'postId', 'office.dates': 'on' }, ['postId', 'on'], 'end-')
  const open = posts.filter(({ is }) => is !== 'ended')
  if (open.length === 0) return null
  return (
    <Card title={t.admin.end}>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={endPostAction.bind(null, personId)} formKey={me.newId()}>
        <Select
          name="postId"
          id="f-end-postId"
          label={t.admin.which}
          choose={t.form.choose}
          value={form.values.postId}
          error={said.at('postId')}
          options={open.map(({ postId, unit, post }) => ({
            value: postId,
            label: `${(me.lang === 'en' && unit?.nameEn) || unit?.name}${me.lang === 'en' ? ', ' : ' '}${t.post[post]}`,
          }))}
        />
        <DateField name="on" id="f-end-on" label={t.admin.endOn} hint={t.admin.endNote} value={form.values.on} error={said.at('on')} />
        <Actions>
          <SubmitButton kind="danger">{t.admin.end}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}
