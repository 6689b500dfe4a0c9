import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { formatDay } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { AdminQuery } from '#lib/schemas/work'
import { doneOf } from '#lib/server/forms/forms'
import { listPeople } from '#lib/usecases/office/read-office'
import { AdminHead } from '../_parts/admin-head.tsx'
import { Finder, FoundPager } from '../_parts/found.tsx'
import { administrator } from '../_parts/administrator.ts'
import { Proposals } from '../_parts/proposals.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await administrator()).lang)
  return { title: t.app.title(t.admin.people) }
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const query = await searchParams
  const asked = AdminQuery.parse({ text: '', size: '20', after: null, ...query })
  const { rows, next, count } = await listPeople(me.read, me.now, asked)
  return (
    <div className="stack">
      <AdminHead
        me={me}
        t={t}
        part="people"
        current="/admin/people"
        done={doneOf(query)}
        end={
          me.may('RegisterPerson') && (
            <LinkButton kind="primary" href="/admin/people/register">
              {t.admin.registerPerson}
            </LinkButton>
          )
        }
      />
      <p className="sec">{t.admin.roles}</p>
      <Proposals me={me} />
      <div>
        <Finder t={t} asked={asked} label={t.admin.findPeople} />
        <DataTable
          caption={t.admin.peopleCaption}
          rows={rows}
          rowKey={({ person }) => person.personId}
          empty={asked.text ? t.admin.foundNone : t.admin.peopleEmpty}
          pager={<FoundPager {...{ t, asked, count, next }} path="/admin/people" />}
          columns={[
            {
              key: 'name',
              label: t.admin.name,
              head: true,
              cell: ({ person }) => <Link href={`/admin/people/${person.personId}`}>{person.name}</Link>,
            },
            { key: 'login', label: t.admin.login, card: t.admin.login, cell: ({ person }) => person.login },
            {
              key: 'posts',
              label: t.admin.posts,
              card: t.admin.posts,
              cell: ({ person, posts }) =>
                person.leftOn
                  ? t.admin.left(formatDay(person.leftOn, me.lang))
                  : posts
                      .map(
                        ({ unit, post }) =>
                          `${(me.lang === 'en' && unit.nameEn) || unit.name}${me.lang === 'en' ? ', ' : ' '}${t.post[post]}`,
                      )
                      .join(me.lang === 'en' ? '; ' : '；') || t.admin.noPosts,
            },
            { key: 'phone', label: t.admin.phone, card: t.admin.phone, cell: ({ person }) => person.phone || t.list.none },
          ]}
        />
      </div>
    </div>
  )
}
