import { SubmitButton } from '#app/_ui/button'
import { Link } from '#app/_ui/link'
import { ACCESS_KINDS, ACCESS_RESULTS } from '#lib/domain/access'
import type { Messages } from '#lib/i18n/messages'
import { isFiltered, PATH, type Wanted } from './query.ts'

export function Filters({ wanted, t }: { wanted: Wanted; t: Messages }) {
  const { access: a } = t
  const days = (['from', 'to'] as const).map((name) => ({ name, fault: wanted.faults[name] }))
  return (
    <form className="filters" method="get" role="search" aria-label={t.list.filter}>
      {wanted.size !== 20 && <input type="hidden" name="size" value={wanted.size} />}
      <label>
        {a.person}
        <input className="fld" name="person" defaultValue={wanted.person} key={wanted.person} autoComplete="off" />
      </label>
      <label>
        {a.objectNo}
        <input className="fld" name="object" defaultValue={wanted.object} key={wanted.object} autoComplete="off" />
      </label>
      <Choice name="kind" label={a.event} all={t.list.all} value={wanted.kind} options={ACCESS_KINDS.map((kind) => [kind, a.kind[kind]])} />
      <Choice
        name="result"
        label={a.result}
        all={t.list.all}
        value={wanted.result}
        options={ACCESS_RESULTS.map((result) => [result, a.results[result]])}
      />
      {days.map(({ name, fault }) => (
        <label key={name}>
          {a[name]}
          <input
            className="fld tiny"
            name={name}
            defaultValue={wanted[name]}
            key={wanted[name]}
            autoComplete="off"
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault && `${name}-error`}
          />
        </label>
      ))}
      <SubmitButton>{t.list.filter}</SubmitButton>
      {isFiltered(wanted) && <Link href={PATH}>{t.list.clear}</Link>}
      {days.map(
        ({ name, fault }) =>
          fault && (
            <p className="err" id={`${name}-error`} key={name}>
              {t.field[fault]({})}
            </p>
          ),
      )}
    </form>
  )
}

type Options = readonly (readonly [value: string, label: string])[]
function Choice({
  name,
  label,
  all,
  value,
  options,
}: {
  name: string
  label: string
  all: string
  value: string | null
  options: Options
}) {
  return (
    <label>
      {label}
      <select className="fld" name={name} defaultValue={value ?? ''} key={value}>
        <option value="">{all}</option>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}
