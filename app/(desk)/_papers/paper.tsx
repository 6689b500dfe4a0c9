/** A paper drawn as HTML, part by part, in the layout of GB/T 9704-2012 (app/_ui/css/letter.css). What it says: lib/views/papers. */
import { Fragment, type ReactNode } from 'react'
import type { Block, Column, Heading, Kinds, Paper, Row } from '#lib/views/papers/blocks'

export function PaperBody({ paper: { heading, parts } }: { paper: Paper }) {
  return (
    <div lang="zh-CN">
      <Head {...heading} />
      {parts.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </div>
  )
}

/** With an issuer the number stands above the title, between red head and red rule; a list has it below. */
function Head({ issuer, number, title, addressee }: Heading) {
  const no = <p className="doc-no">{number}</p>
  return (
    <>
      {issuer && <p className="org">{issuer}</p>}
      {issuer && no}
      <h2 className="doc-title">{title}</h2>
      {!issuer && no}
      {addressee && <p className="flush">{addressee}</p>}
    </>
  )
}

const Part = <K extends keyof Kinds>({ part }: { part: Block<K> }): ReactNode => DRAWN[part.is](part)

const DRAWN: { readonly [K in keyof Kinds]: (part: Block<K>) => ReactNode } = {
  section: ({ text }) => <h3>{text}</h3>,
  paragraph: ({ text, indent }) => <p className={indent ? undefined : 'flush'}>{text}</p>,
  digest: ({ text }) => <p className="flush digest">{text}</p>,
  table: Table,
  facts: ({ rows }) => (
    <table className="facts">
      <tbody>
        {rows.map(({ name, label, text, isDigest }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td className={isDigest ? 'digest' : undefined}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
  enclosures: ({ label, items }) => (
    <div className="enclosures">
      <p>{label}</p>
      <ul>
        {items.map(({ name, text }) => (
          <li key={name}>{text}</li>
        ))}
      </ul>
    </div>
  ),
  'by-hand': ({ labels }) => (
    <p className="flush by-hand">
      {labels.map(({ name, text }) => (
        <span key={name}>{text}</span>
      ))}
    </p>
  ),
  signed: ({ body, seal, day }) => (
    <div className="signed">
      <p className="flush">
        {body}
        {seal}
      </p>
      <p className="flush">{day}</p>
    </div>
  ),
  imprint: ({ copyTo, manifest, issuer, issued }) => (
    <div className="imprint">
      {copyTo && <p>{copyTo}</p>}
      {manifest && <p className="digest">{manifest}</p>}
      <p className="apart">
        <span>{issuer}</span>
        <span>{issued}</span>
      </p>
    </div>
  ),
}

const CLASS = { text: undefined, name: undefined, whole: 'nw', number: 'num' } as const

function Table({ size, columns, rows, total }: Block<'table'>) {
  const isSmall = size === 'small'
  return (
    <table className={isSmall ? 'small' : undefined}>
      <thead>
        <tr>
          {columns.map(({ name, head, as }) => (
            <th key={name} scope="col" className={as === 'number' && !isSmall ? 'num' : 'nw'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.some(({ digests }) => digests) ? (
        rows.map((row, i) => (
          <tbody key={i}>
            <Line columns={columns} row={row} />
            <Digests columns={columns} row={row} />
          </tbody>
        ))
      ) : (
        <tbody>
          {rows.map((row, i) => (
            <Line key={i} columns={columns} row={row} />
          ))}
        </tbody>
      )}
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{total.label}</th>
            <td colSpan={columns.length - 2}>{total.text}</td>
            <td className="num">{total.figures}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type Cells = Readonly<{ columns: readonly Column[]; row: Row }>

const Line = ({ columns, row: { cells } }: Cells) => (
  <tr>
    {columns.map(({ name, as }) =>
      as === 'name' ? (
        <th key={name} scope="row">
          {cells[name]}
        </th>
      ) : (
        <td key={name} className={CLASS[as]}>
          {cells[name]}
        </td>
      ),
    )}
  </tr>
)

const Digests = ({ columns, row: { digests = [] } }: Cells) => (
  <tr>
    <td colSpan={columns.length} className="digest">
      {digests.map(({ name, label, text }, i) => (
        <Fragment key={name}>
          {i > 0 && <br />}
          {label} {text}
        </Fragment>
      ))}
    </td>
  </tr>
)
