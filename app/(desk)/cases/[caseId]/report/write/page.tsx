import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { LinkButton, SubmitButton } from '#app/_ui/button'
import { Banner } from '#app/_ui/banner'
import { Card } from '#app/_ui/card'
import { CharCount } from '#app/_ui/char-count'
import { DraftAutosave } from '#app/_ui/draft-autosave'
import { TextArea } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { formatCount } from '#lib/i18n/numbers'
import { readForm, type FormState } from '#lib/server/forms'
import { listRecipients } from '#lib/usecases/directory'
import { RECIPIENT_KINDS, routeAnswer, routeOf } from '#lib/usecases/suggest'
import { FormMessages } from '../../../../../_form/form-messages.tsx'
import { sentencesOf, type Sentences } from '../../../../../_form/sentences.ts'
import { CasePage } from '../../../_case/case-page.tsx'
import { Conflict } from '../../../_case/conflict.tsx'
import { caseMetadata, openCasePage, type CasePageData } from '../../../_case/open.ts'
import type { CaseProps } from '../../../_case/props.ts'
import { isAgain } from '../_parts/again.ts'
import { named } from '../_parts/named.ts'
import { kindWord } from '../_parts/words.ts'
import { discardReportDraftAction, writeReportAction } from './actions.ts'
import { baseOf, chargesOf, TEXTS, textsOf, tracksShown, type TrackFields } from './rows.ts'
import { FactsAside } from './facts-aside.tsx'
import { TrackCard } from './track-fields.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.write.title, { form: `write-report:${(await params).caseId}` })
}

/** A long form, kept while typing: four texts, and a track for each body that is to receive part of the case. */
export default async function WriteReportPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, me, state, may } = page
  const { caseId } = state
  const answer = may('WriteReport').is
  if (answer === 'never') notFound()
  if (answer === 'not-now') redirect(`/cases/${caseId}/report`)
  const name = `write-report:${caseId}`
  const form = await readForm(me, name, textsOf(state))
  const tracks = tracksShown(form.kept, state, me.today)
  const said = named(sentencesOf(t, form.errors, besideOf(page, tracks), orderOf(tracks)), t, Object.fromEntries(TEXTS.map((text) => [text, t.report[text]])))
  const readAt = state.sections.report
  const answered = isAgain(await searchParams) // by a button on this very page: nothing was found again
  const base = baseOf(form.kept, readAt)
  const recipients = await listRecipients(me.read, state.basics.division, RECIPIENT_KINDS, me.today)
  return (
    <CasePage page={page} tab="report" compact>
      <div className="stack sub-page">
        <div>
          <h1>{state.report ? t.write.titleChange : t.write.title}</h1>
          <p className="sec">{t.write.intro}</p>
        </div>
        <FormMessages t={t} lang={me.lang} form={answered ? { ...form, savedAt: '' } : form} sentences={said} />
        <div className="split">
        <Form key={form.savedAt} action={writeReportAction.bind(null, caseId)} formKey={me.newId()} hidden={{ readAt: String(readAt), ...(base && { base }) }} draft={name}>
          <button className="vh" name="suggest" value="0" tabIndex={-1} aria-hidden="true" /* what Enter presses: the first button of a form */ />
          {base && <Settle page={page} form={form} tracks={tracks} base={base} />}
          <Texts page={page} form={form} said={said} />
          <Several page={page} tracks={tracks} />
          {tracks.map((row, index) => <TrackCard key={`${index} ${row.trackId}`} {...{ page, said, row, index, recipients }} count={tracks.length} />)}
          <Actions>
            <SubmitButton kind="primary" size="large">{t.write.save}</SubmitButton>
            <SubmitButton size="large" name="more" value="track">{t.write.more}</SubmitButton>
            <LinkButton size="large" href={`/cases/${caseId}/report`}>{t.form.cancel}</LinkButton>
            {form.savedAt !== '' && <SubmitButton size="large" formAction={discardReportDraftAction.bind(null, caseId)}>{t.write.discard}</SubmitButton>}
            <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
            <DraftAutosave url="/api/drafts" savedAt={form.savedAt || undefined} words={{ saved: t.form.draftSaved('{time}'), saving: t.form.draftSaving, failed: t.form.draftFailed }} />
          </Actions>
        </Form>
        <FactsAside page={page} />
        </div>
      </div>
    </CasePage>
  )
}

