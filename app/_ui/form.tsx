import type { ReactNode } from 'react'

/**
 * A form that the server checks and that works with scripts off. `formKey` makes a repeat answer with the first
 * result; `version` is the seq of the last event of the section it shows. `draft` names it for autosave.
 */
export function Form({
  action,
  formKey,
  version,
  hidden = {},
  draft,
  files = false,
  plain = false,
  id,
  label,
  children,
}: {
  action: string | ((form: FormData) => void | Promise<void>)
  formKey?: string | undefined
  version?: number | undefined
  hidden?: Readonly<Record<string, string>>
  draft?: string | undefined
  files?: boolean
  /** Only the form: no grid, for a button that stands in a row. */
  plain?: boolean
  id?: string | undefined
  label?: string | undefined
  children: ReactNode
}) {
  // React sets method and encoding itself where the action is a server action.
  const transport = typeof action === 'string' ? { method: 'post', ...(files && { encType: 'multipart/form-data' }) } : {}
  return (
    <form className={plain ? undefined : 'form'} action={action} {...transport} noValidate id={id} aria-label={label} data-draft={draft}>
      {formKey !== undefined && <input type="hidden" name="formKey" value={formKey} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** The row of buttons at a form's end; the autosave's line goes last. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
