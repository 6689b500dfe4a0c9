import { TextArea } from '#app/_ui/field'
import type { Messages } from '#lib/i18n/messages'
import type { TrackFields } from './rows.ts'

type Own = 'facts' | 'law' | 'investigation'

/** What one track of several says itself: the report's texts would tell one body of the other's people (D7). */
export function OwnTexts({
  t,
  row,
  at,
}: {
  t: Messages
  row: TrackFields
  at: (field: Own) => { name: string; error: string | undefined }
}) {
  return (
    <>
      <TextArea {...at('facts')} label={t.report.ownFacts} hint={t.write.ownHint} value={row.facts} rows={6} />
      <TextArea {...at('law')} label={t.report.ownLaw} value={row.law} rows={3} />
      <TextArea
        {...at('investigation')}
        label={t.report.ownInvestigation}
        optional={t.form.optional}
        hint={t.write.ownInvestigationHint}
        value={row.investigation}
        rows={6}
      />
    </>
  )
}
