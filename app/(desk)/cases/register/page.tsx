import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { LinkButton } from '#app/_ui/button'
import { CheckboxGroup, Fieldset } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { can } from '#lib/domain/policy/can'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'
import { listHolders, distinguished } from '#lib/usecases/directory'
import { titled } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { BASICS_ORDER, BasicsFields, listDivisions, NO_BASICS } from '../_case/basics-fields.tsx'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { one, type Query } from '#app/(desk)/_parts/props'
import { registerCaseAction } from './actions.ts'
import { REGISTER } from './form.ts'

type Props = Readonly<{ searchParams: Promise<Query> }>

export async function generateMetadata(): Promise<Metadata> {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  return { title: titled(t, t.registration.title, (await formOf(me, '')).said) }
}

export default async function RegisterCasePage({ searchParams }: Props) {
  const me = await signedIn()
  const t = messagesOf(me.lang)
  const bureaus = bureausOf(me)
  const wanted = one(await searchParams, 'unit')
  const bureau = bureaus.find(({ unitId }) => unitId === wanted) ?? bureaus[0]
  if (!bureau || !can(me.actor, 'RegisterCase', null)) notFound()
  const [people, divisions] = await Promise.all([
    listHolders(me.read, bureau.unitId, 'handler', me.today),
    listDivisions(me, t, bureau.division),
  ])
  const { form, said } = await formOf(me, bureau.division)
  return (
    <>
      <Breadcrumb label={t.nav.where} items={[{ href: '/cases', label: t.nav.cases }, { label: t.registration.title }]} />
      <FormCard page={{ me, t }} title={t.registration.title} lead={t.registration.lead} form={form} said={said}>
        {people.length < 2 && <Banner kind="warn" title={t.registration.teamOnlyMe} />}
        <Form key={form.key} action={registerCaseAction} formKey={me.newId()} hidden={{ unitId: bureau.unitId }} draft={REGISTER}>
          <SummaryList items={[{ key: 'unit', label: t.registration.unit, value: (me.lang === 'en' && bureau.nameEn) || bureau.name }]} />
          {bureaus.length > 1 && (
            <p className="row">
              {bureaus
                .filter((other) => other !== bureau)
                .map((other) => (
                  <LinkButton key={other.unitId} size="small" href={`/cases/register?unit=${other.unitId}`}>
                    {(me.lang === 'en' && other.nameEn) || other.name}
                  </LinkButton>
                ))}
            </p>
          )}
          <BasicsFields me={me} t={t} values={form.values} said={said} divisions={divisions} />
          <Fieldset legend={t.registration.team}>
            <CheckboxGroup
              name="handlers"
              label={t.case.team}
              hint={t.registration.teamHint}
              values={form.values.handlers}
              error={said.at('handlers')}
              options={distinguished(people, t.casePage.bracketed).map(({ personId, label: name }) => ({
                value: personId,
                label: personId === me.person.personId ? t.registration.you(name) : name,
              }))}
            />
          </Fieldset>
          <Send t={t} label={t.registration.go} back="/cases" draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </>
  )
}

/** The bureaus in which this person handles cases. */
const bureausOf = ({ posts }: SignedIn) =>
  posts.filter(({ post, unit }) => post === 'handler' && unit.kind === 'bureau').map(({ unit }) => unit)

async function formOf(me: SignedIn, division: string) {
  const form = await readForm(me, REGISTER, {
    ...NO_BASICS,
    division,
    foundOn: me.today,
    handlers: [me.person.personId] as readonly string[],
  })
  const beside = { 'case.needs-two-handlers': 'handlers', 'case.handler-not-of-bureau': 'handlers' }
  return { form, said: sentencesOf(messagesOf(me.lang), form.errors, beside, [...BASICS_ORDER, 'handlers']) }
}
