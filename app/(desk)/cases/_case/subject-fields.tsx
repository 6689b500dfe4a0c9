/** What is asked of a subject: who it is, what it did, and the questions that decide the competent body (docs/handbook.md §5.3). */
import { CharCount } from '#app/_ui/char-count'
import { Checkbox, fieldId, Fieldset, RadioGroup, TextArea, TextField } from '#app/_ui/field'
import type { Subject } from '#lib/domain/case/events'
import type { Messages } from '#lib/i18n/messages'
import { formatCount } from '#lib/i18n/numbers'
import { listNamesakes, NOBODY } from '#lib/usecases/record-subject'
import type { Sentences } from '#app/_form/sentences'
import type { Differing } from './conflict.tsx'
import type { CasePage } from './open.ts'

export const NO_SUBJECT = {
  name: '',
  account: '',
  idNo: '',
  employer: '',
  position: '',
  role: 'main',
  official: '',
  isPrincipal: '',
  usedOffice: '',
  companyMoney: '',
  judicialOfficer: '',
  conduct: '',
}
export type SubjectValues = typeof NO_SUBJECT
export const SUBJECT_ORDER = [
  'name',
  'account',
  'idNo',
  'employer',
  'position',
  'role',
  'official',
  'isPrincipal',
  'usedOffice',
  'companyMoney',
  'judicialOfficer',
  'conduct',
]
const FLAGS = ['isPrincipal', 'usedOffice', 'companyMoney', 'judicialOfficer'] as const
const CONDUCT_MAX = 2_000

export function subjectValues(subject: Subject): SubjectValues {
  const { name, idNo, employer, position, role, official, conduct, personId } = subject
  const flag = (key: (typeof FLAGS)[number]): string => (subject[key] ? 'yes' : '')
  return {
    name,
    account: personId ?? NOBODY, // asked only where somebody bears the name
    idNo,
    employer,
    position,
    role,
    official,
    conduct,
    isPrincipal: flag('isPrincipal'),
    usedOffice: flag('usedOffice'),
    companyMoney: flag('companyMoney'),
    judicialOfficer: flag('judicialOfficer'),
  }
}

type Option = Readonly<{ value: string; label: string }>
/** Those who bear the name in a body of this case, each with unit and post: nothing is asked where there is nobody. */
export async function namesakesOf({ me, t, state, names }: CasePage, kind: 'person' | 'unit', name: string): Promise<readonly Option[]> {
  if (kind === 'unit' || name === '') return []
  const found = await listNamesakes(me.read, state, name, me.today)
  return found.map(({ personId, unitId, post }) => ({
    value: personId,
    label: `${names.unit(unitId)} ${t.post[post]} ${names.person(personId)}`,
  }))
}

type Given = Readonly<{ t: Messages; kind: 'person' | 'unit'; values: SubjectValues; said: Sentences; namesakes: readonly Option[] }>

export function SubjectFields({ t, kind, values, said, namesakes }: Given) {
  const isPerson = kind === 'person'
  const text = (name: 'name' | 'idNo' | 'employer' | 'position') => ({ name, value: values[name], error: said.at(name) })
  return (
    <>
      <Fieldset legend={t.subjects.identity}>
        <TextField
          {...text('name')}
          label={isPerson ? t.subjects.name : t.subjects.unitName}
          hint={isPerson ? t.case.nameHint : undefined}
          width={isPerson ? 'normal' : 'full'}
        />
        {namesakes.length > 0 && (
          <RadioGroup
            name="account"
            label={t.subjects.account}
            hint={t.subjects.accountHint}
            value={values.account}
            error={said.at('account')}
            options={[...namesakes, { value: NOBODY, label: t.subjects.accountNobody }]}
          />
        )}
        <TextField
          {...text('idNo')}
          label={isPerson ? t.subjects.idNo : t.subjects.creditCode}
          hint={isPerson ? t.subjects.idHint : t.subjects.creditHint}
          optional={t.form.optional}
          spellCheck={false}
        />
        {isPerson && <TextField {...text('employer')} label={t.subjects.employer} optional={t.form.optional} width="full" />}
        {isPerson && <TextField {...text('position')} label={t.subjects.position} optional={t.form.optional} />}
        <RadioGroup
          name="role"
          label={t.subjects.role}
          value={values.role}
          error={said.at('role')}
          inline
          options={[
            { value: 'main', label: t.subjects.main },
            { value: 'other', label: t.subjects.other },
          ]}
        />
      </Fieldset>
      {isPerson ? <Questions {...{ t, values, said }} /> : <input type="hidden" name="official" value="no" />}
      <Fieldset legend={t.subjects.conduct}>
        <TextArea
          name="conduct"
          label={t.subjects.whatTheyDid}
          hint={t.subjects.conductHint}
          optional={t.form.optional}
          value={values.conduct}
          error={said.at('conduct')}
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

function Questions({ t, values, said }: Pick<Given, 't' | 'values' | 'said'>) {
  const hints = { isPrincipal: undefined, usedOffice: t.subjects.usedOfficeHint, companyMoney: undefined, judicialOfficer: undefined }
  return (
    <Fieldset legend={t.subjects.questions} hint={t.subjects.questionsHint}>
      <RadioGroup
        name="official"
        label={t.subjects.official}
        hint={t.subjects.officialHint}
        value={values.official}
        error={said.at('official')}
        options={[
          { value: 'yes', label: t.subjects.officialYes },
          { value: 'no', label: t.subjects.officialNo },
          { value: 'disputed', label: t.subjects.officialDisputed },
        ]}
      />
      <div>
        {FLAGS.map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t.subjects[name]}
            hint={hints[name]}
            checked={values[name] === 'yes'}
            error={said.at(name)}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export function subjectDiffering(mine: SubjectValues, theirs: Subject, t: Messages): Differing[] {
  const now = subjectValues(theirs)
  const isPerson = theirs.kind === 'person'
  const official = (value: string): string =>
    ({ yes: t.subjects.officialYes, no: t.subjects.officialNo, disputed: t.subjects.disputed })[value] ?? ''
  const role = (value: string): string => (value === 'main' ? t.subjects.main : t.subjects.other)
  const yes = (value: string): string => (value === 'yes' ? t.subjects.officialYes : t.subjects.officialNo)
  return [
    { name: 'name', label: isPerson ? t.subjects.name : t.subjects.unitName, mine: mine.name, theirs: now.name },
    { name: 'idNo', label: isPerson ? t.subjects.idNo : t.subjects.creditCode, mine: mine.idNo, theirs: now.idNo },
    { name: 'employer', label: t.subjects.employer, mine: mine.employer, theirs: now.employer },
    { name: 'position', label: t.subjects.position, mine: mine.position, theirs: now.position },
    { name: 'role', label: t.subjects.role, mine: role(mine.role), theirs: role(now.role) },
    { name: 'official', label: t.subjects.official, mine: official(mine.official), theirs: official(now.official) },
    ...FLAGS.map((name) => ({ name, label: t.subjects[name], mine: yes(mine[name]), theirs: yes(now[name]) })),
    { name: 'conduct', label: t.subjects.conduct, mine: mine.conduct, theirs: now.conduct },
  ]
}
