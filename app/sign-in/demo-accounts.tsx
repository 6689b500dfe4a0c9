import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { POSTS } from '#lib/domain/result'
import type { Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { SIGN_IN } from '#lib/server/edge/addresses'
import { DEMO_PASSWORD } from '#lib/server/boot/demo'
import { currentContainer } from '#lib/server/boot/current-container'
import { listStaff } from '#lib/usecases/office/read-office'

/** Who may be tried in a demo, the fullest house first. A name fills the two fields in plain sight; pressing 登录 stays with the visitor. */
export async function DemoAccounts({ t, lang, to }: { t: Messages; lang: Lang; to: string | null }) {
  const { effects, clockNow } = currentContainer()
  const staff = (await listStaff(effects.read, clockNow())).toSorted((a, b) => POSTS.indexOf(a.post) - POSTS.indexOf(b.post))
  const houses = [...Map.groupBy(staff, ({ unit }) => unit.unitId).values()].toSorted((a, b) => b.length - a.length)
  const address = (login: string): string => `${SIGN_IN}?${new URLSearchParams({ as: login, ...(to && { callbackUrl: to }) })}`
  return (
    <>
      <p className="card-body">{t.signIn.demoText(DEMO_PASSWORD)}</p>
      <DataTable
        caption={t.signIn.demo}
        rows={houses.flatMap(([first, ...others]) => (first ? [{ unit: first.unit, people: [first, ...others] }] : []))}
        rowKey={({ unit }) => unit.unitId}
        empty=""
        columns={[
          { key: 'unit', label: t.account.unit, head: true, cell: ({ unit }) => (lang === 'en' && unit.nameEn) || unit.name },
          {
            key: 'people',
            label: t.signIn.demoWho,
            cell: ({ people }) => (
              <ul className="row">
                {people.map(({ key, person, post }) => (
                  <li key={key}>
                    <Link href={address(person.login)}>{t.frame.person(`${person.name} ${person.login}`, t.post[post])}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  )
}
