import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Checkbox, CheckboxGroup, DateField, Fieldset, TextArea, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { itemsLeft } from '#lib/domain/transfer/hand-over'
import { stageFault } from '#lib/domain/transfer/stage-faults'
import { isSent, sentFiles } from '#lib/domain/transfer/state'
import { formatSize } from '#lib/i18n/numbers'
import { handsOver, keepsAt } from '#lib/schemas/hand-over'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { openTrackPage, trackMetadata, type TrackPage } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { named } from '#app/_form/named'
import { sentencesOf } from '#app/_form/sentences'
import { handOverAction } from './actions.ts'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.handOver.title, { form: `hand-over:${(await params).trackId}` })
}

/** What of the letter's items, and which files, the body is given now; the rest can follow, or is kept elsewhere (Order 310 art. 12). */
export default async function HandOverPage({ params }: TrackProps) {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  const { me, t, track, may, at, names } = page
  const answer = may('HandOver', trackId).is
  if (answer === 'never') denied()
  if (answer === 'not-now' || !isSent(track)) redirect(at)
  const fault = stageFault('HandOver', track, me.now)
  const { title, lead } = t.handOver
  return (
    <CaseFrame page={page} tab="transfers" current={title} compact>
      {fault ? (
        <NotNowCard t={t} title={title} reason={t.refusal[fault.code](fault.about ?? {})} />
      ) : (
        <HandOver page={page} title={title} lead={lead(names.of(track.to))} />
      )}
    </CaseFrame>
  )
}

const ORDER = ['files', 'place', 'on', 'time', 'text', 'password']
const BESIDE = { 'hand-over.nothing': 'files', 'hand-over.not-of-case': 'files', 'hand-over.already': 'files' } as const

async function HandOver({ page, title, lead }: { page: TrackPage; title: string; lead: string }) {
  const { me, t, state, track, at } = page
  if (!isSent(track)) return null
  const left = itemsLeft(track, 'offered')
  const name = `hand-over:${track.trackId}`
  const rows = left.flatMap(({ ref }) => [
    [handsOver(ref), 'yes'],
    [keepsAt(ref), ''],
  ])
  const usual: Readonly<Record<string, string>> = { ...Object.fromEntries(rows), place: '', on: '', time: '', text: '' }
  const form = await readForm(me, name, { ...usual, files: [] })
  const values: Readonly<Record<string, string | readonly string[]>> = form.values
  const typed = (field: string): string => (typeof values[field] === 'string' ? values[field] : '')
  const said = named(sentencesOf(t, form.errors, BESIDE, [...rows.map(([field = '']) => field), ...ORDER]), t, t.handOver.fields)
  return (
    <FormCard page={page} title={title} lead={lead} form={form} said={said}>
      <Form key={form.key} action={handOverAction.bind(null, state.caseId, track.trackId)} formKey={me.newId()} draft={name}>
        {left.map(({ ref, item }) => (
          <Fieldset key={ref} legend={t.stage.thing(item.name, `${item.quantity} ${item.unit}`.trim())}>
            <Checkbox
              name={handsOver(ref)}
              label={t.handOver.now}
              checked={typed(handsOver(ref)) === 'yes'}
              error={said.at(handsOver(ref))}
            />
            <TextField
              name={keepsAt(ref)}
              label={t.handOver.kept}
              optional={t.form.optional}
              hint={t.handOver.keptHint}
              value={typed(keepsAt(ref))}
              error={said.at(keepsAt(ref))}
            />
          </Fieldset>
        ))}
        <CheckboxGroup
          name="files"
          label={t.handOver.fields.files}
          hint={t.handOver.filesHint}
          options={sentFiles(track).map((file) => ({ value: file.itemId, label: file.name, hint: formatSize(file.size) }))}
          values={Array.isArray(values['files']) ? values['files'] : []}
          error={said.at('files')}
        />
        <TextField name="place" label={t.handOver.fields.place} value={typed('place')} error={said.at('place')} />
        <DateField name="on" label={t.handOver.fields.on} hint={t.form.dateHint} value={typed('on')} error={said.at('on')} />
        <TextField
          name="time"
          label={t.handOver.fields.time}
          hint={t.handOver.timeHint}
          value={typed('time')}
          error={said.at('time')}
          width="short"
        />
        <TextArea
          name="text"
          label={t.handOver.fields.text}
          optional={t.form.optional}
          value={typed('text')}
          error={said.at('text')}
          rows={3}
        />
        <PasswordAgain me={me} t={t} caseId={state.caseId} act="HandOver" error={said.at('password')} />
        <Send t={t} label={t.handOver.go} back={at} draft savedAt={form.savedAt} />
      </Form>
    </FormCard>
  )
}
