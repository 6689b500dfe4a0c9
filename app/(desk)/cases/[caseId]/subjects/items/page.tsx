import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { SubmitButton } from '#app/_ui/button'
import { Checkbox, MoneyField, Select, TextField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { formatFen } from '#lib/i18n/numbers'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { sentencesOf, type Sentences } from '../../../../../_form/sentences.ts'
import { CasePage } from '../../../_case/case-page.tsx'
import { Conflict } from '../../../_case/conflict.tsx'
import { settling } from '../../../_case/settle.ts'
import { FormCard, NotNowCard, Send } from '../../../_case/form-card.tsx'
import { caseMetadata, openCasePage, type CasePageData } from '../../../_case/open.ts'
import type { CaseProps } from '../../../_case/props.ts'
import { isBeyond, rowsShown, textOf, type Row } from '../../../_case/rows-form.ts'
import { recordItemsAction } from './actions.ts'

const NO_ITEM: Row = { subjectId: '', name: '', spec: '', quantity: '', unit: '', condition: '', value: '', place: '', origin: '' }
const TEXTS = ['name', 'spec', 'quantity', 'unit', 'condition', 'place', 'origin'] as const

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.citem.title, { form: `items:${(await params).caseId}` })
}

export default async function ItemsPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const answer = may('RecordItems').is
  if (answer === 'never') denied()
  if (answer === 'not-now')
    return (
      <CasePage page={page} tab="subjects" here={t.citem.title} compact>
        <NotNowCard t={t} title={t.citem.title} reason={t.csub.closed} />
      </CasePage>
    )
  const name = `items:${state.caseId}`
  const form = await readForm(me, name, {})
  const said = sentencesOf(t, form.errors)
  const saved = state.items.map(({ valueFen, ...item }): Row => ({ ...item, value: valueFen === null ? '' : formatFen(valueFen) }))
  const rows = rowsShown(form.kept, 'item', saved, NO_ITEM)
  const { base, key, hidden } = settling(form, state.sections.items)
  return (
    <CasePage page={page} tab="subjects" here={t.citem.title} compact>
      <FormCard page={page} title={t.citem.title} lead={t.citem.lead} form={form} said={said} wide>
        <Form key={key} action={recordItemsAction.bind(null, state.caseId)} formKey={me.newId()} hidden={hidden} draft={name}>
          <Conflict
            page={page}
            base={base}
            types={['ItemsRecorded']}
            fields={[{ name: 'item', label: t.citem.caption, mine: inWords(rows), theirs: inWords(saved) }]}
          />
          {isBeyond(saved) && <Banner kind="warn" title={t.form.rowsBeyond(String(saved.length))} />}
          {rows.map((row, i) => (
            <ItemFields key={i} page={page} row={row} i={i} said={said} />
          ))}
          <div id="more">
            <SubmitButton name="more" value="item">
              {t.citem.more}
            </SubmitButton>
          </div>
          <Send t={t} label={t.citem.save} back={`/cases/${state.caseId}/subjects`} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </CasePage>
  )
}

function ItemFields({ page: { t, state }, row, i, said }: { page: CasePageData; row: Row; i: number; said: Sentences }) {
  const at = (name: string) => ({ name: `item.${i}.${name}`, value: textOf(row[name]), error: said.at(`item.${i}.${name}`) })
  const people = Object.entries(state.subjects).map(([value, { name }]) => ({ value, label: name }))
  return (
    <fieldset className="line of-item">
      <legend>{t.citem.item(i + 1)}</legend>
      {TEXTS.map((name) => (
        <TextField key={name} {...at(name)} label={t.citem[name]} optional={name === 'name' ? undefined : t.form.optional} />
      ))}
      <MoneyField {...at('value')} label={t.citem.value} optional={t.form.optional} />
      <Select {...at('subjectId')} label={t.citem.subject} options={people} choose={t.citem.nobody} />
      <Checkbox
        name={`item.${i}.remove`}
        label={
          <>
            {t.camt.remove}
            <span className="vh"> {t.citem.item(i + 1)}</span>
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
