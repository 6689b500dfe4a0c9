/** Every control of a form. Long, because they share label, hint and error and are looked for in one place. */
import type { ComponentProps, ReactNode } from 'react'

/** What every field has. `error` is the sentence of the summary, word for word; `optional` the mark（选填）. */
type Common = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optional?: string | undefined
  /** Where a name comes more than once on a page. The error summary links to it. */
  id?: string | undefined
}
type Width = 'full' | 'normal' | 'short' | 'tiny'
type Text = Common & { value?: string | undefined; width?: Width; unit?: ReactNode; type?: 'text' | 'password' | 'tel' | 'email' } & Pick<
    ComponentProps<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck' | 'lang'
  >
export type Option = { value: string; label: ReactNode; hint?: ReactNode }

export const fieldId = (name: string): string => `f-${name}`

export function TextField({ value, width = 'normal', unit, type = 'text', autoComplete = 'off', ...rest }: Text) {
  const { name, label, hint, error, optional, id = fieldId(name), ...input } = rest
  const control = (
    <input
      className={width === 'normal' ? 'fld' : `fld ${width}`}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      autoComplete={autoComplete}
      {...described(id, hint, error)}
      {...input}
    />
  )
  return (
    <Labelled {...{ id, label, hint, error, optional }}>
      {unit ? (
        <div className="with-unit">
          {control}
          <span>{unit}</span>
        </div>
      ) : (
        control
      )}
    </Labelled>
  )
}

/** A day typed as text: the browser's own picker would throw away what it cannot read. */
export function DateField(props: Omit<Text, 'type' | 'width' | 'unit'>) {
  return <TextField width="short" maxLength={24} {...props} />
}

/** An amount as people write it (26800, 26,800, 2.68万); the server reads it. */
export function MoneyField(props: Omit<Text, 'type' | 'inputMode'>) {
  return <TextField width="short" {...props} />
}

/** `chars` is the line under it (已写 12／2,000 字); the island CharCount keeps it true while typing. */
export function TextArea({ value, rows = 5, chars, ...common }: Common & { value?: string | undefined; rows?: number; chars?: ReactNode }) {
  const { name, hint, error, id = fieldId(name) } = common
  return (
    <Labelled {...common} id={id}>
      <textarea className="fld" id={id} name={name} rows={rows} defaultValue={value} {...described(id, hint, error)} />
      {chars}
    </Labelled>
  )
}

/** `choose` is the sentence of the empty first option; without it the first option is chosen. */
export function Select({
  value,
  options,
  choose,
  width = 'normal',
  ...common
}: Common & { value?: string | undefined; options: readonly (Option & { label: string })[]; choose?: string | undefined; width?: Width }) {
  const { name, hint, error, id = fieldId(name) } = common
  return (
    <Labelled {...common} id={id}>
      <select
        key={value} // React does not move a select's default on a later render; a new element does
        className={width === 'normal' ? 'fld' : `fld ${width}`}
        id={id}
        name={name}
        defaultValue={value}
        {...described(id, hint, error)}
      >
        {choose !== undefined && <option value="">{choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type Group = Common & { options: readonly Option[]; inline?: boolean; children?: ReactNode }

export function RadioGroup({ value, ...group }: Group & { value?: string | undefined }) {
  return <Choices type="radio" chosen={value === undefined ? [] : [value]} {...group} />
}

export function CheckboxGroup({ values = [], ...group }: Group & { values?: readonly string[] }) {
  return <Choices type="checkbox" chosen={values} {...group} />
}

/** One statement to agree to. */
export function Checkbox({ checked = false, value = 'yes', ...common }: Common & { checked?: boolean; value?: string }) {
  const { name, label, hint, error, id = fieldId(name) } = common
  return (
    <div className={error ? 'f bad' : 'f'}>
      {error && <ErrorText id={id}>{error}</ErrorText>}
      <label className="choice">
        <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} {...described(id, hint, error)} />
        <span>
          {label}
          {hint && <small id={`${id}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  )
}

/** A browser cannot be given back the file it sent: after an error say so in the hint. */
export function FileField({ multiple = false, accept, ...common }: Common & { multiple?: boolean; accept?: string }) {
  const { name, hint, error, id = fieldId(name) } = common
  return (
    <Labelled {...common} id={id}>
      <input className="fld full" type="file" id={id} name={name} multiple={multiple} accept={accept} {...described(id, hint, error)} />
    </Labelled>
  )
}

/** A section of a form: one idea, at most seven fields. */
export function Fieldset({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

function Labelled({ id, label, hint, error, optional, children }: Omit<Common, 'name' | 'id'> & { id: string; children: ReactNode }) {
  return (
    <div className={error ? 'f bad' : 'f'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt">{optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id}>{error}</ErrorText>}
      {children}
    </div>
  )
}

function Choices({
  type,
  chosen,
  name,
  label,
  hint,
  error,
  optional,
  id = fieldId(name),
  options,
  inline = false,
  children,
}: Group & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  return (
    <fieldset className={error ? 'f bad' : 'f'} {...described(id, hint, error)}>
      <legend>
        {label}
        {optional && <span className="opt">{optional}</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id}>{error}</ErrorText>}
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option, i) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              id={i === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}

function ErrorText({ id, children }: { id: string; children: string }) {
  return (
    <p className="err" id={`${id}-error`}>
      {children}
    </p>
  )
}

function described(id: string, hint: ReactNode, error: string | undefined) {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': by || undefined, 'aria-invalid': error ? (true as const) : undefined }
}
