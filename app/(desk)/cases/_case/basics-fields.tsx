/** The basic facts of a case: the same questions at registration and afterwards. */
import { CharCount } from '#app/_ui/char-count'
import { CheckboxGroup, DateField, fieldId, Fieldset, Select, TextArea, TextField } from '#app/_ui/field'
import type { Basics } from '#lib/domain/case/events'
import { FUNDS, fundOf } from '#lib/domain/law/funds'
import { CLUE_SOURCES } from '#lib/domain/law/sources-of-clue'
import { formatCount } from '#lib/i18n/numbers'
import { fundName, say } from '#lib/i18n/law'
import type { SignedIn } from '#lib/server/session/signed-in'
import { isOn } from '#lib/usecases/directory'
import type { Messages } from '#lib/i18n/messages'
import type { Sentences } from '#app/_form/sentences'
import type { Differing } from './conflict.tsx'

export const NO_BASICS = { title: '', source: '', sourceNote: '', funds: [] as readonly string[], division: '', foundOn: '', conduct: '' }
export type BasicsValues = typeof NO_BASICS
export const BASICS_ORDER = ['title', 'division', 'foundOn', 'source', 'sourceNote', 'funds', 'conduct']
export const basicsValues = ({ title, source, sourceNote, funds, division, foundOn, conduct }: Basics): BasicsValues => ({
  title,
  source,
  sourceNote,
  funds,
  division,
  foundOn,
  conduct,
})
const CONDUCT_MAX = 2_000

export type Division = Readonly<{ value: string; label: string }>
type Given = Readonly<{ me: SignedIn; t: Messages; values: BasicsValues; said: Sentences; divisions: readonly Division[] }>

export function BasicsFields({ me: { lang }, t, values, said, divisions }: Given) {
  return (
    <>
      <Fieldset legend={t.registration.case}>
        <TextField
          name="title"
          label={t.case.title}
          hint={t.registration.titleHint}
          value={values.title}
          error={said.at('title')}
          width="full"
        />
        <Select
          name="division"
          label={t.registration.division}
          hint={t.registration.divisionHint}
          value={values.division}
          error={said.at('division')}
          options={divisions}
          choose={t.form.choose}
          width="full"
        />
        <DateField name="foundOn" label={t.case.foundOn} hint={t.form.dateHint} value={values.foundOn} error={said.at('foundOn')} />
      </Fieldset>
      <Fieldset legend={t.registration.clue}>
        <Select
          name="source"
          label={t.registration.source}
          value={values.source}
          error={said.at('source')}
          options={CLUE_SOURCES.map((row) => ({ value: row.id, label: say(row, lang) }))}
          choose={t.form.choose}
        />
        <TextField
          name="sourceNote"
          label={t.registration.sourceNote}
          hint={t.registration.sourceNoteHint}
          optional={t.form.optional}
          value={values.sourceNote}
          error={said.at('sourceNote')}
          width="full"
        />
      </Fieldset>
      <Fieldset legend={t.registration.problem}>
        <CheckboxGroup
          name="funds"
          label={t.case.fund}
          values={values.funds}
          error={said.at('funds')}
          options={FUNDS.map((fund) => ({ value: fund.id, label: say(fund, lang) }))}
        />
        <TextArea
          name="conduct"
          label={t.registration.conduct}
          hint={t.registration.conductHint}
          value={values.conduct}
          error={said.at('conduct')}
          rows={7}
          chars={
            <CharCount
              field={fieldId('conduct')}
              max={CONDUCT_MAX}
              value={values.conduct}
              words={t.form.charCount('{n}', formatCount(CONDUCT_MAX))}
            />
          }
        />
      </Fieldset>
    </>
  )
}

/** Divisions of the joint meeting's directory (D25) and of one's own bureau, by the bureau of the place. */
export async function listDivisions(
  { read, today, lang }: Pick<SignedIn, 'read' | 'today' | 'lang'>,
  t: Messages,
  own: string,
): Promise<Division[]> {
  const [directory, units] = await Promise.all([read.listDirectory(), read.listUnits()])
  const codes = new Set([own, ...directory.filter((row) => isOn(row, today)).map((row) => row.division)])
  return [...codes]
    .filter((code) => code !== '')
    .map((code) => {
      const bureau = units.find((unit) => unit.division === code && unit.kind === 'bureau')
      return { value: code, label: bureau ? t.registration.divisionOf((lang === 'en' && bureau.nameEn) || bureau.name) : code }
    })
}

export function basicsDiffering(
  mine: BasicsValues,
  theirs: Basics,
  divisions: readonly Division[],
  t: Messages,
  lang: SignedIn['lang'],
): Differing[] {
  const division = (code: string): string => divisions.find(({ value }) => value === code)?.label ?? code
  const source = (id: string): string => {
    const row = CLUE_SOURCES.find((one) => one.id === id)
    return row ? say(row, lang) : id
  }
  const funds = (ids: readonly string[]): string =>
    ids
      .filter((id) => fundOf(id))
      .toSorted()
      .map((id) => fundName(id, lang))
      .join(t.casePage.join)
  return [
    { name: 'title', label: t.case.title, mine: mine.title, theirs: theirs.title },
    { name: 'division', label: t.registration.division, mine: division(mine.division), theirs: division(theirs.division) },
    { name: 'foundOn', label: t.case.foundOn, mine: mine.foundOn, theirs: theirs.foundOn },
    { name: 'source', label: t.registration.source, mine: source(mine.source), theirs: source(theirs.source) },
    { name: 'sourceNote', label: t.registration.sourceNote, mine: mine.sourceNote, theirs: theirs.sourceNote },
    { name: 'funds', label: t.case.fund, mine: funds(mine.funds), theirs: funds(theirs.funds) },
    { name: 'conduct', label: t.registration.conduct, mine: mine.conduct, theirs: theirs.conduct },
  ]
}
