/** What came after the decision, as this reader may know it: what was asked or said, by which letter, and what came of it; for the sender also its draft. */
import { LinkButton } from '#app/_ui/button'
import { Icon } from '#app/_ui/icon'
import { Tag } from '#app/_ui/tag'
import { isReportKind, stageRow } from '#lib/domain/procedure/stages'
import { isOpened, type Opened, type Prepared, type Reported } from '#lib/domain/transfer/state'
import { formatFen } from '#lib/i18n/numbers'
import { formatDay, formatInstant } from '#lib/i18n/dates'
import { Part } from './course.tsx'
import { Deed, Paper, type Reader, type ReadableTrack } from './facts.tsx'

/** `papers`: the address below which this reader finds the letters. */
type Given = Readonly<{ track: ReadableTrack; reader: Reader; papers: string }>

export function Stages({ track, reader, papers }: Given) {
  const { proceedings = [], reports = [] } = 'proceedings' in track ? track : {}
  const acts = [...proceedings.filter(isOpened), ...reports].toSorted((a, b) => a.seq - b.seq)
  return (
    <Part title={reader.t.stage.course}>
      {acts.map((act) =>
        'kind' in act && 'answered' in act ? (
          <Asked key={act.seq} one={act} reader={reader} papers={papers} />
        ) : (
          <Said key={act.seq} one={act} reader={reader} />
        ),
      )}
    </Part>
  )
}

function Asked({ one, reader, papers }: { one: Opened; reader: Reader; papers: string }) {
  const { t } = reader
  const { answer, stage, no, seq } = one
  const title = t.stage.begun[stage]
  return (
    <li>
      <b>{title}</b> <Deed stamp={one} reader={reader} text={one.text} />
      {one.things.length > 0 && <Things one={one} reader={reader} />}
      <Facts of={one} reader={reader} />
      {stageRow(stage).paper && no && (
        <LinkButton size="small" href={`${papers}/stages/${seq}`}>
          <Icon name="printer" />
          {t.stage.print(title)}
        </LinkButton>
      )}
      {answer ? (
        <div>
          <Tag kind="ok">{t.stage.answered[answer.outcome]}</Tag>{' '}
          <Deed stamp={answer} reader={reader} text={answer.text} withScan={!answer.document} />
          <Facts of={answer} reader={reader} />
        </div>
      ) : (
        <Tag kind="warn">{t.stage.waiting}</Tag>
      )}
    </li>
  )
}

/** Place and time of a hand-over, and what was given. */
function Things({ one: { things, on, time, place }, reader: { t, lang } }: { one: Opened; reader: Reader }) {
  return (
    <>
      <p className="sec">{t.stage.handedAt(on && formatDay(on, lang), time, place)}</p>
      <ol className="wanted">
        {things.map(({ is, ref, name, quantity, keptAt }) => (
          <li key={is + ref}>
            {t.stage.thing(name, quantity)} {keptAt && <span className="sec">{t.stage.keptAt(keptAt)}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

const Said = ({ one, reader }: { one: Reported; reader: Reader }) => (
  <li>
    <b>
      {[reader.t.stage.begun[one.stage], isReportKind(one.kind) && reader.t.stage.report[one.kind]]
        .filter(Boolean)
        .join(reader.t.track.colon)}
    </b>{' '}
    {one.fen !== null && <span className="nw">{reader.t.stage.sum(formatFen(one.fen))}</span>}{' '}
    <Deed stamp={one} reader={reader} text={one.text} />
    <Facts of={one} reader={reader} />
  </li>
)

/** Number and day of the paper, and the paper itself. */
function Facts({ of: { no, on, document, seq }, reader }: { of: Pick<Reported, 'no' | 'on' | 'document' | 'seq'>; reader: Reader }) {
  const { t, lang } = reader
  const said = [no && t.stage.no(no), on && t.stage.on(formatDay(on, lang))].filter(Boolean).join(t.track.join)
  if (!said && !document) return null
  return (
    <p className="sec">
      {said}{' '}
      {document && (
        <Paper reader={reader} seq={seq} blobId={document.blobId}>
          {document.name}
        </Paper>
      )}
    </p>
  )
}

/** The text that waits for the head; nobody outside the sender's house is given it. */
export function Draft({ draft: { stage, text, at, by }, reader: { t, lang, person } }: { draft: Prepared; reader: Reader }) {
  return (
    <div className="card-body">
      <h3>{t.stage.draft}</h3>
      <p>
        <b>{t.stage.prepared[stage]}</b> <span className="sec">{t.stage.draftBy(person(by.personId), formatInstant(at, lang))}</span>
      </p>
      <blockquote className="quote">{text}</blockquote>
    </div>
  )
}
