import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { can } from '#lib/domain/policy/can'
import { scopesOf } from '#lib/domain/policy/scope'
import { messagesOf } from '#lib/i18n/messages'
import { doneOf } from '#lib/server/forms'
import { partsOf } from '#lib/server/home'
import { signedIn } from '#lib/server/signed-in'
import { readNames } from '#lib/usecases/directory'
import { itemCountOf } from '#lib/usecases/count-items'
import { openCase } from '#lib/views/case-views'
import { DoneBanner, titled } from '../../_form/form-messages.tsx'
import { CaseTable, MOST_COUNTED } from './_list/case-table.tsx'
import { Chips, Filters } from './_list/filters.tsx'
import { filterOf, isFiltered, wantedOf } from './_list/query.ts'
import type { Query } from './_case/props.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await signedIn()).lang)
  return { title: titled(t, t.clist.title) }
}

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const me = await signedIn()
  if (!partsOf(me.actor).includes('cases')) notFound()
  const t = messagesOf(me.lang)
  const query = await searchParams
  const wanted = wantedOf(query)
  const scope = scopesOf(me.actor).cases
  const [found, count, names] = await Promise.all([
    me.read.listCases(
      scope,
      filterOf(wanted),
      { by: wanted.sort, descending: wanted.descending },
      { after: wanted.after, size: wanted.size + 1 },
    ),
    me.read.countCases(scope, filterOf(wanted), MOST_COUNTED),
    readNames(me.read, me.lang === 'en'),
  ])
  const rows = await Promise.all(
    found.slice(0, wanted.size).map(async (row) => {
      const state = openCase(row, [])
      return { ...row, state, items: await itemCountOf(me.read, me.actor, row, state) }
    }),
  )
  const mayRegister = can(me.actor, 'RegisterCase', null) !== null
  const empty = isFiltered(wanted) ? t.clist.emptyFilter : mayRegister ? t.clist.emptyRegister : t.clist.emptyNone
  return (
    <>
      <div className="head">
        <h1>{t.clist.title}</h1>
        {mayRegister && (
          <span className="end">
            <LinkButton kind="primary" href="/cases/register">
              <Icon name="plus" />
              {t.clist.register}
            </LinkButton>
          </span>
        )}
      </div>
      <DoneBanner t={t} done={doneOf(query)} here="/cases" />
      <Chips wanted={wanted} t={t} lang={me.lang} />
      <Filters wanted={wanted} t={t} lang={me.lang} />
      <CaseTable
        {...{ wanted, count, empty, t }}
        actor={me.actor}
        lang={me.lang}
        now={me.now}
        nameOf={names.of}
        rows={rows}
        hasMore={found.length > wanted.size}
      />
    </>
  )
}
