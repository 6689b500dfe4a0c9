/** Somebody else changed this part since the form was read: what was typed beside what is saved now, field by field (ux.md §3 Concurrency). */
import { Banner } from '#app/_ui/banner'
import { DataTable } from '#app/_ui/data-table'
import { formatInstant } from '#lib/i18n/dates'
import type { Values } from '#lib/server/forms'
import type { CasePageData } from './open.ts'

export type Differing = Readonly<{ label: string; mine: string; theirs: string }>
type Given = Readonly<{ page: CasePageData; kept: Values | null; readAt: number; types: readonly string[]; fields: readonly Differing[] }>

/** `readAt` is the version of today; the kept form carries the one it was filled in at. Sending it again carries today's. */
export async function Conflict({ page: { me, t, state, names }, kept, readAt, types, fields }: Given) {
  const then = kept?.['readAt']
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs)
  if (then === undefined || then === String(readAt) || differing.length === 0) return null
  const [last] = await me.read.listEntries(state.caseId, { types, limit: 1 })
  return (
    <Banner kind="warn" title={last && t.form.conflict(names.person(last.personId), formatInstant(last.recordedAt, me.lang))}>
      <DataTable
        caption={t.form.conflictField}
        rows={differing}
        rowKey={({ label }) => label}
        empty={t.list.none}
        columns={[
          { key: 'field', label: t.form.conflictField, head: true, cell: ({ label }) => label },
          {
            key: 'mine',
            label: t.form.conflictMine,
            card: t.form.conflictMine,
            cell: ({ mine }) => <span className="lines">{mine || t.list.none}</span>,
          },
          {
            key: 'theirs',
            label: t.form.conflictTheirs,
            card: t.form.conflictTheirs,
            cell: ({ theirs }) => <span className="lines">{theirs || t.list.none}</span>,
          },
        ]}
      />
    </Banner>
  )
}
