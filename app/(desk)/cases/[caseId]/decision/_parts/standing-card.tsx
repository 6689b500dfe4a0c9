import { Banner } from '#app/_ui/banner'
import { Card } from '#app/_ui/card'
import { ClockMark } from '#app/_ui/clock-mark'
import { holds } from '#lib/domain/policy/seats'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { beijingDay } from '#lib/domain/time'
import { formatInstant, type Lang } from '#lib/i18n/dates'
import { cite } from '#lib/i18n/law'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import { HowCounted } from '#app/(desk)/_parts/how-counted.tsx'
import { whyOf } from '#app/(desk)/law/basis.tsx'
import { rowOfDuty } from '#lib/views/clock-colour'
import type { Duty } from '#lib/views/rows'
import type { CasePage } from '#app/(desk)/cases/_case/open'

/** Where the decision stands: not asked for yet, awaited until when, or taken by whom. */
export function StandingCard({ page, isBarred }: { page: CasePage; isBarred: boolean }) {
  const { state, t, me, names, duties, may } = page
  const stage = stageOf(state)
  const by = (personId: string, at: string) => t.decision.approvedBy(names.person(personId), formatInstant(at, me.lang))
  if (stage.phase === 'investigating') return <Banner>{t.decision.notSubmitted}</Banner>
  if (stage.phase === 'in-review') {
    const decide = duties.find(({ code }) => code === 'decide')
    const clock = decide && clockOf(decide, me.now, me.lang, t)
    return (
      <Card
        title={may('ApproveTransfer').is === 'yes' && !isBarred ? t.clock.nextByYou : t.decision.waiting(names.unit(stage.decidingUnitId))}
      >
        <p>
          <b>{t.duty.decide}</b>
        </p>
        {decide && <p className="sec">{t.worklist.chip(t.clock.basis, basisOf(decide, me.lang) || whyOf(decide, t))}</p>}
        {clock && <ClockMark {...clock} />}
        {decide && <HowCounted duty={decide} lang={me.lang} t={t} />}
        {isConflicted(page) && <p>{t.decision.conflict}</p>}
      </Card>
    )
  }
  const isRefused = stage.phase === 'not-approved'
  const text = isRefused ? stage.reason : stage.approval.opinion
  return (
    <Card title={isRefused ? t.decision.refused : t.decision.approved}>
      <p>{isRefused ? by(stage.refusedBy, stage.refusedAt) : by(stage.approval.approvedBy, stage.approval.approvedAt)}</p>
      {may('ReadInner').is === 'yes' &&
        (text ? <blockquote className="quote">{text}</blockquote> : <p className="sec">{t.decision.noText}</p>)}
      {!isRefused && <p className="sec">{t.decision.binds}</p>}
    </Card>
  )
}

const basisOf = (duty: Duty, lang: Lang): string => cite(rowOfDuty(duty)?.citations ?? [], beijingDay(duty.startedAt), lang)

/** Who holds the head's post and investigates the case: may not decide, and is told why. */
function isConflicted({ state, me: { actor } }: CasePage): boolean {
  const { handlerIds } = state
  const stage = stageOf(state)
  return 'decidingUnitId' in stage && handlerIds.includes(actor.personId) && holds(actor, stage.decidingUnitId, 'approver')
}
