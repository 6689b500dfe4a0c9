import { Banner } from '#app/_ui/banner'
import { reportOf, roundOf } from '#lib/domain/case/rounds'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { formatInstant } from '#lib/i18n/dates'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { changedSince, leftOut, unnamed, voidIn } from './plan.ts'

/** What stands between this report and its readers: a return, a change since, material that does not go along or is void. */
export function Reminders({ page }: { page: CasePage }) {
  const { state, t, me, names, may } = page
  const stage = stageOf(state)
  const report = reportOf(state)
  const at = (time: string) => formatInstant(time, me.lang)
  const left = leftOut(state)
  const gone = voidIn(state)
  const absent = unnamed(state)
  const remind = (text: string) => t.worklist.chip(t.state.warn, text)
  const isOpen = stage.phase === 'investigating'
  const mayQuote = may('ReadInner').is === 'yes' // why the head said no belongs to the inner volume (D13)
  const { opened } = roundOf(state)
  return (
    <>
      {isOpen && opened && (
        <Banner title={t.report.roundOpened(names.person(opened.by), at(opened.at))}>
          {mayQuote && <p className="lines">{opened.reason}</p>}
        </Banner>
      )}
      {isOpen && stage.sentBack && (
        <Banner kind="warn" title={t.report.returned(names.person(stage.sentBack.by), at(stage.sentBack.at))}>
          {mayQuote && <p className="lines">{stage.sentBack.note}</p>}
        </Banner>
      )}
      {stage.phase === 'not-approved' && (
        <Banner kind="bad" title={t.report.refused(names.person(stage.refusedBy), at(stage.refusedAt))}>
          {mayQuote && <p className="lines">{stage.reason}</p>}
        </Banner>
      )}
      {isOpen && report && <Changed page={page} seq={report.confirmed?.seq ?? report.seq} isConfirmed={report.confirmed !== null} />}
      {isOpen && gone.length > 0 && (
        <Banner kind="bad" title={t.report.void(gone.length)}>
          <p>{t.report.voidNote}</p>
        </Banner>
      )}
      {report && absent.length > 0 && (
        <Banner kind="warn" title={remind(t.report.unnamed(absent.join(t.report.join)))}>
          {isOpen && <p>{t.report.leftOutNote}</p>}
        </Banner>
      )}
      {report && left.length > 0 && (
        <Banner kind="warn" title={remind(t.report.leftOut(left.length))}>
          {isOpen && <p>{t.report.leftOutNote}</p>}
          <ul className="plain-list">
            {left.slice(0, 10).map(({ itemId, name }) => (
              <li key={itemId}>{name}</li>
            ))}
          </ul>
          {left.length > 10 && <p className="sec">{t.report.nFiles(left.length)}</p>}
        </Banner>
      )}
    </>
  )
}

function Changed({ page: { state, t }, seq, isConfirmed }: { page: CasePage; seq: number; isConfirmed: boolean }) {
  const what = changedSince(state, seq).map((name) => t.report.section[name])
  if (what.length === 0) return null
  const text = what.join(t.report.join)
  return <Banner kind="warn" title={isConfirmed ? t.report.changedSinceConfirmed(text) : t.report.changedSinceWritten(text)} />
}
