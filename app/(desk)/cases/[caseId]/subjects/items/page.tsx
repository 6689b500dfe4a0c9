import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { SubmitButton } from '#app/_ui/button'
import { Checkbox, MoneyField, Select, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { formatFen } from '#lib/i18n/numbers'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { sentencesOf, type Sentences } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { Conflict } from '#app/(desk)/cases/_case/conflict.tsx'
import { conflictFields } from '#app/(desk)/cases/_case/conflict-form'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { isBeyond, rowsShown, textOf, type Row } from '#app/(desk)/cases/_case/rows-form'
import { recordItemsAction } from './actions.ts'

const NO_ITEM: Row = { subjectId: '', name: '', spec: '', quantity: '', unit: '', condition: '', value: '', place: '', origin: '' }
const TEXTS = ['name', 'spec', 'quantity', 'unit', 'condition', 'place', 'origin'] as const

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.items.title, { form: `items:${(await params).caseId}` })
}

export default async function ItemsPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const answer = may('RecordItems').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CaseFrame page={page} tab="subjects" current={t.items.title} compact>
        <NotNowCard t={t} title={t.items.title} reason={t.subjects.closed} />
      </CaseFrame>
    )
  const name = `items:${state.caseId}`
  const form = await readForm(me, name, {})
  const said = sentencesOf(t, form.errors)
  const saved = state.items.map(({ valueFen, ...item }): Row => ({ ...item, value: valueFen === null ? '' : formatFen(valueFen) }))
  const rows = rowsShown(form.kept, 'item', saved, NO_ITEM)
  const { base, key, hidden } = conflictFields(form, state.sections.items)
  return (
    <CaseFrame page={page} tab="subjects" current={t.items.title} compact>
      <FormCard page={page} title={t.items.title} lead={t.items.lead} form={form} said={said} wide>
        <Form key={key} action={recordItemsAction.bind(null, state.caseId)} formKey={me.newId()} hidden={hidden} draft={name}>
          <Conflict
            page={page}
            base={base}
            types={['ItemsRecorded']}
            fields={[{ name: 'item', label: t.items.caption, mine: inWords(rows), theirs: inWords(saved) }]}
          />
          {isBeyond(saved) && <Banner kind="warn" title={t.form.rowsBeyond(String(saved.length))} />}
          {rows.map((row, i) => (
            <ItemFields key={i} page={page} row={row} i={i} said={said} />
          ))}
          <div id="more">
            <SubmitButton name="more" value="item">
              {t.items.more}
            </SubmitButton>
          </div>
          <Send t={t} label={t.items.save} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </CaseFrame>
  )
}

function ItemFields({ page: { t, state }, row, i, said }: { page: CasePage; row: Row; i: number; said: Sentences }) {
  const at = (name: string) => ({ name: `item.${i}.${name}`, value: textOf(row[name]), error: said.at(`item.${i}.${name}`) })
  const people = Object.entries(state.subjects).map(([value, { name }]) => ({ value, label: name }))
  return (
    <fieldset className="line of-item">
      <legend>{t.items.item(i + 1)}</legend>
      {TEXTS.map((name) => (
        <TextField key={name} {...at(name)} label={t.items[name]} optional={name === 'name' ? undefined : t.form.optional} />
      ))}
      <MoneyField {...at('value')} label={t.items.value} optional={t.form.optional} />
      <Select {...at('subjectId')} label={t.items.subject} options={people} choose={t.items.nobody} />
      <Checkbox
        name={`item.${i}.remove`}
        label={
          <>
            {t.amounts.remove}
            <span className="vh"> {t.items.item(i + 1)}</span>
          </>
        }
      />
    </fieldset>
  )
}

/** One line an item, for comparing. */
const inWords = (rows: readonly Row[]): string =>
  rows
    .map((row) =>
      [...TEXTS, 'value' as const]
        .map((name) => textOf(row[name]))
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n')
