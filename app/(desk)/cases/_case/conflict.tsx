/** Somebody else changed this part since the form was read: what was typed beside what is saved now, field by field (docs/ux.md §3 Concurrency). */
import { caseStream } from '#lib/domain/stream'
import { Banner } from '#app/_ui/banner'
import { SubmitButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { formatInstant } from '#lib/i18n/dates'
import type { EventType } from '#lib/views/events'
import type { CasePage } from './open.ts'

export type Differing = Readonly<{ name: string; label: string; mine: string; theirs: string }>
type Given = Readonly<{ page: CasePage; base: string | null; types: readonly EventType[]; fields: readonly Differing[] }>

/** Stands inside its form. `base` is the version that the form was first filled in at (conflict-form.ts); sending it again carries today's. */
export async function Conflict({ page: { me, t, state, names }, base, types, fields }: Given) {
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs)
  if (base === null || differing.length === 0) return null
  const [last] = await me.read.listEntries(caseStream(state.caseId), { types, limit: 1 })
  return (
    <>
      <button className="vh" tabIndex={-1} aria-hidden="true" /* what Enter presses: the first button of a form */ />
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
        <div className="row">
          {differing.map(({ name, label }) => (
            <SubmitButton key={name} size="small" name="theirs" value={name}>
              {t.write.theirs(label)}
            </SubmitButton>
          ))}
        </div>
      </Banner>
    </>
  )
}
