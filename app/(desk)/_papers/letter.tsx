/** The transfer letter as it is printed (domain.md §7.2 W07, W08; layout after GB/T 9704-2012): from the snapshot alone, never from later drafts (D13). */
import { citationsOn, citeZh, type Citation } from '#lib/domain/law/citation'
import { chargeOf } from '#lib/domain/law/charges'
import { filesOf, MATERIALS } from '#lib/domain/law/materials'
import { ASKED, letterCitations, PROMISED } from '#lib/domain/law/letter'
import { yuanInCapitals } from '#lib/domain/money'
import type { Day } from '#lib/domain/result'
import type { Snapshot } from '#lib/domain/transfer/events'
import { lengthOnPaper } from '#lib/i18n/lengths'
import { LETTER, youOf } from '#lib/i18n/papers'

/** `day`: of sending, or today where it is a preview. */
export function Letter({ snapshot, day }: { snapshot: Snapshot; day: Day }) {
  const { from, to, title } = snapshot
  const isClue = to.kind === 'commission'
  const you = youOf(to.kind)
  const basis = letterCitations(to.kind).length > 0 ? citeOn(letterCitations(to.kind), day) : snapshot.route.citation
  return (
    <div lang="zh-CN">
      <p className="org">{from.name}</p>
      <p className="doc-no">{snapshot.letterNo || LETTER.noNumber}</p>
      <h2 className="doc-title">{LETTER.title(to.kind)}</h2>
      <p className="flush">{LETTER.to(to.name)}</p>
      <p>{LETTER.opening(title, basis, you, isClue)}</p>
      <h3>{LETTER.subjects(isClue)}</h3>
      <Subjects snapshot={snapshot} />
      <h3>{LETTER.facts(isClue)}</h3>
      <Paragraphs text={snapshot.facts} />
      <h3>{LETTER.law}</h3>
      <Paragraphs text={snapshot.law} />
      <h3>{LETTER.handlers}</h3>
      {snapshot.handlers.map(({ name, phone }) => (
        <p key={name + phone}>{LETTER.handler(name, phone)}</p>
      ))}
      <h3>{LETTER.others}</h3>
      <p>{LETTER.penalties}</p>
      <p>{isClue ? LETTER.secret(you) : LETTER.handOver(you, citeOn(PROMISED, day), lengthOnPaper('CL25', day))}</p>
      <p>{isClue ? LETTER.tell(you) : LETTER.answer(you, citeOn(ASKED, day))}</p>
      <Enclosures snapshot={snapshot} />
      <div className="signed">
        <p className="flush">
          {from.name}
          {LETTER.seal}
        </p>
        <p className="flush">{LETTER.day(day)}</p>
      </div>
      <Imprint snapshot={snapshot} day={day} />
    </div>
  )
}

function Subjects({ snapshot: { subjects, lines, assessments, charges, amountFen } }: { snapshot: Snapshot }) {
  return (
    <table>
      <thead>
        <tr>
          {[LETTER.name, LETTER.idNo, LETTER.employer, LETTER.charge].map((head) => (
            <th key={head} scope="col" className="nw">
              {head}
            </th>
          ))}
          <th scope="col" className="num">
            {LETTER.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {subjects.map(({ subjectId, name, idNo, employer, position }) => {
          const own = assessments.filter((assessment) => assessment.subjectId === subjectId).map(({ charge }) => charge)
          const fen = lines.filter((line) => line.subjectId === subjectId).reduce((sum, line) => sum + line.fen, 0)
          return (
            <tr key={subjectId}>
              <th scope="row">{name}</th>
              <td className="nw">{idNo}</td>
              <td>{[employer, position].filter(Boolean).join(' ')}</td>
              <td>{(own.length > 0 ? own : charges).map((charge) => chargeOf(charge)?.zh ?? charge).join(LETTER.join)}</td>
              <td className="num">{LETTER.fen(fen)}</td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{LETTER.total}</th>
          <td colSpan={3}>{yuanInCapitals(amountFen)}</td>
          <td className="num">{LETTER.fen(amountFen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** 附件说明: the five materials of art. 6, each with its count or with why it is not there; then the list itself. */
function Enclosures({ snapshot: { files, items, absent } }: { snapshot: Snapshot }) {
  const said = MATERIALS.filter(({ id }) => id !== 'letter').map((material) => {
    const n = material.is === 'items' ? items.length : filesOf(material.id, files).length
    const why = material.absentWithReason && n === 0 ? absent[material.id] : ''
    const what = LETTER.material(material.id, n)
    return why === '' ? what : LETTER.none(what, why)
  })
  const all = [...said, LETTER.list(files.length)]
  return (
    <div className="enclosures">
      <p>{LETTER.enclosures}</p>
      <ul>
        {all.map((what, i) => (
          <li key={what}>{LETTER.enclosure(i + 1, what)}</li>
        ))}
      </ul>
    </div>
  )
}

/** 版记: copies, who issued it and when, and the digest under which the list of files is sealed. */
function Imprint({ snapshot: { from, copyTo, manifest }, day }: { snapshot: Snapshot; day: Day }) {
  return (
    <div className="imprint">
      {copyTo && <p>{LETTER.copyTo(copyTo.name)}</p>}
      {manifest && <p className="digest">{LETTER.manifest(manifest)}</p>}
      <p className="apart">
        <span>{from.name}</span>
        <span>{LETTER.issued(LETTER.day(day))}</span>
      </p>
    </div>
  )
}

const Paragraphs = ({ text }: { text: string }) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => <p key={`${i} ${line}`}>{line.trim()}</p>)
const citeOn = (citations: readonly Citation[], day: Day): string => citationsOn(citations, day).map(citeZh).join(LETTER.join)
