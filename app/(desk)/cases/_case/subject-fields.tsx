/** What is asked of a subject: who it is, what it did, and the questions that decide the competent body (domain.md §5.3). */
import { CharCount } from '#app/_ui/char-count'
import { Checkbox, fieldId, Fieldset, RadioGroup, TextArea, TextField } from '#app/_ui/field'
import type { Subject } from '#lib/domain/case/events'
import type { Messages } from '#lib/i18n/messages'
import { formatCount } from '#lib/i18n/numbers'
import type { Sentences } from '../../../_form/sentences.ts'
import type { Differing } from './conflict.tsx'

export const NO_SUBJECT = {
  name: '',
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
  const { name, idNo, employer, position, role, official, conduct } = subject
  const flag = (key: (typeof FLAGS)[number]): string => (subject[key] ? 'yes' : '')
  return {
    name,
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

type Given = Readonly<{ t: Messages; kind: 'person' | 'unit'; values: SubjectValues; said: Sentences }>

export function SubjectFields({ t, kind, values, said }: Given) {
  const isPerson = kind === 'person'
  const text = (name: 'name' | 'idNo' | 'employer' | 'position') => ({ name, value: values[name], error: said.at(name) })
  return (
    <>
      <Fieldset legend={t.csub.identity}>
        <TextField
          {...text('name')}
          label={isPerson ? t.csub.name : t.csub.unitName}
          hint={isPerson ? t.case.nameHint : undefined}
          width={isPerson ? 'normal' : 'full'}
        />
        <TextField
          {...text('idNo')}
          label={isPerson ? t.csub.idNo : t.csub.creditCode}
          hint={isPerson ? t.csub.idHint : t.csub.creditHint}
          optional={t.form.optional}
          spellCheck={false}
        />
        {isPerson && <TextField {...text('employer')} label={t.csub.employer} optional={t.form.optional} width="full" />}
        {isPerson && <TextField {...text('position')} label={t.csub.position} optional={t.form.optional} />}
        <RadioGroup
          name="role"
          label={t.csub.role}
          value={values.role}
          error={said.at('role')}
          inline
          options={[
            { value: 'main', label: t.csub.main },
            { value: 'other', label: t.csub.other },
          ]}
        />
      </Fieldset>
      {isPerson ? <Questions {...{ t, kind, values, said }} /> : <input type="hidden" name="official" value="no" />}
      <Fieldset legend={t.csub.conduct}>
        <TextArea
          name="conduct"
          label={t.csub.whatTheyDid}
          hint={t.csub.conductHint}
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

function Questions({ t, values, said }: Given) {
  const hints = { isPrincipal: undefined, usedOffice: t.csub.usedOfficeHint, companyMoney: undefined, judicialOfficer: undefined }
  return (
    <Fieldset legend={t.csub.questions} hint={t.csub.questionsHint}>
      <RadioGroup
        name="official"
        label={t.csub.official}
        hint={t.csub.officialHint}
        value={values.official}
        error={said.at('official')}
        options={[
          { value: 'yes', label: t.csub.officialYes },
          { value: 'no', label: t.csub.officialNo },
          { value: 'disputed', label: t.csub.officialDisputed },
        ]}
      />
      <div>
        {FLAGS.map((name) => (
          <Checkbox key={name} name={name} label={t.csub[name]} hint={hints[name]} checked={values[name] === 'yes'} error={said.at(name)} />
        ))}
      </div>
    </Fieldset>
  )
}

export function subjectDiffering(mine: SubjectValues, theirs: Subject, t: Messages): Differing[] {
  const now = subjectValues(theirs)
  const isPerson = theirs.kind === 'person'
  const official = (value: string): string => ({ yes: t.csub.officialYes, no: t.csub.officialNo, disputed: t.csub.disputed })[value] ?? ''
  const role = (value: string): string => (value === 'main' ? t.csub.main : t.csub.other)
  const yes = (value: string): string => (value === 'yes' ? t.csub.officialYes : t.csub.officialNo)
  return [
    { label: isPerson ? t.csub.name : t.csub.unitName, mine: mine.name, theirs: now.name },
    { label: isPerson ? t.csub.idNo : t.csub.creditCode, mine: mine.idNo, theirs: now.idNo },
    { label: t.csub.employer, mine: mine.employer, theirs: now.employer },
    { label: t.csub.position, mine: mine.position, theirs: now.position },
    { label: t.csub.role, mine: role(mine.role), theirs: role(now.role) },
    { label: t.csub.official, mine: official(mine.official), theirs: official(now.official) },
    ...FLAGS.map((name) => ({ label: t.csub[name], mine: yes(mine[name]), theirs: yes(now[name]) })),
    { label: t.csub.conduct, mine: mine.conduct, theirs: now.conduct },
  ]
}
