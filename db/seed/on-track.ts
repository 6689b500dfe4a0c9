/** What happens to a track: the bureau sends, the body signs, examines and decides, in its own session or on its own paper (D23). */
import type { OpenCase } from '#lib/domain/case/state'
import type { Post } from '#lib/domain/result'
import { beijingDay, yearOf } from '#lib/domain/time'
import { paperSeqs } from '#lib/domain/transfer/decide'
import { scanDigest } from '#lib/domain/transfer/scan'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { caseDecider } from '#lib/usecases/case-decider'
import type { CaseDesk, CaseDone } from '#lib/usecases/desk'
import * as receive from '#lib/usecases/receive-transfer'
import { sendTransfer } from '#lib/usecases/send-transfer'
import { attach, store } from './attach.ts'
import { instantOf, later, type Moment } from './moment.ts'
import { UNITS } from './office.ts'
import { deskOf, fail, holderOf, key, step, type Player } from './player.ts'
import type { TrackAct } from './story.ts'

export async function onTrack(p: Player, act: TrackAct, state: OpenCase): Promise<Awaited<CaseDone>> {
  const [, moment, nth] = act
  const trackId = p.trackIds[nth] ?? fail(`${p.story.title} has no track ${nth}`)
  const [first] = p.story.handlers
  const track = state.tracks[trackId] ?? fail(`${p.story.title} has no track ${nth}`)
  const at = { caseId: p.caseId, trackId, formKey: key() }
  const decidedOn = beijingDay(instantOf(moment, p.now))
  switch (act[0]) {
    case 'send':
      return sendTransfer(await deskOf(p, first, moment), p.caseId, trackId, key())
    case 'withdraw':
      return (await deskOf(p, first, moment)).ask(p.caseId, { type: 'WithdrawTransfer', trackId, reason: act[3] }, key())
    case 'receipt':
      return byBody(p, track.to.unitId, 'intake', moment, '收', (desk, paper) =>
        receive.signReceipt(desk, { ...at, ...paper }, act[3] ?? ''),
      )
    case 'paper-receipt': {
      const scan = act[5] ? scanDigest(await store(p, act[5])) : ''
      const { desk, paper } = await fromPaper(p, moment, { paperNo: act[3], actedBy: act[4], blobDigest: scan })
      return receive.signReceipt(desk, { ...at, paper }, '')
    }
    case 'dispute': {
      const desk = await bodysDesk(p, track.to.unitId, 'intake', moment)
      return receive.disputePaper(desk, at, { seq: paperSeqs(track).at(-1) ?? 0, reason: act[3] })
    }
    case 'examine':
      return byBody(p, track.to.unitId, 'handler', moment, '审', (desk, paper) => receive.openExamination(desk, { ...at, ...paper }))
    case 'advise':
      return byBody(p, track.to.unitId, 'handler', moment, '审', (desk) =>
        desk.ask(p.caseId, { type: 'GiveFilingOpinion', trackId, proposes: act[3], text: act[4] }, at.formKey),
      )
    case 'ask':
      return byBody(p, track.to.unitId, 'intake', moment, '补', (desk, paper) => receive.askSupplement(desk, { ...at, ...paper }, act[3]))
    case 'supplement': {
      await attach(p, first, moment, act[3])
      return receive.sendSupplement(await deskOf(p, first, moment), at, { itemIds: [p.items.at(-1) ?? ''], note: act[4] })
    }
    case 'pass-on':
      return byBody(p, track.to.unitId, 'intake', moment, '转', (desk, paper) =>
        receive.passOn(desk, { ...at, ...paper }, { target: act[3], reason: act[4] }),
      )
    case 'give-back':
      return byBody(p, track.to.unitId, 'intake', moment, '退', (desk, paper) =>
        desk.ask(p.caseId, { type: 'ReturnTransfer', trackId, reason: act[3], competent: act[4] }, at.formKey, paper.paper),
      )
    case 'file': {
      const document = await store(p, 'filing-decision.pdf')
      const decision = { outcome: 'file', decisionNo: act[3], decidedOn, charge: act[4], reasons: '', document } as const
      return byBody(p, track.to.unitId, 'approver', moment, '立', (desk, paper) =>
        receive.decideFiling(desk, { ...at, ...paper }, decision),
      )
    }
    case 'decline': {
      const document = await store(p, 'not-filing-notice.pdf')
      const decision = { outcome: 'decline', decisionNo: act[3], decidedOn, charge: '', reasons: act[4], document } as const
      return byBody(p, track.to.unitId, 'approver', moment, '不立', (desk, paper) =>
        receive.decideFiling(desk, { ...at, ...paper }, decision),
      )
    }
    case 'sign-for':
      return receive.signForDecision(await deskOf(p, first, moment), at)
    case 'alarm':
      return p.container.askAs(p.container.effects, caseDecider, CLOCK, { now: step(p, moment) })(
        p.caseId,
        { type: 'AlarmSilence', trackId },
        null,
      )
  }
}

type Paper = Readonly<{ paper?: receive.Paper }>
/** In a session of the body's own, or, where it has none, recorded by the bureau a little later from the paper it wrote. */
export async function byBody(
  p: Player,
  unitId: string,
  post: Post,
  moment: Moment,
  kind: string,
  deed: (desk: CaseDesk, paper: Paper) => CaseDone,
): Promise<Awaited<CaseDone>> {
  const unit = UNITS.find((row) => row.unitId === unitId) ?? fail(`no unit ${unitId}`)
  if (!unit.isOnPaper) return deed(await bodysDesk(p, unitId, post, moment), {})
  const paperNo = `${unit.code}${kind}〔${yearOf(beijingDay(instantOf(moment, p.now)))}〕${serialOf(p.story.title)}号`
  const { desk, paper } = await fromPaper(p, moment, { paperNo, actedBy: SIGNERS[unitId] ?? '值班人员', blobDigest: '' })
  return deed(desk, { paper })
}
const bodysDesk = (p: Player, unitId: string, post: Post, moment: Moment): Promise<CaseDesk> =>
  deskOf(p, holderOf(unitId, post, instantOf(moment, p.now)), moment)

async function fromPaper(p: Player, moment: Moment, onPaper: receive.Paper['onPaper']): Promise<{ desk: CaseDesk; paper: receive.Paper }> {
  const happenedAt = step(p, moment)
  return { desk: await deskOf(p, p.story.handlers[0], later(moment, 2)), paper: { happenedAt, onPaper } }
}

const SIGNERS: Readonly<Record<string, string>> = { 'geng-police': '额尔敦', 'geng-comm': '朝鲁', 'wu-comm': '佟雪' }
/** Some number that stays the same for the same story. */
const serialOf = (title: string): number => [...title].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 97, 7) + 3
