/** Around every step: the way up, which case and how long there is, the four steps, the h1. */
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/_ui/breadcrumb'
import { ClockMark } from '#app/_ui/clock-mark'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { IdentityBar } from '#app/_ui/identity-bar'
import { Steps } from '#app/_ui/steps'
import { Tag } from '#app/_ui/tag'
import { isInternal } from '#lib/domain/law/soft-times'
import { formatInstantShort } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import { endOf, isEstimated } from '#lib/views/clock-colour'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import { trackStatus } from '#app/(desk)/_parts/status'
import { stepHref, STEPS, type SendPage, type Step } from './open-send.ts'

export const labelOf = ({ transfers: xfer }: Messages, step: Step): string => ({ check: xfer.stepCheck, confirm: xfer.stepConfirm })[step]

/** `before`: what stands above the h1, over the whole width. */
export function SendFrame({ page, title, before, children }: { page: SendPage; title: string; before?: ReactNode; children: ReactNode }) {
  const { me, t, state, track, step, at } = page
  const { caseId, caseNo } = state
  const status = trackStatus(t, track.phase)
  const current = STEPS.indexOf(step)
  return (
    <div className="has-idbar">
      <Breadcrumb
        label={t.nav.where}
        items={[
          { href: '/cases', label: t.nav.cases },
          { href: `/cases/${caseId}`, label: caseNo },
          { href: at, label: t.case.tabTransfers },
          { label: t.track.send },
        ]}
      />
      <IdentityBar
        label={t.casePage.identity}
        heading={false}
        number={<b className="nw">{caseNo}</b>}
        tags={<Tag kind={status.kind}>{status.word}</Tag>}
        title={state.basics.title}
        end={<Deadline page={page} />}
      />
      <Steps
        label={t.transfers.steps}
        doneWord={t.state.done}
        items={STEPS.map((one, i) => ({
          key: one,
          label: labelOf(t, one),
          state: i < current ? 'done' : i === current ? 'current' : 'todo',
          href: stepHref(caseId, track.trackId, one),
        }))}
      />
      {before}
      <h1 className="step-title">{title}</h1>
      {children}
      <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </div>
  )
}

function Deadline({ page: { me, t, duties, track } }: { page: SendPage }) {
  const duty = duties.find(({ code, trackId }) => code === 'send' && trackId === track.trackId)
  const clock = duty && clockOf(duty, me.now, me.lang, t)
  if (!duty || !clock) return null
  const { when: _, ...running } = clock
  const short = formatInstantShort(endOf(duty), me.now, me.lang)
  const end = isEstimated(duty) ? t.clock.estimated(short) : short
  return (
    <>
      <ClockMark {...running} inline />
      <span className="sec">{isInternal(duty.clock) ? t.clock.internalUntil(end) : `${t.send.deadline} ${end}`}</span>
    </>
  )
}
