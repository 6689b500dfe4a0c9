export type ClockState = 'red' | 'amber' | 'green' | 'hold' | 'done'

/**
 * A clock in words, with a shape and a colour for its state. `due` and `amberFrom` (UTC) let the ticker keep the text
 * true in place; leave them out where the clock stands still.
 */
export function ClockMark({
  state,
  stateWord,
  text,
  when,
  due,
  amberFrom,
  inline = false,
}: {
  state: ClockState
  stateWord: string
  text: string
  when?: string | undefined
  due?: string | undefined
  amberFrom?: string | undefined
  inline?: boolean
}) {
  return (
    <div className={inline ? `clk inline ${state}` : `clk ${state}`} data-due={due} data-amber={amberFrom}>
      <b>
        <i className="vh">{stateWord} </i>
        {text}
      </b>
      {when && <small>{when}</small>}
    </div>
  )
}