type Written = FormState<Record<(typeof TEXTS)[number], string>>
const LONGEST = { investigation: 20_000, facts: 20_000, law: 4_000, proposal: 4_000 } as const

function Texts({ page: { t }, form, said }: { page: CasePageData; form: Written; said: Sentences }) {
  const hints = { investigation: t.write.investigationHint, facts: t.write.factsHint, law: t.write.lawHint, proposal: t.write.proposalHint }
  return (
    <Card title={t.report.texts}>
      <div className="form">
        {TEXTS.map((name) => {
          const [value, max] = [form.values[name], LONGEST[name]]
          const chars = <CharCount field={`f-${name}`} max={max} value={value} words={t.form.charCount('{n}', formatCount(max))} />
          return <TextArea key={name} name={name} label={t.report[name]} hint={hints[name]} value={value} error={said.at(name)} rows={max > 10_000 ? 9 : 4} chars={chars} />
        })}
      </div>
    </Card>
  )
}

/** Where the whole case calls for several bodies and the form has fewer tracks. */
function Several({ page: { t, state, me }, tracks }: { page: CasePageData; tracks: readonly TrackFields[] }) {
  const all = Object.keys(state.subjects)
  const kinds = routeAnswer(state, all, chargesOf(state, all), me.today).tracks.filter((track) => track.default).map((track) => kindWord(track.recipientKind, t))
  return (
    <div id="tracks">
      <h2>{t.write.tracks}</h2>
      <p className="sec">{t.write.tracksHint}</p>
      {kinds.length > 1 && tracks.length < kinds.length && <Banner kind="warn">{t.write.several(kinds.join(t.report.join))}</Banner>}
    </div>
  )
}

/** Somebody saved another version meanwhile: both are shown, and each part can be taken from theirs. */
async function Settle({ page, form, tracks, base }: { page: CasePageData; form: Written; tracks: readonly TrackFields[]; base: string }) {
  const { t, state } = page
  const saved = textsOf(state)
  const bodies = (ids: readonly string[]) => ids.map(page.names.unit).join(t.report.join)
  const [mine, theirs] = [bodies(tracks.map(({ recipient }) => recipient).filter(Boolean)), bodies(state.report?.tracks.map(({ to }) => to.unitId) ?? [])]
  const fields = [...TEXTS.map((name) => ({ name, label: t.report[name], mine: form.values[name], theirs: saved[name] })), { name: 'tracks', label: t.write.tracks, mine, theirs }]
  return (
    <>
      <Conflict page={page} kept={{ readAt: base }} readAt={state.sections.report} types={['ReportWritten']} fields={fields} />
      <div className="row">
        {fields.filter((field) => field.mine !== field.theirs).map(({ name, label }) => <SubmitButton key={name} size="small" name="theirs" value={name}>{t.write.theirs(label)}</SubmitButton>)}
      </div>
    </>
  )
}

/** A refusal speaks of some track; it is shown beside the first one it can mean. */
function besideOf({ state, me }: CasePageData, tracks: readonly TrackFields[]) {
  const at = (test: (row: TrackFields) => boolean, field: keyof TrackFields) => `track.${Math.max(tracks.findIndex(test), 0)}.${field}`
  return {
    'report.route-needs-reason': at((row) => row.reason.trim() === '' && routeOf(state, row.subjects, row.charges, me.today).suggested !== '', 'reason'),
    'report.track-needs-own-text': at((row) => row.facts.trim() === '' || row.law.trim() === '', 'facts'),
    'report.track-twice': `track.${Math.max(tracks.length - 1, 0)}.recipient`,
    'report.track-unknown-item': 'track.0.files',
    'report.inner-volume': 'track.0.files',
  }
}
const orderOf = (tracks: readonly TrackFields[]): string[] => [
  ...TEXTS, ...tracks.flatMap((_, i) => ['subjects', 'charges', 'recipient', 'reason', 'files', 'facts', 'law'].map((field) => `track.${i}.${field}`)),
]
