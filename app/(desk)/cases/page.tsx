import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { can } from '#lib/domain/policy/can'
import { scopesOf } from '#lib/domain/policy/scope'
import { messagesOf } from '#lib/i18n/messages'
import { doneOf } from '#lib/server/forms/forms'
import { partsOf } from '#lib/server/session/home'
import { signedIn } from '#lib/server/session/signed-in'
import { readNames } from '#lib/usecases/directory'
import { listCases } from '#lib/usecases/list-cases'
import { DoneBanner, titled } from '#app/_form/form-messages.tsx'
import { CaseTable, MOST_COUNTED } from './_list/case-table.tsx'
import { Chips, Filters } from './_list/filters.tsx'
import { filterOf, isFiltered, wantedOf } from './_list/query.ts'
import type { Query } from '../_parts/props.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await signedIn()).lang)
  return { title: titled(t, t.caseList.title) }
}

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const me = await signedIn()
  if (!partsOf(me.actor).includes('cases')) notFound()
  const t = messagesOf(me.lang)
  const query = await searchParams
  const wanted = wantedOf(query)
  const scope = scopesOf(me.actor).cases
  const [filter, order] = [filterOf(wanted, me.now), { by: wanted.sort, descending: wanted.descending }]
  const [{ rows, next }, count, names] = await Promise.all([
    listCases(me.read, me.actor, { filter, order, page: wanted }),
    me.read.countCases(scope, filter, MOST_COUNTED),
    readNames(me.read, me.lang === 'en'),
  ])
  const mayRegister = can(me.actor, 'RegisterCase', null) !== null
  const empty = isFiltered(wanted) ? t.caseList.emptyFilter : mayRegister ? t.caseList.emptyRegister : t.caseList.emptyNone
  return (
    <>
      <div className="head">
        <h1>{t.caseList.title}</h1>
        {mayRegister && (
          <span className="end">
            <LinkButton kind="primary" href="/cases/register">
              <Icon name="plus" />
              {t.caseList.register}
            </LinkButton>
          </span>
        )}
      </div>
      <DoneBanner t={t} done={doneOf(query)} address="/cases" />
      <Chips wanted={wanted} t={t} lang={me.lang} />
      <Filters wanted={wanted} t={t} lang={me.lang} />
      <CaseTable {...{ wanted, rows, next, count, empty, t }} lang={me.lang} now={me.now} nameOf={names.of} />
    </>
  )
}
