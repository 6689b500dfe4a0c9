import { FocusOnShow } from './focus-on-show.tsx'

export type FieldError = { /** Id of the control: fieldId(name) */ id: string; text: string }

/** All that is wrong, in the words that stand beside the fields, each a way to its field. Focused when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} id="error-summary" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={`${id} ${text}`}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      <FocusOnShow id="error-summary" />
    </div>
  )
}
