import { reportOf } from '#lib/domain/case/rounds'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { TEXTS, textsOf, type TrackFields } from './rows.ts'
import type { Written } from './texts-card.tsx'

/** Somebody saved another version meanwhile: both are shown, and each part can be taken from theirs. */
export async function ResolveConflict({
  page,
  form,
  tracks,
  base,
}: {
  page: CasePage
  form: Written
  tracks: readonly TrackFields[]
  base: string
}) {
  const { t, state } = page
  const saved = textsOf(state)
  const bodies = (ids: readonly string[]) => ids.map(page.names.unit).join(t.report.join)
  const [mine, theirs] = [
    bodies(tracks.map(({ recipient }) => recipient).filter(Boolean)),
    bodies(reportOf(state)?.tracks.map(({ to }) => to.unitId) ?? []),
  ]
  const fields = [
    ...TEXTS.map((name) => ({ name, label: t.report[name], mine: form.values[name], theirs: saved[name] })),
    { name: 'tracks', label: t.write.tracks, mine, theirs },
  ]
  return <Conflict page={page} base={base} types={['ReportWritten']} fields={fields} />
}
