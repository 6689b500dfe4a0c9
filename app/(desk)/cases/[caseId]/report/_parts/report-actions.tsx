import { LinkButton, NotNow } from '#app/_ui/button'
import { submitFault } from '#lib/domain/case/report-rules'
import { reportOf, roundOf } from '#lib/domain/case/rounds'
import { reportFaultOf } from '#app/(desk)/_reason/places'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { REASON_ACTS, reasonActsAt, type ReasonAct } from '#lib/schemas/reason-acts'
import type { CasePage } from '#app/(desk)/cases/_case/open'

/** What one may do with the report: absent where it is never theirs, with the reason where it is not time. */
export function ReportActions({ page }: { page: CasePage }) {
  const { state, t, may } = page
  const at = `/cases/${state.caseId}/report`
  const { phase } = stageOf(state)
  const write = may('WriteReport').is
  const fault = submitFault(state)
  const label = reportOf(state) ? t.report.change : t.report.draft
  return (
    <div className="row end">
      {write === 'yes' && (
        <LinkButton kind={reportOf(state) ? 'plain' : 'primary'} href={`${at}/write`}>
          {label}
        </LinkButton>
      )}
      {write === 'not-now' && <NotNow reason={t.report.shut[phase]}>{label}</NotNow>}
      {reportOf(state) &&
        may('SubmitReport').is === 'yes' &&
        (fault ? (
          <NotNow reason={t.refusal[fault.code](fault.about ?? {})}>{t.report.submit}</NotNow>
        ) : (
          <LinkButton kind="primary" href={`${at}/submit`}>
            {t.report.submit}
          </LinkButton>
        ))}
      {reportOf(state) && phase !== 'investigating' && <ToDecision page={page} />}
      {reasonActsAt('report').map((act) => {
        const { title, notNow } = t.reasonAct[act]
        if (isSuperseded(act, page)) return null
        if (may(act).is === 'yes' && !reportFaultOf(act, state))
          return (
            <LinkButton key={act} href={`${at}/${REASON_ACTS[act].slug}`}>
              {title}
            </LinkButton>
          )
        return (
          may(act).is === 'not-now' &&
          phase === 'transferred' &&
          notNow && (
            <NotNow key={act} reason={notNow}>
              {title}
            </NotNow>
          )
        )
      })}
    </div>
  )
}

/** Where something came back, the report it went out with is left as it is, and another round is begun. */
const isSuperseded = (act: ReasonAct, { state, may }: CasePage): boolean =>
  act === 'WithdrawReport' && may('OpenRound').is === 'yes' && !reportFaultOf('OpenRound', state)

/** To the page where it is reviewed and decided: the next thing to do for whoever does that. */
function ToDecision({ page: { state, t, may } }: { page: CasePage }) {
  const decides = may('ApproveTransfer').is === 'yes'
  const reviews = may('GiveOpinion').is === 'yes' && !roundOf(state).opinion
  return (
    <LinkButton kind={decides || reviews ? 'primary' : 'plain'} href={`/cases/${state.caseId}/decision`}>
      {decides ? t.report.decide : reviews ? t.report.review : t.report.decision}
    </LinkButton>
  )
}
