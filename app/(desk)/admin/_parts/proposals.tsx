import { Card } from '#app/_ui/card'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { formatDay } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { listProposals } from '#lib/usecases/office/read-office'
import type { Administrator } from './administrator.ts'

/** Every post that waits to be confirmed, and by whom; nothing where none does. */
export async function Proposals({ me }: { me: Administrator }) {
  const t = messagesOf(me.lang)
  const rows = await listProposals(me.read, me.person.personId, me.now)
  if (rows.length === 0) return null
  const day = (one: string) => formatDay(one, me.lang)
  return (
    <Card title={t.admin.proposals} flush>
      <DataTable
        caption={t.admin.proposals}
        rows={rows}
        rowKey={({ postId }) => postId}
        empty={null}
        columns={[
          {
            key: 'person',
            label: t.admin.person,
            head: true,
            cell: ({ personId, person }) => <Link href={`/admin/people/${personId}`}>{person}</Link>,
          },
          { key: 'post', label: t.admin.post, card: t.admin.post, cell: ({ post }) => t.post[post] },
          { key: 'unit', label: t.admin.unit, card: t.admin.unit, cell: ({ unit }) => (me.lang === 'en' && unit.nameEn) || unit.name },
          { key: 'days', label: t.admin.days, card: t.admin.days, cell: ({ from, to }) => t.admin.daysOf(day(from), to ? day(to) : '') },
          { key: 'by', label: t.admin.proposedBy, card: t.admin.proposedBy, cell: ({ proposer }) => proposer },
          {
            key: 'who',
            label: t.admin.whoConfirms,
            card: t.admin.whoConfirms,
            cell: ({ fault }) => (fault ? t.refusal[fault]({}) : <b>{t.admin.mineToConfirm}</b>),
          },
        ]}
      />
    </Card>
  )
}
